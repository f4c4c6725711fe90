import { el } from './dom.ts';
import { pageOf } from './pages.ts';

const MAX_OLD_PAGES = 3;

/** Standard navigation: one page in front, the last ones minimised behind it. */
export function createStandardStage(main: HTMLElement): { show(): void; announce(): void } {
  return {
    announce: () => {},
    show() {
      for (const old of main.querySelectorAll(':scope > .oneContent.active'))
        old.className = 'windowViewMode-minimized oneContent lafPageHost';
      const host = el('div', { class: 'windowViewMode-normal oneContent active lafPageHost' });
      const tell = () => {
        const title = host.classList.contains('active') ? page.title() : undefined;
        if (title !== undefined) document.title = title;
      };
      const page = pageOf(location.pathname, tell);
      host.append(page.content);
      main.append(host);
      while (main.querySelectorAll(':scope > .oneContent').length > MAX_OLD_PAGES + 1) main.querySelector(':scope > .oneContent')?.remove();
      tell();
    },
  };
}
