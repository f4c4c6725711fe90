import { type FormEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { useFormFocus } from '@/components/tasks/use-form-focus.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Business } from '@/lib/ghl/models.ts';
import type { Operation, Target } from '@/lib/outbox/entry.ts';
import { useCommitGroup, useCommitWrite } from '@/lib/query/outbox.ts';
import styles from './Business.module.css';
import { BusinessFields } from './BusinessFields.tsx';
import { businessChanges, customChanges, type TypedBusiness } from './business-fields.ts';

interface BusinessFormProps {
  readonly target: Target & { readonly contactId: string };
  /** As HighLevel has it. */
  readonly business: Business;
  readonly onClose: () => void;
}

/** All fields of a business, for the business it was opened with; only what is changed is written. */
export function BusinessForm({ target, business: now, onClose }: BusinessFormProps) {
  const [business] = useState(now);
  const [typed, setTyped] = useState<TypedBusiness>({});
  const first = useRef<HTMLInputElement>(null);
  const one = useCommitWrite();
  const both = useCommitGroup();
  const isSaving = one.isPending || both.isPending;
  useFormFocus(first);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isSaving) return;
    const operations = updatesOf(business, typed);
    const [operation] = operations;
    if (operation === undefined) return onClose();
    // HighLevel takes a business's own fields and its custom fields by two calls; for the person it is one act.
    if (operations.length === 1) return one.mutate({ operation, target }, { onSuccess: onClose });
    const name = i18n.t('business.changed', { business: displayText(business.name ?? '') });
    both.mutate({ name, writes: operations.map((each) => ({ operation: each, target })) }, { onSuccess: onClose });
  }
  const error = one.error ?? both.error;
  return (
    <form className={styles.form} aria-label={i18n.t('business.edit')} onSubmit={submit}>
      <BusinessFields business={business} typed={typed} first={first} onTyped={(name, text) => setTyped({ ...typed, [name]: text })} />
      {error !== null && <ErrorNote error={error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={isSaving}>
          {i18n.t('business.save')}
        </Button>
        <Button onClick={onClose}>{i18n.t('business.cancel')}</Button>
      </div>
    </form>
  );
}

function updatesOf(business: Business, typed: TypedBusiness): readonly Operation[] {
  const update = { businessId: business.id, name: business.name ?? '' };
  const [own, custom] = [businessChanges(business, typed), customChanges(business, typed)];
  return [
    ...(own.length > 0 ? [{ kind: 'updateBusiness', ...update, changes: own } as const] : []),
    ...(custom.length > 0 ? [{ kind: 'updateBusinessFields', ...update, changes: custom } as const] : []),
  ];
}
