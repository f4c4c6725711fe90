import * as z from 'zod';
import type { Detection } from '@/lib/crm/adapter.ts';

/** Pages are untrusted: what they report is bounded in length and number, and anything else in a message refuses it. */
const line = z.string().max(12_000);
const short = z.string().max(512);

const field = z.enum(['name', 'company', 'email', 'phone']);

const detectedContact = z.strictObject({
  crm: z.string().max(300),
  // 256 from a page; what is kept of a taught site says by which rule it was read, too.
  recordId: z.string().min(1).max(300),
  kind: z.literal('company').exactOptional(),
  name: line.exactOptional(),
  company: line.exactOptional(),
  emails: z.array(short).max(20),
  phones: z.array(short).max(20),
});

const reason = z.strictObject({
  field,
  source: z.enum(['field', 'input', 'label', 'link', 'highlights', 'heading', 'title', 'data', 'address', 'text', 'taught']),
  label: z.string().max(200).exactOptional(),
});

const detection: z.ZodType<Detection> = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('contact'), contact: detectedContact, reasons: z.array(reason).max(8).exactOptional() }),
  z.strictObject({ status: z.literal('none') }),
  z.strictObject({ status: z.literal('pending') }),
  z.strictObject({ status: z.literal('ambiguous'), people: z.array(detectedContact).max(10) }),
  z.strictObject({ status: z.literal('unknown'), missing: z.array(field).max(4) }),
]);

const head = { crm: z.string().max(300), url: z.string().max(4_096) };

/** Whose report it is, and of which address, whatever else it says. */
export const reportHeadSchema = z.object(head);

export const pageFactsSchema = z.strictObject({ ...head, detection });
export type PageFacts = z.output<typeof pageFactsSchema>;

/** What is kept of a report. `documentId`: the document that it came from, where the browser tells (Chromium does, Firefox 153 does not). */
export const keptFactsSchema = z.strictObject({ ...head, detection, documentId: z.string().max(100).exactOptional() });
export type KeptFacts = z.output<typeof keptFactsSchema>;
