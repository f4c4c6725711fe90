/** What the context menu can ask for. */
export type MenuAct =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'task'; readonly text: string };

/** Selections come from any page: what is longer is cut, visibly. */
const MOST_SELECTION = 5_000;

/** The menu item's id: the browser gives it back on a click, also to a background that was started by that click. */
export function menuId(act: MenuAct): string {
  return act.kind === 'tag' ? `tag:${act.tag}` : act.kind;
}

/** The act of a clicked item, or `undefined` for an item that only opens the panel. */
export function parseMenuId(id: string, selection: string | undefined): MenuAct | undefined {
  if (id.startsWith('tag:')) return { kind: 'tag', tag: id.slice('tag:'.length) };
  const text = cut(selection?.trim() ?? '');
  if (text === '' || (id !== 'note' && id !== 'task')) return undefined;
  return { kind: id, text };
}

/** A task's title is its first line; the whole selection goes into the details when there is more. */
export function taskFromSelection(text: string): { title: string; body?: string } {
  const firstLine = text.split('\n', 1)[0]?.trim() ?? '';
  const title = firstLine.length > 120 ? `${firstLine.slice(0, 119)}…` : firstLine;
  return title === text ? { title } : { title, body: text };
}

function cut(text: string): string {
  return text.length > MOST_SELECTION ? `${text.slice(0, MOST_SELECTION)}…` : text;
}
