import * as z from 'zod';
import type { Macro } from '@/lib/macros/macro.ts';

// Macros come out of storage and out of files that somebody sent: bounded in every direction, and nothing unknown passes.

const line = z.string().trim().min(1).max(200);

const macro: z.ZodType<Macro> = z
  .strictObject({
    id: z.string().min(1).max(100),
    name: line.max(60),
    key: z
      .string()
      .regex(/^[1-9]$/)
      .exactOptional(),
    tags: z.array(line).max(20),
    note: z.string().trim().min(1).max(5_000).exactOptional(),
    task: z.strictObject({ title: line, due: line.max(100), details: z.string().trim().min(1).max(5_000).exactOptional() }).exactOptional(),
  })
  .refine(({ tags, note, task }) => tags.length > 0 || note !== undefined || task !== undefined, 'does nothing');

/** All of a person's macros. */
export const macros = z.array(macro).max(50);

/** What everybody starts with. */
export const exampleMacros: Macro[] = [
  {
    id: 'no-answer',
    name: 'No answer',
    key: '1',
    tags: ['no answer'],
    note: 'Called {name}: no answer.',
    task: { title: 'Call {name} again', due: 'tomorrow 10am' },
  },
  {
    id: 'interested',
    name: 'Interested',
    key: '2',
    tags: ['interested'],
    note: '{name} is interested.',
    task: { title: 'Send {name} an offer', due: 'in 2 days 9am' },
  },
];
