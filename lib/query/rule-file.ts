import { AppFailure } from '@/lib/core/errors.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { taughtRule } from '@/lib/storage/rule-schema.ts';

/** A rule out of a file that somebody sent. Fails with `bad_rule_file`, naming what is wrong. */
export function parseRule(text: string): TaughtRule {
  const parsed = taughtRule.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': '));
  throw new AppFailure({ code: 'bad_rule_file', problems });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppFailure({ code: 'bad_rule_file', problems: ['not JSON'] });
  }
}

/** A rule as a file that `parseRule` reads. */
export function writeRule(rule: TaughtRule): string {
  return `${JSON.stringify(rule, null, 2)}\n`;
}

/** The rule with another path typed by hand: its `:id` says where the record is named, if it has one. */
export function withPath(rule: TaughtRule, path: string): TaughtRule {
  const parts = path.split('#').map((part) => part.split('/').filter(Boolean).indexOf(':id'));
  const [inPath = -1, inHash = -1] = parts;
  if (inHash >= 0) return { ...rule, path, recordId: { from: 'hash', at: inHash } };
  if (inPath >= 0) return { ...rule, path, recordId: { from: 'path', at: inPath } };
  return { ...rule, path, recordId: rule.recordId?.from === 'query' ? rule.recordId : null };
}
