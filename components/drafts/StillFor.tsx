import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useDrafts } from './Drafts.tsx';
import type { Draft } from './draft.ts';
import { draftKey, hasText, keyOf, operationOf } from './draft.ts';
import styles from './StillFor.module.css';
import { useSaveDraft } from './use-save-draft.ts';

/** Drafts for someone else than the panel shows now: they say for whom, and wait for a word. */
export function StillFor({ contactId, recordId }: { readonly contactId: string | undefined; readonly recordId: string | undefined }) {
  const { all } = useDrafts();
  const shown = { locationId: useLocationId(), contactId, recordId };
  const others = all.filter((draft) => hasText(draft) && !isOf(draft, shown));
  return others.map((draft) => <OtherDraft key={keyOf(draft)} draft={draft} />);
}

function OtherDraft({ draft }: { readonly draft: Draft }) {
  const { drop } = useDrafts();
  const { save, error, isSaving } = useSaveDraft();
  const act = (
    <span className={styles.acts}>
      <Button look="link" disabled={isSaving || operationOf(draft) === undefined} onClick={() => save(draft)}>
        {i18n.t('drafts.save')}
      </Button>
      <Button look="link" onClick={() => drop(draft)}>
        {i18n.t('drafts.discard')}
      </Button>
    </span>
  );
  return (
    <Notice tone="warning" action={act}>
      <strong>
        <Phrase sentence={i18n.t('drafts.still', { name: SLOT })} words={draft.target.shownAs} />
      </strong>
      <p className={styles.preview}>
        <Text>{previewOf(draft)}</Text>
      </p>
      {error !== null && <ErrorNote error={error} />}
    </Notice>
  );
}

interface Shown {
  readonly locationId: string;
  readonly contactId: string | undefined;
  readonly recordId: string | undefined;
}

function isOf(draft: Draft, { locationId, contactId, recordId }: Shown): boolean {
  if (draft.target.locationId !== locationId) return false;
  if (draft.kind === 'contact') return draft.recordId === recordId && contactId === undefined;
  return contactId !== undefined && keyOf(draft) === draftKey(draft.kind, { ...draft.target, contactId });
}

function previewOf(draft: Draft): string {
  switch (draft.kind) {
    case 'note':
      return `${i18n.t('drafts.note')}: ${draft.text}`;
    case 'task':
      return `${i18n.t('drafts.task')}: ${draft.title || draft.details}`;
    case 'contact':
      return i18n.t('create.heading');
  }
}
