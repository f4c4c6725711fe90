import type { Site } from '../site.ts';
import { createAppSite, htmlResponse } from './app-site.ts';
import { type CrmPerson, crmPeople, crmUser } from './people.ts';

const FRAME = /^\/app\/people\/(\d+)\/work$/;

/**
 * A CRM that a company built for itself and nobody listed: web components with open shadow roots, the number and the
 * employer in a frame of the same origin, class names and ids that differ at every load, and the user's own e-mail address
 * on every page. `?look=new` and `?look=next` are the same app after a redesign; the latter can be taught again.
 */
export const ownCrmSite: Site = withFrames(
  createAppSite({
    hosts: ['crm.example.com'],
    folder: 'own-crm',
    title: 'Harbor People',
    data: { people: Object.values(crmPeople), user: crmUser },
    hasPage: (pathname) => /^\/app(?:\/people(?:\/\d+)?)?\/?$/.test(pathname),
    home: '/app/people',
  }),
);

/** The address of a person's page, or of the list. */
export function ownCrmUrl(person?: CrmPerson, look?: 'new' | 'next'): string {
  return `https://crm.example.com/app/people${person ? `/${person.id}` : ''}${look ? `?look=${look}` : ''}`;
}

function withFrames(site: Site): Site {
  return {
    hosts: site.hosts,
    handle(request) {
      const [, id] = FRAME.exec(new URL(request.url).pathname) ?? [];
      if (id === undefined) return site.handle(request);
      const person = Object.values(crmPeople).find((one) => String(one.id) === id);
      return person && htmlResponse(workPage(person));
    },
  };
}

/** The framed part: where a person works, and their number there. */
function workPage({ company, phone }: CrmPerson): string {
  const id = Math.random().toString(36).slice(2, 10);
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Work</title><link rel="icon" href="data:,"></head>
<body class="css-${id}">
<dl id="r${id}">
<dt>Employer</dt><dd>${company.replaceAll('&', '&amp;')}</dd>
<dt>Direct line</dt><dd><a href="tel:${phone}">${phone}</a></dd>
</dl>
</body>
</html>
`;
}
