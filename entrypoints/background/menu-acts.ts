import { bulletLines } from './selection.ts';

/** What the context menu can ask for on the contact of the tab. */
export type MenuAct =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'task'; readonly text: string };

/** What it can ask for in any case: a search. */
export interface MenuSearch {
  readonly kind: 'find';
  readonly query: string;
}

/** What a click says of itself; all of it comes from a page. */
export interface Clicked {
  readonly selectionText?: string | undefined;
  readonly linkUrl?: string | undefined;
}

/** Selections come from any page: what is longer is cut, visibly. */
const MOST_SELECTION = 5_000;
/** HighLevel searches no longer text. */
const MOST_QUERY = 75;

/** The menu item's id: the browser gives it back on a click, also to a background that was started by that click. */
export function menuId(act: MenuAct): string {
  return act.kind === 'tag' ? `tag:${act.tag}` : act.kind;
}

/** What a clicked item asks for, or `undefined` for an item that only opens the panel. */
export function parseMenuId(id: string, { selectionText, linkUrl }: Clicked): MenuAct | MenuSearch | undefined {
  if (id.startsWith('tag:')) return { kind: 'tag', tag: id.slice('tag:'.length) };
  if (id === 'lookup') return searchFor(addressOf(linkUrl ?? ''));
  if (id === 'search') return searchFor(selectionText ?? '');
  const text = cutText(selectionText?.trim() ?? '');
  if (text === '' || (id !== 'note' && id !== 'task')) return undefined;
  return { kind: id, text };
}

/** A task's title is its first line; the whole selection goes into the details when there is more. */
export function taskFromSelection(text: string): { title: string; body?: string } {
  const firstLine = text.split('\n', 1)[0]?.trim() ?? '';
  const title = firstLine.length > 120 ? `${firstLine.slice(0, 119)}…` : firstLine;
  return title === text ? { title } : { title, body: text };
}

/** Whether a selection is a list, of which each line may become a task. */
export function isTaskList(text: string): boolean {
  return bulletLines(text).length > 1;
}

/** The first address of a `mailto:` link, or the number of a `tel:` link, as a person would type it; else empty. */
export function addressOf(linkUrl: string): string {
  const [, scheme, rest = ''] = /^(mailto|tel):(.*)$/is.exec(linkUrl.slice(0, 2_000)) ?? [];
  if (scheme === undefined) return '';
  const first = scheme.toLowerCase() === 'tel' ? rest.split(/[;?]/, 1)[0] : rest.split(/[?,;]/, 1)[0];
  return decoded(first ?? '').trim();
}

function searchFor(words: string): MenuSearch | undefined {
  const query = words.replace(/\s+/g, ' ').trim().slice(0, MOST_QUERY);
  return query === '' ? undefined : { kind: 'find', query };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function cutText(text: string): string {
  return text.length > MOST_SELECTION ? `${text.slice(0, MOST_SELECTION)}…` : text;
}
