import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf, type FieldEdit, typedValue } from '@/lib/contact/changes.ts';
import { CONTACT_FIELDS, type ContactFieldRef, type ContactFields, type FieldKind, fieldValue } from '@/lib/contact/fields.ts';
import { endpoints } from '@/lib/ghl/endpoints.ts';
import { requestFor } from '@/lib/outbox/requests.ts';

const target = { locationId: 'loc1', contactId: 'c1', shownAs: 'Maria Gomez' };
const words = fc.oneof(
  fc.string(),
  fc.constantFrom('', ' ', 'Oakland', 'maria@bayside.test', '+1 (415) 555-0142', '1990-09-25', 'US', 'bayside.test'),
);
const customKinds = { c1: 'text', c2: 'number', c3: 'choice', c4: 'choices', c5: 'date' } as const satisfies Record<string, FieldKind>;
const customValue = fc.oneof(words, fc.integer(), fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 3 }), fc.constant(null));

/** A contact as HighLevel may have it, however untidy. */
const anyContact: fc.Arbitrary<ContactFields> = fc
  .tuple(
    fc.record(Object.fromEntries(CONTACT_FIELDS.map(({ field }) => [field, words])), { requiredKeys: [] }),
    fc.record(Object.fromEntries(Object.keys(customKinds).map((id) => [id, customValue])), { requiredKeys: [] }),
  )
  .map(([standard, custom]) => ({ ...standard, customFields: Object.entries(custom).map(([id, value]) => ({ id, value })) }));

const fields: readonly { readonly field: ContactFieldRef; readonly kind: FieldKind }[] = [
  ...CONTACT_FIELDS,
  ...Object.entries(customKinds).map(([id, kind]) => ({ field: `custom:${id}` as const, kind })),
];

/** What a person may leave in the form's controls; a field that is not named was not touched. */
const anyForm = fc.dictionary(
  fc.constantFrom(...fields.map(({ field }) => field)),
  fc.record({ text: words, ticked: fc.subarray(['a', 'b', 'c']) }),
);

type Form = Readonly<Record<string, { readonly text: string; readonly ticked: readonly string[] }>>;

function editsOf(contact: ContactFields, form: Form): FieldEdit[] {
  return fields.flatMap(({ field, kind }) => {
    const left = form[field];
    if (left === undefined) return [];
    return [{ field, kind, label: field, from: fieldValue(contact, field), typed: kind === 'choices' ? left.ticked : left.text }];
  });
}

/** The body of the PUT that a form ends in, through the outbox and the endpoint's own schema; `undefined` when none is sent. */
function putBody(contact: ContactFields, form: Form): Record<string, unknown> | undefined {
  const changes = changesOf(editsOf(contact, form));
  if (changes.length === 0) return undefined;
  const { name, input } = requestFor({ kind: 'updateContact', changes }, target);
  if (name !== 'contacts.update') throw new Error(name);
  const endpoint = endpoints['contacts.update'];
  return endpoint.body?.(endpoint.input.parse(input)) as Record<string, unknown>;
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a body says of each field, `custom:<id>` for a custom one. */
function said(body: Record<string, unknown>): [string, unknown][] {
  const { customFields = [], ...standard } = body;
  const custom = customFields as { id: string; fieldValue: unknown }[];
  return [...Object.entries(standard), ...custom.map(({ id, fieldValue: value }): [string, unknown] => [`custom:${id}`, value])];
}

describe('the PUT of any form over any contact', () => {
  it('names only fields that HighLevel takes and the person touched, each once', () => {
    fc.assert(
      fc.property(anyContact, anyForm, (contact, form) => {
        const body = putBody(contact, form);
        if (body === undefined) return;
        const names = said(body).map(([name]) => name);
        expect(names.length).toBeGreaterThan(0);
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(Object.keys(form)).toContain(name);
        for (const key of ['companyName', 'locationId', 'gender', 'tags', 'name', 'dnd']) expect(Object.keys(body)).not.toContain(key);
      }),
    );
  });

  it('says nothing that HighLevel has already', () => {
    fc.assert(
      fc.property(anyContact, anyForm, (contact, form) => {
        for (const [name, value] of said(putBody(contact, form) ?? {})) {
          const had = fieldValue(contact, name as ContactFieldRef);
          expect(isEmpty(value) && isEmpty(had)).toBe(false);
          expect(value).not.toEqual(had);
        }
      }),
    );
  });

  it('empties a field only where the person emptied what was filled', () => {
    fc.assert(
      fc.property(anyContact, anyForm, (contact, form) => {
        for (const [name, value] of said(putBody(contact, form) ?? {})) {
          if (!isEmpty(value)) continue;
          const left = form[name];
          const kind = fields.find(({ field }) => field === name)?.kind;
          expect(kind === 'choices' ? left?.ticked : left?.text.trim()).toHaveLength(0);
          expect(isEmpty(fieldValue(contact, name as ContactFieldRef))).toBe(false);
        }
      }),
    );
  });

  it('is not sent for a form that shows what HighLevel has', () => {
    fc.assert(
      fc.property(anyContact, (contact) => {
        const untouched = fields.map(({ field, kind }) => {
          const typed = typedValue(kind, fieldValue(contact, field));
          return [field, { text: typeof typed === 'string' ? typed : '', ticked: typeof typed === 'string' ? [] : typed }];
        });
        expect(putBody(contact, Object.fromEntries(untouched))).toBeUndefined();
      }),
    );
  });
});
