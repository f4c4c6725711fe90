import { i18n } from '#i18n';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import { useGhl } from '@/lib/query/use-ghl.ts';
import { BusinessCard } from './BusinessCard.tsx';
import { Colleagues } from './Colleagues.tsx';

interface BusinessSectionProps {
  readonly contactId: string;
  readonly businessId: string | undefined;
  /** Whether we know already which business it is, or that there is none. */
  readonly isKnown: boolean;
}

/** The business the contact is linked to, and who else is there. */
export function BusinessSection({ contactId, businessId, isKnown }: BusinessSectionProps) {
  const read = useGhl('businesses.get', businessId ? { businessId } : null);
  return (
    <Section name={i18n.t('business.title')}>
      {!isKnown && <Skeleton rows={2} />}
      {isKnown && !businessId && <EmptyState>{i18n.t('business.none')}</EmptyState>}
      {businessId && (
        <ReadState read={read} data={read.data} skeleton={<Skeleton rows={2} />}>
          {(business) => (
            <>
              <BusinessCard business={business} />
              <Colleagues businessId={businessId} contactId={contactId} />
            </>
          )}
        </ReadState>
      )}
    </Section>
  );
}
