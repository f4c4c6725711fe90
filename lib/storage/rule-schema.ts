import * as z from 'zod';
import { httpsOrigin } from '@/lib/core/origin.ts';
import type { Anchor, TaughtRule } from '@/lib/crm/taught/rule.ts';

// Rules come out of storage and out of files that somebody sent: bounded in every direction, and nothing unknown passes.

const short = z.string().min(1).max(200);

/** Parts of a page by whose tag something is found again, as `lib/crm/taught/make-anchors.ts` names them: never every `div`. */
const within = z
  .string()
  .max(80)
  .regex(/^(?:main|aside|section|article|form|dl|table|header|fieldset|dialog|body|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)$/);

const anchor: z.ZodType<Anchor> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('attribute'),
    tag: z.string().regex(/^[a-z][a-z0-9._-]{0,80}$/),
    name: z.string().regex(/^[a-z][a-z0-9_:.-]{0,80}$/i),
    value: short,
  }),
  z.strictObject({ kind: z.literal('label'), text: short }),
  z.strictObject({
    kind: z.literal('heading'),
    tag: z.enum(['h1', 'h2', 'h3', 'h4']),
    within,
  }),
  z.strictObject({
    kind: z.literal('link'),
    scheme: z.enum(['mailto', 'tel']),
    within,
    at: z.int().min(0).max(50),
  }),
  z.strictObject({
    kind: z.literal('path'),
    steps: z
      .array(z.string().regex(/^(?:#shadow|#frame|[^\s>]{1,120})$/))
      .min(1)
      .max(40),
  }),
]);

/** How one field is found again. */
export const anchors = z.array(anchor).min(1).max(6);
const at = z.int().min(0).max(30);

/** The origin of one https site: a permission is asked for it, so nothing that names many may pass. */
export const siteOrigin = z
  .string()
  .max(280)
  .refine((text) => httpsOrigin(text) === text, 'not the origin of an https site');

/** Whether the path has its one `:id` where the rule looks for it: elsewhere a word of the route would be everybody's id. */
function namesRecord({ path, recordId }: Pick<TaughtRule, 'path' | 'recordId'>): boolean {
  const [inPath, inHash] = path.split('#').map((part) => part.split('/').filter(Boolean));
  const ids = [...(inPath ?? []), ...(inHash ?? [])].filter((part) => part.includes(':id')).length;
  if (recordId === null || recordId.from === 'query') return ids === 0;
  return ids === 1 && (recordId.from === 'path' ? inPath : inHash)?.[recordId.at] === ':id';
}

/** A taught rule, as stored and as exported. */
export const taughtRule: z.ZodType<TaughtRule> = z
  .strictObject({
    version: z.literal(1),
    origin: siteOrigin,
    label: z.string().trim().min(1).max(80),
    path: z.string().max(500).startsWith('/'),
    recordId: z.nullable(
      z.discriminatedUnion('from', [
        z.strictObject({ from: z.literal('path'), at }),
        z.strictObject({ from: z.literal('query'), name: z.string().min(1).max(80) }),
        z.strictObject({ from: z.literal('hash'), at }),
      ]),
    ),
    fields: z
      .strictObject({
        name: anchors.exactOptional(),
        company: anchors.exactOptional(),
        email: anchors.exactOptional(),
        phone: anchors.exactOptional(),
      })
      .refine(({ name, email, phone }) => (name ?? email ?? phone) !== undefined, 'no e-mail, phone or name'),
    taughtAt: z.number().int().min(0),
  })
  .refine(namesRecord, { path: ['path'], message: 'not one :id, where the record id is' });
