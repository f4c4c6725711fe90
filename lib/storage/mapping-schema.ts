import * as z from 'zod';
import type { ContactFieldRef } from '@/lib/contact/fields.ts';
import type { FieldMapping, PageFieldRef, Transform } from '@/lib/contact/mapping.ts';

// Mappings come out of storage and out of files: bounded, and nothing unknown passes.

const words = z.string().max(500);

const transform: z.ZodType<Transform> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('trim') }),
  z.strictObject({ kind: z.literal('case'), to: z.enum(['upper', 'lower', 'title']) }),
  z.strictObject({ kind: z.literal('e164') }),
  z.strictObject({ kind: z.literal('date'), order: z.enum(['dmy', 'mdy', 'ymd']) }),
  z.strictObject({ kind: z.literal('split'), part: z.enum(['first', 'last']) }),
  z.strictObject({
    kind: z.literal('lookup'),
    table: z.array(z.strictObject({ from: words, to: words })).max(200),
    otherwise: words.exactOptional(),
  }),
]);

const pageField = z.union([
  z.enum(['name', 'company', 'email', 'phone']),
  z.templateLiteral(['label:', z.string().min(1).max(200)]),
]) satisfies z.ZodType<PageFieldRef>;

const contactField = z.union([
  z.enum([
    'firstName',
    'lastName',
    'email',
    'phone',
    'address1',
    'city',
    'state',
    'postalCode',
    'country',
    'website',
    'timezone',
    'dateOfBirth',
    'source',
    'assignedTo',
  ]),
  z.templateLiteral(['custom:', z.string().min(1).max(100)]),
]) satisfies z.ZodType<ContactFieldRef>;

const fieldMapping: z.ZodType<FieldMapping> = z.strictObject({
  from: pageField,
  to: contactField,
  transforms: z.array(transform).max(10),
  fallback: words.exactOptional(),
  rule: z.enum(['page', 'highlevel', 'blanks', 'ask']),
});

/** All lines of one site. */
export const siteMapping = z.array(fieldMapping).max(60);
