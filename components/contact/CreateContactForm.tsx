import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { useDrafts } from '@/components/drafts/Drafts.tsx';
import type { ContactDraft } from '@/components/drafts/draft.ts';
import { draftKey, operationOf } from '@/components/drafts/draft.ts';
import { useSaveDraft } from '@/components/drafts/use-save-draft.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import fields from '@/components/ui/Field.module.css';
import { Field } from '@/components/ui/Field.tsx';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useSettingValue } from '@/lib/query/settings.ts';
import { pageName, splitName } from './contact-text.ts';
import { KnownContacts } from './KnownContacts.tsx';
import styles from './NewContact.module.css';
import { StartTags } from './StartTags.tsx';

const FIELDS = [
  { name: 'firstName', label: () => i18n.t('create.firstName'), type: 'text' },
  { name: 'lastName', label: () => i18n.t('create.lastName'), type: 'text' },
  { name: 'email', label: () => i18n.t('create.email'), type: 'text' },
  { name: 'phone', label: () => i18n.t('create.phone'), type: 'tel' },
  { name: 'companyName', label: () => i18n.t('create.company'), type: 'text' },
] as const;

/** A new contact, filled from the page; nothing is sent before the person has seen it. */
export function CreateContactForm({ page }: { readonly page: DetectedContact }) {
  const locationId = useLocationId();
  const drafts = useDrafts();
  const { save, error, isSaving } = useSaveDraft();
  const defaultTags = useSettingValue('defaultTags');
  const [isIncomplete, setIncomplete] = useState(false);
  const target = { locationId, contactId: null, shownAs: pageName(page) || (page.company ?? '') };
  const stored = drafts.get(draftKey('contact', target, page.recordId));
  const draft = stored?.kind === 'contact' ? stored : { ...fromPage(page, target), tags: defaultTags?.[page.crm] ?? [] };
  function submit(event: FormEvent) {
    event.preventDefault();
    setIncomplete(operationOf(draft) === undefined);
    save(draft);
  }
  return (
    <form className={styles.form} aria-label={i18n.t('create.heading')} onSubmit={submit}>
      {FIELDS.map(({ name, label, type }) => (
        <div key={name} className={name.endsWith('Name') && name !== 'companyName' ? undefined : styles.wide}>
          <Field label={label()} type={type} value={draft[name]} onText={(text) => drafts.put({ ...draft, [name]: text })} />
        </div>
      ))}
      <KnownContacts page={page} email={draft.email} phone={draft.phone} onUsed={() => drafts.drop(draft)} />
      <StartTags tags={draft.tags} onChange={(tags) => drafts.put({ ...draft, tags })} />
      {isIncomplete && (
        <p role="alert" className={`${styles.wide} ${fields.problem}`}>
          {i18n.t('create.needSomething')}
        </p>
      )}
      <div className={styles.wide}>
        {/* Until the site's tags are known, the person has not seen what the contact starts with. */}
        <Button type="submit" look="main" disabled={isSaving || defaultTags === undefined}>
          {i18n.t('create.submit')}
        </Button>
        {error !== null && <ErrorNote error={error} />}
      </div>
    </form>
  );
}

function fromPage(page: DetectedContact, target: ContactDraft['target']): Omit<ContactDraft, 'tags'> {
  return {
    kind: 'contact',
    target,
    crm: page.crm,
    recordId: page.recordId,
    // A company's name is nobody's.
    ...splitName(page.kind === 'company' ? '' : (page.name ?? '')),
    email: page.emails[0] ?? '',
    phone: page.phones[0] ?? '',
    companyName: page.company ?? '',
  };
}
