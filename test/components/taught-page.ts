import { vi } from 'vitest';
import type { Field } from '@/lib/crm/adapter.ts';
import type { PickedField, RuleReading } from '@/lib/crm/taught/findings.ts';
import { checkRule, makeRule } from '@/lib/crm/taught/make-rule.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import type { FakeGateway } from '../query/fake-gateway.ts';

export type Values = Readonly<Partial<Record<Field, string>>>;

export const ORIGIN = 'https://crm.acme.test';

/** A value that is found again by its field's label, as long as the page shows that field. */
export function at(field: Field, value: string): PickedField {
  return { value, anchors: [{ kind: 'label', text: field }] };
}

/** A CRM in the tab: the real rules over a page of labelled values. `open` goes to another record. */
export function playCrm({ fakes }: FakeGateway, first: { readonly id: string; readonly values: Values }) {
  let page = first;
  const url = () => `${ORIGIN}/contacts/${page.id}`;
  const found = (rule: TaughtRule): RuleReading['values'] =>
    Object.fromEntries(Object.entries(page.values).filter(([field]) => Object.hasOwn(rule.fields, field)));
  fakes.teach.propose.mockImplementation(async () => ({
    url: url(),
    title: `${page.values.name ?? 'Contact'} | Acme CRM`,
    // The keys of `values` are fields.
    fields: Object.fromEntries(Object.entries(page.values).map(([field, value]) => [field, at(field as Field, value)])),
  }));
  fakes.teach.tryRule.mockImplementation(async (_tabId, rule) => ({
    url: url(),
    isRecordPage: true,
    recordId: page.id,
    values: found(rule),
  }));
  fakes.teach.makeRule.mockImplementation((lesson) => makeRule(lesson, 1));
  fakes.teach.checkRule.mockImplementation(checkRule);
  return {
    open(id: string, values: Values) {
      page = { id, values };
    },
    /** What the person points at next; `null`: they give up. */
    pointAt(picked: PickedField | null) {
      fakes.teach.pick.mockResolvedValueOnce(picked);
    },
    /** The page waits for the person until the panel tells it to stop. */
    waitForPointing() {
      const { promise, resolve } = Promise.withResolvers<null>();
      fakes.teach.pick.mockReturnValueOnce(promise);
      fakes.teach.cancelPick.mockImplementation(vi.fn(async () => resolve(null)));
    },
  };
}
