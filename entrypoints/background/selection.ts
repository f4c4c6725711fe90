/** What is selected in a page, as the page itself shows it. */
export interface PageSelection {
  /** With its line breaks, which what browsers say of a click may be without. */
  readonly text: string;
  /** It runs over several items of a list. */
  readonly isList: boolean;
}

/** Runs in the page, where nothing else of this file is known. */
export function selectionInPage(): PageSelection {
  const selection = getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const around = range?.commonAncestorContainer;
  const place = around instanceof Element ? around : around?.parentElement;
  const items = [...(place?.querySelectorAll('li') ?? [])].filter((item) => range?.intersectsNode(item));
  return { text: (selection?.toString() ?? '').slice(0, 20_000), isList: items.length > 1 };
}

/**
 * The text of a click's selection, with its lines and with bullets where it is a list. `answer` is what the page said when
 * it was asked: it counts only where it says the same words as the browser did.
 */
export function selectionText(fromBrowser: string, answer: unknown): string {
  const { text, isList } = isPageSelection(answer) ? answer : { text: '', isList: false };
  if (squeezed(text) === '' || squeezed(text) !== squeezed(fromBrowser)) return fromBrowser;
  if (!isList) return text;
  return linesOf(text)
    .map((line) => (BULLET.test(line) ? line : `- ${line}`))
    .join('\n');
}

const BULLET = /^(?:[-–—*•◦▪‣·]|\d{1,2}[.)])\s+(?=\S)/;

/** The lines of a text that begin with a bullet or a number. */
export function bulletLines(text: string): readonly string[] {
  return linesOf(text).filter((line) => BULLET.test(line));
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function isPageSelection(answer: unknown): answer is PageSelection {
  return typeof answer === 'object' && answer !== null && 'text' in answer && typeof answer.text === 'string' && 'isList' in answer;
}
