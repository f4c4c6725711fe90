import type { Site } from '../site.ts';
import { htmlResponse } from './app-site.ts';
import { type CrmPerson, crmPeople, crmUser } from './people.ts';

/** The address of a contact's page; `plain`: built of boxes only, the name being nothing but the largest text. */
export function salesnexusUrl(person: CrmPerson, look?: 'plain'): string {
  return `https://logon.salesnexus.com/contact?contactid=${person.id}${look ? `&look=${look}` : ''}`;
}

/** A deal, in whose history somebody is spoken of. */
export const salesnexusDealUrl = 'https://logon.salesnexus.com/opportunity?id=77';

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
    if (pathname === '/opportunity') return htmlResponse(document('Spring renewal', DEAL));
    const person = Object.values(crmPeople).find(({ id }) => String(id) === searchParams.get('contactid'));
    if (pathname !== '/contact' || !person) return undefined;
    return htmlResponse(document(nameOf(person), searchParams.get('look') === 'plain' ? plainRecord(person) : record(person)));
  },
};

const nameOf = ({ firstName, lastName }: CrmPerson) => `${firstName} ${lastName}`;
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function document(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)} - SalesNexus</title><link rel="icon" href="data:,"></head>
<body>
<header id="top">SalesNexus <a href="/contacts">Contacts</a> Signed in as ${crmUser.name} (${crmUser.email})</header>
${content}
</body>
</html>
`;
}

const DEAL = `<main><h1>Spring renewal</h1>
<table class="fields"><tr><td class="fl">Stage:</td><td class="fv">Offer sent</td></tr><tr><td class="fl">Amount:</td><td class="fv">$4,200</td></tr></table>
<div id="notes">Talked to ${crmPeople.jonas.email} about the dates.</div></main>`;

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

/** Somebody else's name comes first in it, in small letters. */
function plainRecord(person: CrmPerson): string {
  const pairs = [
    ['E-Mail', person.email],
    ['Tel', person.phone],
    ['Company', escaped(person.company)],
  ];
  const rows = pairs.map(([label, value]) => `<div class="row"><span>${label}</span><span>${value}</span></div>`);
  return `<style>.big { font-size: 26px } .row { display: flex; gap: 20px } .row > :first-child { width: 90px }</style>
<main><div>Account team</div><div>Priya Shah</div><div class="big">${nameOf(person)}</div>
${rows.join('\n')}
</main>`;
}
