import type { CrmPage, Field } from '../adapter.ts';
import { openRoots } from '../dom.ts';
import { proposeFields } from '../generic/propose.ts';
import { createFind } from './find.ts';
import type { PickedField, Proposal, RuleReading } from './findings.ts';
import { makeAnchors } from './make-anchors.ts';
import { createOverlay } from './overlay.ts';
import { createOwnData } from './own-data.ts';
import { pickOnPage } from './picker.ts';
import { type Choice, choicesOf, resolvePick } from './resolve-pick.ts';
import type { TaughtRule } from './rule.ts';
import { readByRule } from './taught-adapter.ts';

/** What the panel may ask of a page that is being taught. */
export interface Teacher {
  propose(): Proposal;
  /** `null`: the person gave up, or what they took cannot be found again. A new picking ends the one before. */
  pick(field: Field): Promise<PickedField | null>;
  cancelPick(): void;
  tryRule(rule: TaughtRule): RuleReading;
}

/** What is said to the person on the page: `fields` are names of fields. */
export interface TeacherWords {
  readonly start: string;
  readonly nothing: string;
  readonly fields: Readonly<Record<Field, string>>;
}

const LONGEST_TITLE = 2_000;

/** Teaches one page; nothing is put into it but while the person points. `signal` ends that too. */
export function createTeacher(window: Window, words: TeacherWords, signal: AbortSignal): Teacher {
  const { document, location } = window;
  let picking = new AbortController();
  const look = (): CrmPage => ({ url: new URL(location.href), document, roots: openRoots(document, true) });

  function propose(): Proposal {
    const page = look();
    const finding = createFind(page.roots ?? []);
    const proposed = Object.entries(proposeFields(page)).map(([field, { element }]) => {
      const known = field as Field; // the keys of a proposal are fields
      return [known, resolvePick(element, known, finding.dom)] as const;
    });
    const values = proposed.flatMap(([, choice]) => choice?.value ?? []);
    const fields = proposed.flatMap(([field, choice]) => {
      const picked = choice && describe(choice, field, { page, finding, values });
      return picked ? [[field, picked] as const] : [];
    });
    return { url: location.href, title: document.title.slice(0, LONGEST_TITLE), fields: Object.fromEntries(fields) };
  }

  async function pick(field: Field): Promise<PickedField | null> {
    picking.abort();
    picking = new AbortController();
    const page = look();
    const roots = page.roots ?? [];
    const chosen = await pickOnPage({
      windows: roots.flatMap((root) => ('defaultView' in root ? (root.defaultView ?? []) : [])),
      overlay: createOverlay(document),
      // The page may draw itself anew meanwhile, so what is open in it is looked for again.
      choose: (element) => resolvePick(element, field, createFind(look().roots ?? []).dom),
      choices: () => choicesOf(field, roots, createFind(roots).dom),
      words: {
        start: `${words.fields[field]}: ${words.start}`,
        nothing: words.nothing,
        say: (value) => `${words.fields[field]}: ${value}`,
      },
      signal: AbortSignal.any([picking.signal, signal]),
    });
    if (!chosen) return null;
    const now = look();
    const values = Object.values(proposeFields(now)).map(({ value }) => value);
    return describe(chosen, field, { page: now, finding: createFind(now.roots ?? []), values }) ?? null;
  }

  return { propose, pick, cancelPick: () => picking.abort(), tryRule: (rule) => readByRule(rule, look()) };
}

interface Surroundings {
  readonly page: CrmPage;
  readonly finding: ReturnType<typeof createFind>;
  /** What the page seems to show of the record. */
  readonly values: readonly string[];
}

/** `undefined`: nothing leads to it again. */
function describe({ holder, value }: Choice, field: Field, { page, finding, values }: Surroundings): PickedField | undefined {
  const anchors = makeAnchors(holder, field, finding, createOwnData([...values, value], page.url));
  return anchors.length > 0 ? { value, anchors } : undefined;
}
