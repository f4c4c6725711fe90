import { useState } from 'react';
import { i18n } from '#i18n';
import { companyOf, contactName, contactUrl } from '@/components/contact/contact-text.ts';
import { Button } from '@/components/ui/Button.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useGhlList } from '@/lib/query/use-ghl.ts';
import styles from './Business.module.css';

const FIRST = 5;

/** The other contacts of the same business. */
export function Colleagues({ businessId, contactId }: { readonly businessId: string; readonly contactId: string }) {
  const locationId = useLocationId();
  const read = useGhlList('contacts.ofBusiness', { locationId, businessId });
  const [showsAll, setShowsAll] = useState(false);
  return (
    <ReadState read={read} data={read.data} skeleton={<Skeleton rows={2} />}>
      {({ rows, isCut }) => {
        const others = rows.filter(({ id }) => id !== contactId);
        if (others.length === 0) return <p className={styles.quiet}>{i18n.t('business.noColleagues')}</p>;
        return (
          <>
            <h3 className={styles.quiet}>{i18n.t('business.colleagues', others.length)}</h3>
            <ul>
              {(showsAll ? others : others.slice(0, FIRST)).map((contact) => (
                <Colleague key={contact.id} contact={contact} />
              ))}
            </ul>
            {!showsAll && others.length > FIRST && (
              <Button look="link" onClick={() => setShowsAll(true)}>
                {i18n.t('business.allColleagues', others.length)}
              </Button>
            )}
            {isCut && <p className={styles.quiet}>{i18n.t('ui.cut', rows.length)}</p>}
          </>
        );
      }}
    </ReadState>
  );
}

function Colleague({ contact }: { readonly contact: Contact }) {
  const locationId = useLocationId();
  const fact = contact.email ?? contact.phone ?? companyOf(contact);
  return (
    <li className={styles.colleague}>
      <a href={contactUrl(locationId, contact.id)} target="_blank" rel="noreferrer">
        <Text>{contactName(contact) || i18n.t('contact.unnamed')}</Text>
      </a>
      <span>
        <Text>{fact}</Text>
      </span>
    </li>
  );
}
