import type { Field } from '@/lib/crm/adapter.ts';

/**
 * `off`: never switched on. `paused`: switched on before, resting at the person's wish. `blocked`: switched on, but the
 * browser has no permission for it (any more).
 */
export type SiteState = 'off' | 'on' | 'paused' | 'blocked';

/** A site that Alongside can read, as the panel and the options show it. */
export interface SiteView {
  /** The adapter's id, or the origin of a taught site; the same as `DetectedContact.crm`. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'built-in' | 'taught';
  readonly state: SiteState;
  /** Match patterns the browser is asked for when it is switched on. */
  readonly patterns: readonly string[];
  /** Fields that could not be read on several records in a row: the page changed and has to be taught again. */
  readonly failing: readonly Field[];
}
