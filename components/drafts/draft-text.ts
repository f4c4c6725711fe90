import { i18n } from '#i18n';
import { plainText } from '@/components/ui/rich-text-plain.ts';
import type { Draft } from './draft.ts';

/** What the person has typed, as text to take along. */
export function textOf(draft: Draft): string {
  switch (draft.kind) {
    case 'note':
      return draft.text;
    case 'noteEdit':
      return draft.format === 'rich' ? plainText(draft.text) : draft.text;
    case 'task':
    case 'taskEdit':
      return [draft.title, draft.details].filter((part) => part !== '').join('\n');
    case 'details':
      return draft.edits.map(({ label, typed }) => `${label}: ${typeof typed === 'string' ? typed : typed.join(', ')}`).join('\n');
    case 'contact':
      return [draft.firstName, draft.lastName, draft.email, draft.phone, draft.companyName].filter((part) => part !== '').join('\n');
  }
}

/** One line that tells which draft it is. */
export function previewOf(draft: Draft): string {
  if (draft.kind === 'contact') return i18n.t('create.heading');
  if (draft.kind === 'details') return `${i18n.t('details.title')}: ${textOf(draft).slice(0, MOST_PREVIEW)}`;
  const isTask = draft.kind === 'task' || draft.kind === 'taskEdit';
  return `${i18n.t(isTask ? 'drafts.task' : 'drafts.note')}: ${textOf(draft).slice(0, MOST_PREVIEW)}`;
}

const MOST_PREVIEW = 300;
