import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';

/** Takes pictures into a folder that starts empty. */
export interface Album {
  readonly folder: string;
  /** Saves what the page shows; returns the file's path. */
  take(page: Page, name: string): Promise<string>;
  /** Saves pages as they stand side by side on a screen. */
  takeTogether(context: BrowserContext, pages: readonly Page[], name: string): Promise<string>;
}

export function createAlbum(folder: string): Album {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const fileOf = (name: string) => path.relative(process.cwd(), path.join(folder, `${name}.png`));
  return {
    folder: path.relative(process.cwd(), folder),
    async take(page, name) {
      await page.screenshot({ path: fileOf(name), animations: 'disabled' });
      return fileOf(name);
    },
    async takeTogether(context, pages, name) {
      const pictures = await Promise.all(pages.map((page) => page.screenshot()));
      const frame = await context.newPage();
      await frame.setContent(sideBySide(URL.parse(pages[0]?.url() ?? '')?.host ?? '', pictures));
      await frame.locator('main').screenshot({ path: fileOf(name) });
      await frame.close();
      return fileOf(name);
    },
  };
}

/** A browser window around the pictures, which are real; only this frame is drawn. */
function sideBySide(host: string, pictures: readonly Buffer[]): string {
  const images = pictures.map((picture) => `<img alt="" src="data:image/png;base64,${picture.toString('base64')}">`);
  return `<!doctype html><style>
    body { margin: 0; background: #fff }
    main { display: inline-block; padding: 16px; background: #fff }
    figure { margin: 0; border: 1px solid #c6cad1; border-radius: 10px; overflow: hidden; box-shadow: 0 6px 14px #00000026 }
    header { display: flex; gap: 8px; align-items: center; padding: 9px 14px; background: #e8eaee; font: 13px system-ui; color: #444 }
    i { width: 12px; height: 12px; border-radius: 50%; background: #c6cad1 }
    b { flex: 1; margin-left: 8px; padding: 5px 14px; border-radius: 14px; background: #fff; font-weight: 400 }
    div { display: flex; gap: 1px; background: #c6cad1 }
    img { display: block }
  </style><main><figure><header><i></i><i></i><i></i><b>${host}</b></header><div>${images.join('')}</div></figure></main>`;
}
