import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Notice } from '@/components/ui/Notice.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { useDrafts } from './Drafts.tsx';
import { type Draft, operationOf } from './draft.ts';
import { previewOf, textOf } from './draft-text.ts';
import styles from './StillFor.module.css';
import { useSaveDraft } from './use-save-draft.ts';

interface OtherDraftProps {
  readonly draft: Draft;
  /** Off when there is nobody any more to save it for. */
  readonly canSave: boolean;
}

/** One draft that none of the forms on screen holds. */
export function OtherDraft({ draft, canSave }: OtherDraftProps) {
  const { drop } = useDrafts();
  const { save, error, isSaving } = useSaveDraft();
  const act = (
    <span className={styles.acts}>
      {canSave && (
        <Button look="link" disabled={isSaving || operationOf(draft) === undefined} onClick={() => save(draft)}>
          {i18n.t('drafts.save')}
        </Button>
      )}
      <CopyDraft draft={draft} />
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

/** Takes what was typed elsewhere. */
export function CopyDraft({ draft }: { readonly draft: Draft }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(textOf(draft));
    setCopied(true);
  };
  return (
    <Button look="link" onClick={() => void copy()}>
      <span aria-live="polite">{isCopied ? i18n.t('drafts.copied') : i18n.t('drafts.copy')}</span>
    </Button>
  );
}
