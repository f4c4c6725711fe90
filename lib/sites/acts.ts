import type { Field } from '@/lib/crm/adapter.ts';
import type { TaughtRule } from '@/lib/crm/taught/rule.ts';
import type { SiteView } from './site.ts';

/** A taught site with its rule and how well it holds. */
export interface TaughtSite {
  readonly rule: TaughtRule;
  readonly isPaused: boolean;
  /** Records read, and records in a row on which too little was found. */
  readonly successes: number;
  readonly failures: number;
  readonly missing: readonly Field[];
}

/**
 * What our own pages do with sites. Everything that asks the browser for a permission has to be called in the click itself,
 * before anything is awaited, and resolves to whether the person granted it. Where it is refused nothing changes.
 */
export interface SiteActs {
  /** Every site: the built-in CRMs first, then the taught ones. */
  list(): Promise<readonly SiteView[]>;
  /** Calls back when that list may have changed, permissions included. */
  watch(listener: () => void, signal: AbortSignal): void;
  /** Switches a site on, or on again after a pause, asking for what its patterns need. */
  switchOn(site: Pick<SiteView, 'id' | 'kind' | 'patterns'>): Promise<boolean>;
  /** Nothing is read there until it is switched on again; the permission stays. */
  pause(site: Pick<SiteView, 'id' | 'kind'>): Promise<void>;
  /** Switches a built-in CRM off and gives its permissions back. */
  switchOff(site: Pick<SiteView, 'id' | 'patterns'>): Promise<void>;
  /** Reads another https origin (`https://crm.acme.com`) as that CRM, which is switched on with it. */
  addHost(crm: string, origin: string): Promise<boolean>;
  removeHost(crm: string, origin: string): Promise<void>;
  taught(): Promise<readonly TaughtSite[]>;
  /** Asks for one origin alone: the first step of teaching it. */
  allowOrigin(origin: string): Promise<boolean>;
  /** The teaching of an origin ended: gives its permission back, unless a site that is known needs it. Deletes nothing. */
  giveBackOrigin(origin: string): Promise<void>;
  /** Keeps a rule in place of the one its origin had: read from now on, unless the site was paused. */
  keepRule(rule: TaughtRule): Promise<void>;
  /** Forgets what was taught of an origin and gives its permission back. */
  forgetRule(origin: string): Promise<void>;
}
