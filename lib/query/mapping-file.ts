import * as z from 'zod';
import type { FieldMapping } from '@/lib/contact/mapping.ts';
import { siteMapping } from '@/lib/storage/mapping-schema.ts';

/** A site's mapping as a file: which site it is for, and its lines. */
export interface MappingFile {
  /** The site's id: a built-in CRM's name, or the origin of a taught one. */
  readonly site: string;
  readonly mapping: FieldMapping[];
}

const file = z.strictObject({ version: z.literal(1), site: z.string().min(1).max(300), mapping: siteMapping.min(1) });

/** A mapping out of a file that somebody sent, or what is wrong with it: where, and why. */
export function parseMapping(text: string): { readonly file: MappingFile } | { readonly problems: readonly string[] } {
  const parsed = file.safeParse(parseJson(text));
  if (parsed.success) return { file: { site: parsed.data.site, mapping: parsed.data.mapping } };
  const problems = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': '));
  return { problems: problems.slice(0, 5) };
}

/** `undefined`, which no schema takes, for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A mapping as a file that `parseMapping` reads. */
export function writeMapping({ site, mapping }: MappingFile): string {
  return `${JSON.stringify({ version: 1, site, mapping }, null, 2)}\n`;
}
