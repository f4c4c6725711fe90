import type { DetectedContact, Detection } from '@/lib/crm/adapter.ts';
import type { OwnValues } from './stage.ts';

/** Everybody whom an answer tells of. */
export function peopleOf(detection: Detection): readonly DetectedContact[] {
  if (detection.status === 'contact') return [detection.contact];
  return detection.status === 'ambiguous' ? detection.people : [];
}

/** What is told of them, by kind. */
export function ownValues(people: readonly DetectedContact[]): OwnValues {
  return {
    names: people.flatMap(({ name }) => name ?? []),
    companies: people.flatMap(({ company }) => company ?? []),
    emails: people.flatMap(({ emails }) => emails),
    phones: people.flatMap(({ phones }) => phones),
  };
}
