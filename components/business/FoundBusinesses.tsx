import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Phrase, SLOT } from '@/components/ui/Phrase.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { Text } from '@/components/ui/Text.tsx';
import { displayText } from '@/lib/core/display-text.ts';
import type { Business } from '@/lib/ghl/models.ts';
import styles from './Business.module.css';
import { useBusinessSearch } from './use-business-search.ts';

interface FoundBusinessesProps {
  readonly words: string;
  readonly linkedId: string | undefined;
  readonly onUse: (business: Business) => void;
  readonly onNew: () => void;
}

/** What the search has found; after it, not before, the way to a new one. */
export function FoundBusinesses({ words, linkedId, onUse, onNew }: FoundBusinessesProps) {
  const { found, isCut, error, again } = useBusinessSearch(words);
  return (
    <ReadState read={{ error, refetch: again }} data={found} skeleton={<Skeleton rows={2} />}>
      {(businesses) => (
        <>
          {businesses.length === 0 && <p className={styles.note}>{i18n.t('business.searchNothing')}</p>}
          <ul>
            {businesses.map((business) => (
              <Found key={business.id} business={business} isLinked={business.id === linkedId} onUse={() => onUse(business)} />
            ))}
          </ul>
          {isCut && <p className={styles.note}>{i18n.t('business.searchMany', { count: String(businesses.length) })}</p>}
          <Button look="link" className={styles.new} onClick={onNew}>
            <Phrase sentence={i18n.t('business.createNew', { name: SLOT })} words={words} />
          </Button>
        </>
      )}
    </ReadState>
  );
}

interface FoundProps {
  readonly business: Business;
  readonly isLinked: boolean;
  readonly onUse: () => void;
}

function Found({ business, isLinked, onUse }: FoundProps) {
  const name = business.name || i18n.t('business.unnamed');
  const fact = [business.city, business.phone ?? business.email].filter(Boolean).join(' · ');
  return (
    <li className={styles.found}>
      <span className={styles.names}>
        <Text>{name}</Text>
        {fact !== '' && (
          <span className={styles.fact}>
            <Text>{fact}</Text>
          </span>
        )}
      </span>
      {isLinked ? (
        <span className={styles.fact}>{i18n.t('business.isLinked')}</span>
      ) : (
        <Button aria-label={i18n.t('business.useNamed', { name: displayText(name) })} onClick={onUse}>
          {i18n.t('business.use')}
        </Button>
      )}
    </li>
  );
}
