/** Marks before a line of a list: "-", "*", "•", "–", "1.", "2)", "[ ]", "[x]", also one after the other. */
const MARK = /^\s*(?:(?:[-*+•‣◦·–—☐☑]|\d{1,3}[.)]|\[[ xX]?\])\s+)+(?=\S)/;

/** HighLevel documents no limit; past this a title is no longer read. */
const MOST_TITLE = 120;

export interface TextTasks {
  /** The text as one task: its first line, and what else it says. */
  readonly title: string;
  readonly details: string;
  /** What stands in its list, line by line; empty where it has none. */
  readonly lines: readonly string[];
}

/** What tasks a text may stand for. */
export function tasksOf(text: string): TextTasks {
  const written = text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
  const lines = written.filter((line) => MARK.test(line)).map(unmarked);
  const [first = '', ...rest] = written;
  const title = unmarked(first);
  const short = shortened(title);
  return { title: short, details: (short === title ? rest : written).join('\n'), lines };
}

function unmarked(line: string): string {
  return line.replace(MARK, '').trim();
}

/** Cut at a word; the whole then stands in the details. */
function shortened(title: string): string {
  if (title.length <= MOST_TITLE) return title;
  const cut = title.slice(0, MOST_TITLE - 1);
  return `${cut.replace(/\s+\S*$/, '')}…`;
}
