import * as z from 'zod';
import type { PickedField, Proposal, RuleReading } from '@/lib/crm/taught/findings.ts';
import { anchors } from '@/lib/storage/rule-schema.ts';

// What the teaching script answers comes from a page: bounded, and nothing unknown passes.

const value = z.string().max(512);
const url = z.string().max(4_096);

export const pickedField: z.ZodType<PickedField> = z.strictObject({ value, anchors });

export const proposal: z.ZodType<Proposal> = z.strictObject({
  url,
  title: z.string().max(2_000),
  fields: z.strictObject({
    name: pickedField.exactOptional(),
    company: pickedField.exactOptional(),
    email: pickedField.exactOptional(),
    phone: pickedField.exactOptional(),
  }),
});

export const ruleReading: z.ZodType<RuleReading> = z.strictObject({
  url,
  isRecordPage: z.boolean(),
  recordId: z.string().max(256).nullable(),
  values: z.strictObject({
    name: value.exactOptional(),
    company: value.exactOptional(),
    email: value.exactOptional(),
    phone: value.exactOptional(),
  }),
});
