import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { ContactLink } from '@/lib/contact/types.ts';
import { displayText } from '@/lib/core/display-text.ts';
import styles from '../options.module.css';
import { LinkRow } from './LinkRow.tsx';
import links from './Links.module.css';

interface SiteLinksProps {
  /** The site's name. */
  readonly site: string;
  readonly links: readonly ContactLink[];
  readonly onForget: (link: ContactLink) => void;
  readonly onForgetAll: (() => void) | undefined;
}

const FIRST = 20;

/** What is remembered of one site's records. */
export function SiteLinks({ site, links: all, onForget, onForgetAll }: SiteLinksProps) {
  const [shown, setShown] = useState(FIRST);
  const [isAsking, setAsking] = useState(false);
  const name = displayText(site);
  return (
    <div className={styles.site}>
      <div className={links.head}>
        <h3>
          <Text>{site}</Text> <span className={styles.quiet}>{all.length}</span>
        </h3>
        {onForgetAll && (
          <Button
            look="link"
            aria-expanded={isAsking}
            aria-label={i18n.t('options.links.forgetAllOf', { site: name })}
            onClick={() => setAsking(!isAsking)}
          >
            {i18n.t('options.links.forgetAll')}
          </Button>
        )}
      </div>
      {isAsking && onForgetAll && (
        <div className={styles.question}>
          <p>{i18n.t('options.links.ask', all.length, { site: name })}</p>
          <div className={styles.buttons}>
            <Button
              className={styles.danger}
              onClick={() => {
                setAsking(false);
                onForgetAll();
              }}
            >
              {i18n.t('options.links.forgetAll')}
            </Button>
            <Button onClick={() => setAsking(false)}>{i18n.t('options.links.keep')}</Button>
          </div>
        </div>
      )}
      <ul>
        {all.slice(0, shown).map((link) => (
          <LinkRow key={link.recordId} link={link} onForget={() => onForget(link)} />
        ))}
      </ul>
      {all.length > shown && (
        <Button look="link" onClick={() => setShown(shown + 100)}>
          {i18n.t('options.links.more', all.length - shown)}
        </Button>
      )}
    </div>
  );
}
