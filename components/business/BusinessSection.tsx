import { useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/Button.tsx';
import { EmptyState } from '@/components/ui/EmptyState.tsx';
import { ReadState } from '@/components/ui/ReadState.tsx';
import { Section } from '@/components/ui/Section.tsx';
import { Skeleton } from '@/components/ui/Skeleton.tsx';
import type { Target } from '@/lib/outbox/entry.ts';
import { BusinessActs } from './BusinessActs.tsx';
import { BusinessCard } from './BusinessCard.tsx';
import { BusinessForm } from './BusinessForm.tsx';
import { Colleagues } from './Colleagues.tsx';
import { LinkBusiness } from './LinkBusiness.tsx';
import { PendingBusiness } from './PendingBusiness.tsx';
import { useBusiness } from './use-business.ts';
import { useLinkedBusiness } from './use-linked-business.ts';

interface BusinessSectionProps {
  readonly target: Target & { readonly contactId: string };
  readonly businessId: string | undefined;
  /** Whether we know already which business it is, or that there is none. */
  readonly isKnown: boolean;
}

/** The business the contact is linked to, and who else is there. */
export function BusinessSection({ target, businessId: linked, isKnown }: BusinessSectionProps) {
  const businessId = useLinkedBusiness(target, linked);
  const { read, shown } = useBusiness(target.locationId, businessId);
  const [open, setOpen] = useState<'edit' | 'link'>();
  const close = () => setOpen(undefined);
  const edit = read.data && open !== 'edit' && (
    <Button look="link" onClick={() => setOpen('edit')}>
      {i18n.t('business.edit')}
    </Button>
  );
  const link = (
    <Button look="link" onClick={() => setOpen('link')}>
      {i18n.t(businessId ? 'business.linkAnother' : 'business.link')}
    </Button>
  );
  return (
    <Section name={i18n.t('business.title')} action={businessId && edit}>
      {!isKnown && <Skeleton rows={2} />}
      {isKnown && !businessId && <EmptyState action={open !== 'link' && link}>{i18n.t('business.none')}</EmptyState>}
      <PendingBusiness target={target} />
      {businessId && (
        <ReadState read={read} data={shown} skeleton={<Skeleton rows={2} />}>
          {({ business, isLeaving }) => (
            <>
              {open === 'edit' && read.data ? (
                <BusinessForm target={target} business={read.data} onClose={close} />
              ) : (
                <BusinessCard business={business} isLeaving={isLeaving} />
              )}
              <Colleagues key={businessId} businessId={businessId} target={target} />
              {open === undefined && !isLeaving && <BusinessActs target={target} business={business} link={link} />}
            </>
          )}
        </ReadState>
      )}
      {open === 'link' && <LinkBusiness target={target} linkedId={businessId} onClose={close} />}
    </Section>
  );
}
