import type { Page } from '@playwright/test';

/** What the extension keeps in this browser, as its own pages can see it. */
export interface Kept {
  /** As JSON. */
  readonly local: string;
  readonly session: string;
  /** Rows of each IndexedDB store, by `database/store`. */
  readonly rows: Readonly<Record<string, number>>;
  /** Every text and byte of those rows, to be searched. */
  readonly bytes: string;
}

/** `page` is the options page or the panel. */
export function readKept(page: Page): Promise<Kept> {
  return page.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const flatten = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
      if (typeof value === 'object' && value !== null) return Object.entries(value).flat().map(flatten).join('\n');
      return String(value);
    };
    const rows: Record<string, number> = {};
    const bytes: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await finished(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames) {
        const all = await finished(database.transaction(store).objectStore(store).getAll());
        rows[`${name}/${store}`] = all.length;
        bytes.push(flatten(all));
      }
      database.close();
    }
    const local = JSON.stringify(await chrome.storage.local.get(null));
    const session = JSON.stringify(await chrome.storage.session.get(null));
    return { local, session, rows, bytes: bytes.join('\n') };
  });
}
