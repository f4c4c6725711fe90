import { type FormEvent, useState } from 'react';
import { i18n } from '#i18n';
import { contactName } from '@/components/contact/contact-text.ts';
import { AutomationSign } from '@/components/tags/AutomationSign.tsx';
import { isTagIn } from '@/components/tags/tag-choices.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ErrorNote } from '@/components/ui/ErrorNote.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useCommitWrite } from '@/lib/query/outbox.ts';
import { useSettingValue } from '@/lib/query/settings.ts';
import styles from './Business.module.css';
import { TagChoiceFields } from './TagChoiceFields.tsx';
import { TickList } from './TickList.tsx';

interface TagColleaguesProps {
  readonly target: Target & { readonly contactId: string };
  readonly people: readonly Contact[];
  /** The business has more people than are listed. */
  readonly isCut: boolean;
  readonly onClose: () => void;
}

/** More names than that cannot be looked over before one confirms. */
const AT_ONCE = 500;

/** One tag for several colleagues: who, which, and one confirmation for all. */
export function TagColleagues({ target, people: now, isCut, onClose }: TagColleaguesProps) {
  const [people] = useState(now);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(people.map(({ id }) => id)));
  const [tag, setTag] = useState<string>();
  const [adds, setAdds] = useState(true);
  const write = useCommitWrite();
  const automation = useSettingValue('automationTags') ?? [];
  const isTooMany = ticked.size > AT_ONCE;
  const mayGo = tag !== undefined && ticked.size > 0 && !isTooMany && !write.isPending;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!mayGo) return;
    const contacts = people.filter(({ id }) => ticked.has(id)).map((contact) => ({ id: contact.id, name: contactName(contact) }));
    write.mutate({ operation: { kind: 'tagContacts', tag, adds, contacts }, target }, { onSuccess: onClose });
  }
  return (
    <form className={styles.form} aria-label={i18n.t('business.tagAll')} onSubmit={submit}>
      <TagChoiceFields tag={tag} adds={adds} onTag={setTag} onAdds={setAdds} />
      {adds && tag !== undefined && isTagIn(automation, tag) && (
        <p className={styles.note}>
          <AutomationSign /> {i18n.t('business.tagStarts')}
        </p>
      )}
      <TickList people={people} ticked={ticked} onTicked={setTicked} />
      {isCut && <p className={styles.note}>{i18n.t('business.tagCut', { count: String(people.length) })}</p>}
      {isTooMany && <p className={styles.note}>{i18n.t('business.tagTooMany', { count: String(AT_ONCE) })}</p>}
      {write.error !== null && <ErrorNote error={write.error} />}
      <div className={styles.acts}>
        <Button type="submit" look="main" disabled={!mayGo}>
          {adds ? i18n.t('business.tagGo', ticked.size) : i18n.t('business.untagGo', ticked.size)}
        </Button>
        <Button onClick={onClose}>{i18n.t('business.cancel')}</Button>
      </div>
    </form>
  );
}
