import { hostOfOrigin } from '@/components/site/site-address.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import { writeRule } from '@/lib/query/rule-file.ts';

/** Hands a rule to the person as a file of the browser's downloads. */
export function saveRuleFile(rule: TaughtRule): void {
  const url = URL.createObjectURL(new Blob([writeRule(rule)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `alongside-${hostOfOrigin(rule.origin).replace(/[^a-z0-9.-]/gi, '-')}.json`;
  link.click();
  // The browser has taken the file's content by the time the click is done.
  setTimeout(() => URL.revokeObjectURL(url));
}
