import { i18n } from '#i18n';
import { Text } from '@/components/ui/Text.tsx';
import type { Business } from '@/lib/ghl/models.ts';
import styles from './Business.module.css';

/** A business at a glance. */
export function BusinessCard({ business }: { readonly business: Business }) {
  const place = [business.city, business.state].filter(Boolean).join(', ');
  const site = webSite(business.website);
  return (
    <div className={styles.card}>
      <b>
        <Text>{business.name || i18n.t('business.unnamed')}</Text>
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
  );
}

/** A web address as written in HighLevel, with or without its scheme; anything but the web is no link. */
function webSite(written: string | undefined): URL | undefined {
  const address = written?.trim() ?? '';
  if (address === '') return undefined;
  const url = URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  return url?.host.includes('.') ? url : undefined;
}
