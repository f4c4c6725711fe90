import { i18n } from '#i18n';
import type { EndpointName } from '@/lib/query/reads.ts';
import type { Resource } from './ability.ts';

/** What an operation does, in a few words. An operation without words does not compile. */
export function abilityWords(name: EndpointName): string {
  return i18n.t(`abilities.words.${name}`);
}

/** What a group of operations is about. */
export function resourceWords(resource: Resource): string {
  return i18n.t(`abilities.resources.${resource}`);
}
