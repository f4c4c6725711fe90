import { hostOfOrigin } from '@/components/site/site-address.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { writeRule } from '@/lib/query/rule-file.ts';
import { saveFile } from './save-file.ts';

/** Hands a rule to the person as a file of the browser's downloads. */
export function saveRuleFile(rule: TaughtRule): void {
  saveFile(`alongside-${hostOfOrigin(rule.origin).replace(/[^a-z0-9.-]/gi, '-')}.json`, writeRule(rule));
}
