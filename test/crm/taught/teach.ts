import type { Field } from '@/lib/crm/adapter.ts';
import { openRoots } from '@/lib/crm/dom.ts';
import { createFind } from '@/lib/crm/taught/find.ts';
import type { Lesson, PickedField, RuleReading } from '@/lib/crm/taught/findings.ts';
import { makeAnchors } from '@/lib/crm/taught/make-anchors.ts';
import { checkRule, makeRule } from '@/lib/crm/taught/make-rule.ts';
import { createOwnData } from '@/lib/crm/taught/own-data.ts';
import { resolvePick } from '@/lib/crm/taught/resolve-pick.ts';
import type { Anchor, TaughtRule } from '@/lib/crm/taught/rule.ts';
import { readByRule } from '@/lib/crm/taught/taught-adapter.ts';
import { showPage } from '../page.ts';

export type Targets = Readonly<Partial<Record<Field, Element | null>>>;

/** What pointing at these elements of the test's document teaches. */
function lessonOn(url: URL, targets: Targets): Lesson {
  const finding = createFind(openRoots(document, true));
  const choices = Object.entries(targets).flatMap(([key, target]) => {
    const field = key as Field; // the keys of targets
    const choice = target && resolvePick(target, field, finding.dom);
    return choice ? [{ field, choice }] : [];
  });
  const isOwn = createOwnData(
    choices.map(({ choice }) => choice.value),
    url,
  );
  const fields: [Field, PickedField][] = choices.map(({ field, choice: { holder, value } }) => [
    field,
    { value, anchors: makeAnchors(holder, field, finding, isOwn) },
  ]);
  return { url: url.href, label: 'Acme CRM', fields: Object.fromEntries(fields) };
}

/** The anchors that pointing at one element gives. */
export function anchorsFor(
  field: Field,
  target: Element | null,
  url = new URL('https://crm.acme.example/app/contact/1'),
): readonly Anchor[] {
  return lessonOn(url, { [field]: target }).fields[field]?.anchors ?? [];
}

/** The value that the anchor finds now, alone. */
export function foundBy(anchor: Anchor, field: Field): string[] {
  const { find } = createFind(openRoots(document, true));
  return find(anchor, field).holders.map((holder) => ('value' in holder ? String(holder.value) : (holder.textContent ?? '').trim()));
}

interface Shown {
  readonly url: URL;
  readonly html: string;
}

/** Teaches on the first page by pointing, proves the rule on the second, and gives what was learnt. */
export function teach(first: Shown, second: Shown, targets: () => Targets): TaughtRule {
  showPage(first.html);
  const lesson = lessonOn(first.url, targets());
  const rule = makeRule(lesson, 0);
  if (!rule) throw new Error('Nothing was learnt.');
  showPage(second.html);
  const check = checkRule(rule, lesson, readingAt(second.url, rule));
  if (!check.rule) throw new Error(`The second record does not prove the rule: ${JSON.stringify(check)}`);
  return check.rule;
}

export function readingAt(url: URL, rule: TaughtRule): RuleReading {
  return readByRule(rule, { url, document });
}

export const find = (selector: string) => document.querySelector(selector);
