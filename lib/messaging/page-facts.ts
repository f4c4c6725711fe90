import * as z from 'zod';
import type { Detection } from '@/lib/crm/adapter.ts';

/** Pages are untrusted: what they report is bounded in length and number, and anything else in a message refuses it. */
const line = z.string().max(12_000);
const short = z.string().max(512);

const detectedContact = z.strictObject({
  crm: z.string().max(40),
  recordId: z.string().min(1).max(128),
  name: line.exactOptional(),
  company: line.exactOptional(),
  emails: z.array(short).max(20),
  phones: z.array(short).max(20),
});

const detection: z.ZodType<Detection> = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('contact'), contact: detectedContact }),
  z.strictObject({ status: z.literal('none') }),
  z.strictObject({ status: z.literal('pending') }),
]);

export const pageFactsSchema = z.strictObject({ crm: z.string().max(40), url: z.string().max(4_096), detection });
export type PageFacts = z.output<typeof pageFactsSchema>;
