import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { Text } from '@/components/ui/Text.tsx';
import type { ContactLink } from '@/lib/contact/types.ts';
import { displayText } from '@/lib/core/display-text.ts';
import links from './Links.module.css';
import { shownRecord } from './order-links.ts';

/** One record and the contact it is remembered as. */
export function LinkRow({ link, onForget }: { readonly link: ContactLink; readonly onForget: () => void }) {
  const name = link.name || link.contactId;
  return (
    <li className={links.row}>
      <div>
        <strong>
          <Text>{name}</Text>
        </strong>
        <p>
          <Text>{shownRecord(link)}</Text>
          {' · '}
          <Text>{whyText(link)}</Text>
          {' · '}
          <time dateTime={new Date(link.at).toISOString()} title={new Date(link.at).toLocaleString(dateTexts.locale)}>
            {new Intl.DateTimeFormat(dateTexts.locale, { dateStyle: 'medium' }).format(link.at)}
          </time>
        </p>
      </div>
      <Button look="link" aria-label={i18n.t('options.links.forgetOf', { name: displayText(name) })} onClick={onForget}>
        {i18n.t('options.links.forget')}
      </Button>
    </li>
  );
}

function whyText({ by, reason }: ContactLink): string {
  if (by === 'person') return i18n.t('options.links.byPerson');
  switch (reason?.kind) {
    case 'email':
      return i18n.t('options.links.byEmail', { value: reason.value });
    case 'phone':
      return i18n.t('options.links.byPhone', { value: reason.value });
    case 'moved':
      return i18n.t('options.links.byMoved', { value: reason.value });
    default:
      return i18n.t('options.links.byMatch');
  }
}
