import { el } from './dom.ts';
import { find } from './org.ts';
import { pageOf, recordIdIn } from './pages.ts';
import type { DrawnPage } from './record-page.ts';

interface ConsoleTab {
  readonly path: string;
  readonly link: HTMLElement;
  readonly item: HTMLElement;
  readonly section: HTMLElement;
  readonly page: () => DrawnPage;
}

interface Workspace {
  readonly path: string;
  readonly item: HTMLElement;
  readonly link: HTMLElement;
  readonly section: HTMLElement;
  readonly holder: HTMLElement;
  readonly list: HTMLElement;
  readonly tabs: Map<string, ConsoleTab>;
}

let tabCount = 0;

function tabItem(path: string, workspace: string): { item: HTMLElement; link: HTMLElement; panelId: string } {
  tabCount += 1;
  const panelId = `tabContent-${tabCount}`;
  const query = path === workspace ? '' : `?ws=${encodeURIComponent(workspace)}`;
  const name = find(recordIdIn(path))?.name ?? 'Home';
  const attributes = { role: 'tab', class: 'tabHeader', href: `${path}${query}`, 'aria-controls': panelId, title: name };
  const link = el('a', attributes, el('span', { class: 'title slds-truncate' }, name));
  return { item: el('li', { class: 'oneConsoleTabItem tabItem', role: 'presentation' }, link), link, panelId };
}

function panel(id: string, ...children: readonly Node[]): HTMLElement {
  return el('section', { id, class: 'tabContent oneConsoleTab', role: 'tabpanel', 'aria-expanded': 'false' }, ...children);
}

function mark(parts: { readonly item: HTMLElement; readonly link: HTMLElement }, isActive: boolean): void {
  parts.item.classList.toggle('active', isActive);
  parts.link.setAttribute('aria-selected', String(isActive));
}

function reveal(section: HTMLElement, isActive: boolean): void {
  section.classList.toggle('active', isActive);
  section.setAttribute('aria-expanded', String(isActive));
  section.style.display = isActive ? 'block' : 'none';
}

/**
 * A console app: workspace tabs, each with subtabs. The path names the record in front, `?ws=` its workspace. A tab lights
 * up as soon as the address changes (`announce`), its content comes later (`show`).
 */
export function createConsoleStage(main: HTMLElement): { show(): void; announce(): void } {
  const workspaces = new Map<string, Workspace>();
  const list = el('ul', { class: 'tabBarItems slds-grid', role: 'tablist' });
  main.append(list);

  function workspaceOf(path: string): Workspace {
    const known = workspaces.get(path);
    if (known) return known;
    const { item, link, panelId } = tabItem(path, path);
    const subtabs = el('ul', { class: 'tabBarItems subtabs', role: 'tablist' });
    const holder = el('div', { class: 'oneWorkspace navexWorkspace' }, subtabs);
    const workspace = { path, item, link, section: panel(panelId, holder), holder, list: subtabs, tabs: new Map() };
    workspaces.set(path, workspace);
    list.append(item);
    main.append(workspace.section);
    reveal(workspace.section, false);
    return workspace;
  }

  function tabOf(workspace: Workspace, path: string): ConsoleTab {
    const known = workspace.tabs.get(path);
    if (known) return known;
    const { item, link, panelId } = tabItem(path, workspace.path);
    const host = el('div', { class: 'windowViewMode-maximized active lafPageHost' });
    const section = panel(panelId, host);
    let drawn: DrawnPage | undefined;
    const page = () => {
      if (!drawn) {
        drawn = pageOf(path, () => tellTitle());
        host.append(drawn.content);
      }
      return drawn;
    };
    const tab = { path, item, link, section, page };
    workspace.tabs.set(path, tab);
    workspace.list.append(item);
    workspace.holder.append(section);
    reveal(section, false);
    return tab;
  }

  function current(): { workspace: Workspace; tab: ConsoleTab } {
    const workspace = workspaceOf(new URLSearchParams(location.search).get('ws') ?? location.pathname);
    if (workspace.path !== location.pathname) tabOf(workspace, workspace.path);
    return { workspace, tab: tabOf(workspace, location.pathname) };
  }

  function tellTitle(): void {
    const title = current().tab.page().title();
    if (title !== undefined) document.title = title;
  }

  function announce(): void {
    const { workspace, tab } = current();
    for (const one of workspaces.values()) mark(one, one === workspace);
    for (const one of workspace.tabs.values()) mark(one, one === tab);
  }

  function show(): void {
    announce();
    const { workspace, tab } = current();
    tab.page();
    for (const one of workspaces.values()) {
      reveal(one.section, one === workspace);
      one.holder.classList.toggle('active', one === workspace);
    }
    for (const one of workspace.tabs.values()) reveal(one.section, one === tab);
    workspace.holder.classList.toggle('hasActiveSubtab', tab.path !== workspace.path);
    tellTitle();
  }

  return { announce, show };
}
