import { useMemo } from 'react';
import { customFields, type ShownField, standardFields } from '@/components/details/shown-field.ts';
import { useContactAsItWillBe } from '@/components/details/use-contact.ts';
import { type ComparedRow, compare, type KnownField, needsLabels, pageValues, STANDARD_MAPPING } from '@/lib/contact/compare.ts';
import type { FieldMapping, PageField } from '@/lib/contact/mapping.ts';
import type { DetectedContact } from '@/lib/crm/adapter.ts';
import type { Contact, User } from '@/lib/ghl/models.ts';
import { useLocationId } from '@/lib/query/connection.tsx';
import { useCustomFields } from '@/lib/query/custom-fields.ts';
import { useE164, usePageFields, useSiteMapping } from '@/lib/query/page-form.ts';
import { useUsers } from '@/lib/query/users.ts';

/** What the page's contact is compared by, and what came of it. */
export interface Comparison {
  /** `undefined` until everything is known that the mapping asks for. */
  readonly rows: readonly ComparedRow[] | undefined;
  /** The contact as it will be once everything pending has gone. */
  readonly contact: Contact | undefined;
  readonly mapping: readonly FieldMapping[];
  /** The page's labelled values, where the mapping asks for them. */
  readonly fields: readonly PageField[] | undefined;
  /** Why they could not be read. */
  readonly error: Error | null;
  readonly again: () => void;
}

const NO_USERS: readonly User[] = [];

/** HighLevel's fields that can be compared: those that can be edited. */
export function knownFields(shown: readonly ShownField[]): readonly KnownField[] {
  return shown.flatMap(({ kind, ...field }) => (kind === undefined ? [] : [{ ...field, kind }]));
}

/** Holds the page's contact against HighLevel's. Of the page nothing more is read than the site's mapping asks for. */
export function useComparison(tabId: number, page: DetectedContact, highLevel: Contact | undefined): Comparison {
  const locationId = useLocationId();
  const contact = useContactAsItWillBe({ locationId, contactId: highLevel?.id ?? '', shownAs: '' }, highLevel);
  const { own, isKnown } = useSiteMapping(page.crm);
  const mapping = own ?? STANDARD_MAPPING;
  const isCompany = page.kind === 'company';
  const readsLabels = isKnown && !isCompany && needsLabels(mapping);
  const { data: fields, error, refetch } = usePageFields(tabId, page, readsLabels);
  const { fields: definitions } = useCustomFields(mapping.some(({ to }) => to.startsWith('custom:')));
  const known = useMemo(() => knownFields([...standardFields(), ...customFields(definitions ?? [])]), [definitions]);
  const users = useOwners(mapping);
  const phones = useMemo(() => phonesFor(mapping, known, { page, fields }), [mapping, known, page, fields]);
  const toE164 = useE164(phones);
  const isReady = isKnown && !isCompany && contact !== undefined && (!readsLabels || fields !== undefined || error !== null);
  const rows = useMemo(
    () => (isReady && contact ? compare(mapping, known, { page, fields, contact, toE164, users }) : undefined),
    [isReady, mapping, known, page, fields, contact, toE164, users],
  );
  return { rows, contact, mapping, fields, error, again: () => void refetch() };
}

/** Who may own a contact, where the mapping asks for it. */
export function useOwners(mapping: readonly FieldMapping[]): readonly User[] {
  const users = useUsers(mapping.some(({ to }) => to === 'assignedTo'));
  return users.length === 0 ? NO_USERS : users;
}

/** The numbers of which it has to be known how they are sent. */
function phonesFor(
  mapping: readonly FieldMapping[],
  known: readonly KnownField[],
  page: Parameters<typeof pageValues>[1],
): readonly string[] {
  const lines = mapping.filter(
    ({ to, transforms }) => known.find(({ field }) => field === to)?.kind === 'phone' || transforms.some(({ kind }) => kind === 'e164'),
  );
  return [...new Set(lines.flatMap(({ from }) => pageValues(from, page)))].slice(0, 50);
}
