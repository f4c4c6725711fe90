import { type FormEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useFormFocus } from '@/components/tasks/use-form-focus.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { Field } from '@/components/ui/Field.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import styles from './Business.module.css';

interface CreateBusinessProps {
  readonly target: Target & { readonly contactId: string };
  /** What was searched for and not found. */
  readonly name: string;
  readonly onClose: () => void;
}

/** A new business, which the contact is linked to. */
export function CreateBusiness({ target, name: searched, onClose }: CreateBusinessProps) {
  const [typed, setTyped] = useState({ name: searched, phone: '', email: '', website: '' });
  const first = useRef<HTMLInputElement>(null);
  const write = useCommitWrite();
  const onText = (field: keyof typeof typed) => (text: string) => setTyped({ ...typed, [field]: text });
  useFormFocus(first);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (write.isPending) return;
    const given = Object.entries(typed).flatMap(([field, text]) => (text.trim() === '' ? [] : [[field, text.trim()]]));
    const operation = { kind: 'createBusiness', name: typed.name.trim(), ...Object.fromEntries(given) } as const;
    write.mutate({ operation, target }, { onSuccess: onClose });
  }
  return (
    <form className={styles.form} aria-label={i18n.t('business.createTitle')} onSubmit={submit}>
      <div className={styles.fields}>
        <Field ref={first} label={i18n.t('business.name')} value={typed.name} required pattern=".*\S.*" onText={onText('name')} />
        <Field label={i18n.t('business.phone')} type="tel" value={typed.phone} onText={onText('phone')} />
        <Field label={i18n.t('business.email')} type="email" value={typed.email} onText={onText('email')} />
        <Field label={i18n.t('business.website')} value={typed.website} onText={onText('website')} />
      </div>
      {write.error !== null && <ErrorNote error={write.error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={write.isPending}>
          {i18n.t('business.create')}
        </Button>
        <Button onClick={onClose}>{i18n.t('business.cancel')}</Button>
      </div>
    </form>
  );
}
