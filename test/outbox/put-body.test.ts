import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '@/lib/ghl/endpoint.ts';
import { endpoints } from '@/lib/ghl/endpoints.ts';
import type { FieldChange, FieldValue } from '@/lib/outbox/entry.ts';
import type { Update } from '@/lib/outbox/fields.ts';
import { requestFor } from '@/lib/outbox/requests.ts';
import { draftSchema } from '@/lib/outbox/schema.ts';
import { ann } from './support.ts';

const CONTACT =
  'firstName lastName email phone address1 city state postalCode country website timezone dateOfBirth source assignedTo'.split(' ');

/** What each kind may send (HighLevel OpenAPI), written down apart from the code under test. */
const ALLOWED: { readonly [K in Update['kind']]: readonly string[] } = {
  updateTask: ['title', 'body', 'dueDate', 'assignedTo'],
  updateNote: ['body', 'title', 'color', 'pinned'],
  updateAppointment: ['startTime', 'endTime', 'appointmentStatus', 'title', 'assignedUserId', 'description', 'address'],
  updateAppointmentNote: ['body'],
  updateBusiness: ['name', 'phone', 'email', 'website', 'address', 'city', 'state', 'postalCode', 'country', 'description'],
  updateBusinessFields: ['custom:tier', 'custom:chairs'],
  updateContact: [...CONTACT, 'custom:f1', 'custom:f2', 'custom:f3'],
};
const FORBIDDEN = [
  'companyName',
  'locationId',
  'gender',
  'tags',
  'name ',
  'businessId',
  'contactId',
  'id',
  'customFields',
  'custom:',
  '__proto__',
  'constructor',
];

const bases: { readonly [K in Update['kind']]: Omit<Extract<Update, { readonly kind: K }>, 'changes'> } = {
  updateTask: { kind: 'updateTask', taskId: 't1', title: '' },
  updateNote: { kind: 'updateNote', noteId: 'n1', excerpt: '' },
  updateAppointment: { kind: 'updateAppointment', appointmentId: 'a1', title: '' },
  updateAppointmentNote: { kind: 'updateAppointmentNote', appointmentId: 'a1', noteId: 'n1' },
  updateBusiness: { kind: 'updateBusiness', businessId: 'b1', name: '' },
  updateBusinessFields: { kind: 'updateBusinessFields', businessId: 'b1', name: '' },
  updateContact: { kind: 'updateContact' },
};

const words = fc.constantFrom('', ' ', 'a', 'b', 'Salem', '2026-11-23T14:00:00Z', '+14155550100');
const value: fc.Arbitrary<FieldValue> = fc.oneof(
  { weight: 5, arbitrary: words },
  { weight: 2, arbitrary: fc.constant(null) },
  fc.boolean(),
  fc.integer({ min: 0, max: 3 }),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
);

const kinds = Object.keys(ALLOWED) as Update['kind'][];
const update: fc.Arbitrary<Update> = fc.constantFrom(...kinds).chain((kind) => {
  const field = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...ALLOWED[kind]) },
    { weight: 1, arbitrary: fc.constantFrom(...FORBIDDEN) },
  );
  const change: fc.Arbitrary<FieldChange> = fc.record({ field, label: fc.constant(''), from: value, to: value });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => ({ ...bases[kind], changes }) as Update);
});

const isNothing = (given: unknown) =>
  given === null || (typeof given === 'string' && given.trim() === '') || (Array.isArray(given) && given.length === 0);

interface SentBody extends Record<string, unknown> {
  /** A contact's. */
  customFields?: { id: string; fieldValue: unknown }[];
  /** A business's. */
  properties?: Record<string, unknown>;
}

/** The body as HighLevel gets it, with custom fields by the names of the changes. */
function sentBody(asked: Update): Record<string, unknown> {
  const { name, input } = requestFor(asked, ann);
  const endpoint = endpoints[name] as unknown as Endpoint<unknown, unknown>;
  const { customFields = [], properties = {}, ...body } = (endpoint.body?.(input) ?? {}) as SentBody;
  const custom = [...customFields.map(({ id, fieldValue }): [string, unknown] => [id, fieldValue]), ...Object.entries(properties)];
  return { ...body, ...Object.fromEntries(custom.map(([id, value]) => [`custom:${id}`, value])) };
}

describe('the body of a change', () => {
  test('never holds a forbidden, an unchanged, or an empty key that was not cleared', () => {
    const seen = { stored: 0, refused: 0, cleared: 0, dropped: 0 };
    fc.assert(
      fc.property(update, (asked) => {
        if (!draftSchema.safeParse({ operation: asked, target: ann, holdMs: 0 }).success) {
          seen.refused += 1;
          // Even what would never be stored cannot make a body with a key that HighLevel does not take.
          for (const key of Object.keys(sentBody(asked))) expect(ALLOWED[asked.kind]).toContain(key);
          return;
        }
        seen.stored += 1;
        const body = sentBody(asked);
        for (const [key, sent] of Object.entries(body)) {
          expect(ALLOWED[asked.kind]).toContain(key);
          const { from, to } = asked.changes.findLast(({ field }) => field === key) ?? expect.fail(`${key} was not asked for`);
          expect(JSON.stringify(from) === JSON.stringify(to) || (isNothing(from) && isNothing(to)), `${key} is as it was`).toBe(false);
          expect(isNothing(sent), `${key} is empty only when cleared`).toBe(isNothing(to));
          seen.cleared += Number(isNothing(to));
          if (!isNothing(to)) expect(String(sent)).toBe(String(to));
        }
        // Whatever really changes is sent.
        const last = new Map(asked.changes.map((change) => [change.field, change]));
        for (const { field, from, to } of last.values()) {
          const isChange = JSON.stringify(from) !== JSON.stringify(to) && !(isNothing(from) && isNothing(to));
          if (isChange) expect(Object.keys(body)).toContain(field);
          seen.dropped += Number(!isChange);
        }
      }),
      { numRuns: 5_000 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
  });

  test.each(FORBIDDEN)('is refused before it is stored when it names %s', (field) => {
    const changes = [{ field, label: '', from: 'a', to: 'b' }];
    expect(draftSchema.safeParse({ operation: { kind: 'updateContact', changes }, target: ann, holdMs: 0 }).success).toBe(false);
  });

  test('is refused before it is stored when nothing in it changes', () => {
    const changes = [{ field: 'city', label: '', from: null, to: ' ' }];
    expect(draftSchema.safeParse({ operation: { kind: 'updateContact', changes }, target: ann, holdMs: 0 }).success).toBe(false);
  });
});
