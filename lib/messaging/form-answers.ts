import * as z from 'zod';
import type { FilledValue, LabelledValue } from '@/lib/crm/form/field.ts';

// What the form script answers comes from a page: bounded, and nothing unknown passes.

const label = z.string().min(1).max(200);

/** `null`: the page shows another record. */
export const pageFields: z.ZodType<readonly LabelledValue[] | null> = z
  .array(z.strictObject({ label, value: z.string().max(2_000) }))
  .max(200)
  .nullable();

/** The same for what became of each field. */
export const filledFields: z.ZodType<readonly FilledValue[] | null> = z
  .array(z.strictObject({ label, outcome: z.enum(['filled', 'missing', 'refused']) }))
  .max(200)
  .nullable();
