import type { Site } from '../site.ts';
import { htmlResponse } from './app-site.ts';
import { type CrmPerson, crmPeople, crmUser } from './people.ts';

/** The address of a contact's page. */
export function salesnexusUrl(person: CrmPerson): string {
  return `https://logon.salesnexus.com/contact?contactid=${person.id}`;
}

/**
 * SalesNexus as pages that load whole, with fields that each account names for itself. Reconstructed: neither routes nor
 * markup of the real one were ever seen.
 */
export const salesnexusSite: Site = {
  hosts: ['*.salesnexus.com'],
  handle(request) {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/') return new Response(null, { status: 302, headers: { location: '/contacts' } });
    if (pathname === '/contacts') return htmlResponse(document('Contacts', list()));
    const person = Object.values(crmPeople).find(({ id }) => String(id) === searchParams.get('contactid'));
    return pathname === '/contact' && person ? htmlResponse(document(nameOf(person), record(person))) : undefined;
  },
};

const nameOf = ({ firstName, lastName }: CrmPerson) => `${firstName} ${lastName}`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function document(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)} - SalesNexus</title><link rel="icon" href="data:,"></head>
<body>
<div id="top">SalesNexus <a href="/contacts">Contacts</a> Signed in as ${crmUser.name} (${crmUser.email})</div>
${content}
</body>
</html>
`;
}

function list(): string {
  const rows = Object.values<CrmPerson>(crmPeople).map(
    (person) =>
      `<tr><td><a href="/contact?contactid=${person.id}">${nameOf(person)}</a></td><td>${person.email}</td><td>${person.phone}</td></tr>`,
  );
  return `<h1>Contacts</h1>\n<table><tr><th>Name</th><th>Email</th><th>Phone</th></tr>\n${rows.join('\n')}\n</table>`;
}

function record(person: CrmPerson): string {
  const pairs = [
    ['First Name', person.firstName],
    ['Last Name', person.lastName],
    ['Company', escaped(person.company)],
    ['Title', person.title],
    ['Phone', person.phone],
    ['Email', `<a href="mailto:${person.email}">${person.email}</a>`],
  ];
  const rows = pairs.map(([label, value]) => `<tr><td class="fl">${label}:</td><td class="fv">${value}</td></tr>`);
  return `<h1>${nameOf(person)}</h1>
<table class="fields">
${rows.join('\n')}
</table>
<div id="history"><h2>Notes &amp; History</h2><table><tr><td>11/02/2026</td><td>E-mail from frontdesk@elsewhere.test: call Tom on 646 555 0177</td></tr></table></div>`;
}
