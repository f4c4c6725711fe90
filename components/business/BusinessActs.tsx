import { type ReactNode, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import type { Business } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import styles from './Business.module.css';

interface BusinessActsProps {
  readonly target: Target & { readonly contactId: string };
  readonly business: Business;
  /** The way to another business. */
  readonly link: ReactNode;
}

/** What is seldom done with a business: another one, none, or none for anybody. */
export function BusinessActs({ target, business, link }: BusinessActsProps) {
  const write = useCommitWrite();
  const [isAsking, setAsking] = useState(false);
  const name = business.name ?? i18n.t('business.unnamed');
  if (isAsking) {
    return (
      <DeleteQuestion
        name={name}
        onYes={() => {
          setAsking(false);
          write.mutate({ operation: { kind: 'deleteBusiness', businessId: business.id, name }, target });
        }}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <div className={styles.seldom}>
      {link}
      <Button look="link" onClick={() => write.mutate({ operation: { kind: 'linkBusiness', businessId: null, name }, target })}>
        {i18n.t('business.unlink')}
      </Button>
      <Button look="link" onClick={() => setAsking(true)}>
        {i18n.t('business.delete')}
      </Button>
      {write.error !== null && <ErrorNote error={write.error} />}
    </div>
  );
}

interface DeleteQuestionProps {
  readonly name: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Who asked by keyboard goes on here. */
const focus = (element: HTMLElement | null) => element?.focus();

function DeleteQuestion({ name, onYes, onNo }: DeleteQuestionProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in place of the question
    <div role="group" aria-labelledby={id} className={styles.form}>
      <p id={id}>
        <Phrase sentence={i18n.t('business.deleteQuestion', { name: SLOT })} words={name} />
      </p>
      <div className={styles.acts}>
        <Button className={styles.danger} onClick={onYes}>
          {i18n.t('business.delete')}
        </Button>
        <Button ref={focus} onClick={onNo}>
          {i18n.t('business.cancel')}
        </Button>
      </div>
    </div>
  );
}
