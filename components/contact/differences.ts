import { i18n } from '#i18n';
import { dateTexts } from '@/components/ui/date-texts.ts';
import { parseMoment } from '@/lib/core/dates.ts';
import type { Contact, User } from '@/lib/ghl/models.ts';
import { companyOf } from './contact-text.ts';

/** One thing known of a candidate. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** For each candidate, in their order, the facts in which they differ; for a single one all that is known. */
export function differences(candidates: readonly Contact[], users: readonly User[]): readonly (readonly Fact[])[] {
  const known = candidates.map((contact) => factsOf(contact, users));
  const differing = (index: number) => candidates.length === 1 || new Set(known.map((facts) => facts[index]?.value)).size > 1;
  return known.map((facts) => facts.filter(({ value }, index) => value !== '' && differing(index)));
}

function factsOf(contact: Contact, users: readonly User[]): readonly Fact[] {
  const owner = users.find(({ id }) => id === contact.assignedTo)?.name ?? '';
  return [
    { label: i18n.t('match.company'), value: companyOf(contact) },
    { label: i18n.t('match.emailOf'), value: contact.email ?? '' },
    { label: i18n.t('match.phoneOf'), value: contact.phone ?? '' },
    { label: i18n.t('match.lastActivity'), value: day(contact.lastActivity) },
    { label: i18n.t('match.tags'), value: contact.tags.join(', ') },
    { label: i18n.t('match.owner'), value: owner },
    { label: i18n.t('match.created'), value: day(contact.dateAdded) },
  ];
}

function day(written: string | undefined): string {
  const at = parseMoment(written, 'UTC');
  return at === undefined ? '' : new Intl.DateTimeFormat(dateTexts.locale, { dateStyle: 'medium' }).format(at);
}
