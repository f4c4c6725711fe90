import type { Site } from '../site.ts';
import { createAppSite } from './app-site.ts';
import { crmPeople, crmUser } from './people.ts';

/**
 * Saleshandy as a person meets it: prospects of a sequence, a drawer that opens beside them without a change of the
 * address, and the unified inbox. Reconstructed: the real markup was never seen. `?swap=` and `?slow=` are the milliseconds
 * until another person's name, and then the fields, are drawn, `?keep` leaves the old fields until then; `?drawer=slides`
 * slides the drawer in and out by a class, `?contact=closed` hides the inbox's contact; `?lang=fr` writes the labels in French.
 */
export const saleshandySite: Site = createAppSite({
  hosts: ['my.saleshandy.com'],
  folder: 'saleshandy',
  title: 'Saleshandy',
  data: { people: Object.values(crmPeople), user: crmUser },
  hasPage: (pathname) => /^\/(?:sequence(?:\/\d+\/(?:steps|prospects))?|conversations|crm\/list|settings)\/?$/.test(pathname),
  home: '/sequence/1207/prospects',
});

export const saleshandyUrls = {
  prospects: 'https://my.saleshandy.com/sequence/1207/prospects',
  inbox: 'https://my.saleshandy.com/conversations',
  settings: 'https://my.saleshandy.com/settings',
} as const;
