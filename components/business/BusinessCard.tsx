import { i18n } from '#i18n';
import { PendingMark } from '@/components/outbox/PendingMark.tsx';
import { Text } from '@/components/ui/Text.tsx';
import type { Business } from '@/lib/ghl/models.ts';
import type { WithPending } from '@/lib/outbox/overlay.ts';
import styles from './Business.module.css';
import { keyWords, simpleCustomFields } from './business-fields.ts';

interface BusinessCardProps {
  readonly business: WithPending<Business>;
  /** It is being deleted. */
  readonly isLeaving: boolean;
}

/** A business at a glance. */
export function BusinessCard({ business, isLeaving }: BusinessCardProps) {
  const place = [business.city, business.state].filter(Boolean).join(', ');
  const site = webSite(business.website);
  return (
    <div className={isLeaving ? styles.leaving : undefined}>
      <div className={styles.card}>
        <b>
          <Text>{business.name || i18n.t('business.unnamed')}</Text> {business.pending && <PendingMark pending={business.pending} />}
        </b>
        {business.phone && <Text>{business.phone}</Text>}
        {place !== '' && <Text>{place}</Text>}
        {site && (
          <a href={site.href} target="_blank" rel="noreferrer noopener">
            <Text>{site.host}</Text>
          </a>
        )}
        {business.email && <Text>{business.email}</Text>}
      </div>
      <More business={business} />
    </div>
  );
}

/** What does not fit a glance, under it. */
function More({ business }: { readonly business: Business }) {
  const place = [business.address, business.postalCode].filter(Boolean);
  // A country by itself says little; with a street it makes an address.
  const street = place.length > 0 ? [...place, business.country].filter(Boolean).join(', ') : '';
  const custom = simpleCustomFields(business).map(({ id, value }) => `${keyWords(id)}: ${value}`);
  const lines = [street, business.description ?? '', custom.join(' · ')].filter((line) => line !== '');
  return lines.map((line) => (
    <p key={line} className={styles.line}>
      <Text>{line}</Text>
    </p>
  ));
}

/** A web address as written in HighLevel, with or without its scheme; anything but the web is no link. */
function webSite(written: string | undefined): URL | undefined {
  const address = written?.trim() ?? '';
  if (address === '') return undefined;
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  return url?.host.includes('.') ? url : undefined;
}
