import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Contact } from '@/lib/ghl/models.ts';
import type { Target } from '@/lib/outbox/entry.ts';
import { useGhlList } from '@/lib/query/use-ghl.ts';
import styles from './Business.module.css';
import { ColleaguePage } from './ColleaguePage.tsx';
import { TagColleagues } from './TagColleagues.tsx';
import { TagOutcome } from './TagOutcome.tsx';

const FIRST = 5;
const MORE = 50;

interface ColleaguesProps {
  readonly businessId: string;
  readonly target: Target & { readonly contactId: string };
}

/** The other contacts of the same business, page by page. */
export function Colleagues({ businessId, target }: ColleaguesProps) {
  const { locationId, contactId } = target;
  const read = useGhlList('contacts.ofBusiness', { locationId, businessId });
  const [isTagging, setTagging] = useState(false);
  return (
    <ReadState read={read} data={read.data} skeleton={<Skeleton rows={2} />}>
      {({ rows, isCut }) => {
        const others = rows.filter(({ id }) => id !== contactId);
        if (others.length === 0) return <p className={styles.quiet}>{i18n.t('business.noColleagues')}</p>;
        return (
          <>
            <div className={styles.head}>
              <h3 className={styles.quiet}>{i18n.t('business.colleagues', others.length)}</h3>
              {!isTagging && (
                <Button look="link" onClick={() => setTagging(true)}>
                  {i18n.t('business.tagAll')}
                </Button>
              )}
            </div>
            <TagOutcome target={target} />
            {isTagging ? (
              <TagColleagues target={target} people={others} isCut={isCut} onClose={() => setTagging(false)} />
            ) : (
              <ColleagueList people={others} />
            )}
            {isCut && <p className={styles.quiet}>{i18n.t('ui.cut', rows.length)}</p>}
          </>
        );
      }}
    </ReadState>
  );
}

function ColleagueList({ people }: { readonly people: readonly Contact[] }) {
  const [shown, setShown] = useState(FIRST);
  const ends = [...new Set([FIRST, ...Array.from({ length: Math.ceil(shown / MORE) }, (_, page) => FIRST + (page + 1) * MORE)])];
  const pages = ends.filter((end) => end <= shown).map((end, index) => people.slice(index === 0 ? 0 : ends[index - 1], end));
  const left = people.length - shown;
  return (
    <>
      {pages.map((page) => (
        <ColleaguePage key={page[0]?.id} people={page} />
      ))}
      {left > 0 && (
        <Button look="link" onClick={() => setShown(shown + MORE)}>
          {left <= MORE ? i18n.t('business.allColleagues', people.length) : i18n.t('business.moreColleagues', MORE)}
        </Button>
      )}
    </>
  );
}
