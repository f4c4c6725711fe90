// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Detection } from '@/lib/crm/adapter.ts';
import { detectOn } from '@/lib/crm/engine.ts';
import type { Anchor, TaughtRule } from '@/lib/crm/taught/rule.ts';
import { createTaughtAdapter } from '@/lib/crm/taught/taught-adapter.ts';
import { showPage } from '../page.ts';
import { daniel, maria, type Person, plainPage, richPage, urlOf } from './pages.ts';
import { find, readingAt, teach } from './teach.ts';

const rich = (person: Person) => ({ url: urlOf(person), html: richPage(person) });
const plain = (person: Person, salt?: string) => ({ url: urlOf(person), html: plainPage(person, salt) });

const richRule = () =>
  teach(rich(maria), rich(daniel), () => ({ name: find('h1'), company: find('dd'), email: find('main a'), phone: find('main input') }));
const plainRule = () =>
  teach(plain(maria), plain(daniel, 'z9y8x7'), () => ({
    name: find('h2'),
    company: find('main .row div + div'),
    email: find('b'),
    phone: find('.row:last-child div + div'),
  }));

function detect(rule: TaughtRule, url = urlOf(daniel)): Detection {
  return detectOn(createTaughtAdapter(rule), { url, document });
}

const contactOf = ({ id, name, company, email, phone }: Person) => ({
  crm: 'https://crm.acme.example',
  recordId: id,
  name,
  company,
  emails: [email],
  phones: [phone],
});

const others: Person = { id: '77120', name: 'Priya Shah', company: 'Shah & Co', email: 'priya@shah.example', phone: '+44 20 7946 0011' };

describe('a site that was taught', () => {
  it('shows every other record as it was taught, and says why', () => {
    for (const [rule, page] of [
      [richRule(), rich(others)],
      [plainRule(), plain(others, 'qq11ww')],
    ] as const) {
      showPage(page.html);
      const detection = detect(rule, page.url);
      expect(detection).toMatchObject({ status: 'contact', contact: contactOf(others) });
      if (detection.status !== 'contact') continue;
      expect(detection.reasons?.map(({ field, source }) => `${field} ${source}`)).toEqual([
        ...['name taught', 'company taught', 'email taught', 'phone taught'],
      ]);
    }
    expect(detect(plainRule())).toMatchObject({ reasons: [{}, { label: 'Firm' }, { label: 'Mail' }, { label: 'Mobile' }] });
  });

  it('is watched at its record pages only', () => {
    const adapter = createTaughtAdapter(richRule());
    expect(adapter).toMatchObject({ id: 'https://crm.acme.example', label: 'Acme CRM', matches: ['https://crm.acme.example/*'] });
    expect(adapter.route(urlOf(daniel))).toBe(daniel.id);
    for (const path of ['/app/contact', '/app/deal/5', '/app/contact/new', '/']) {
      const url = new URL(path, urlOf(daniel));
      expect(adapter.route(url), path).toBeUndefined();
      expect(adapter.detect({ url, document }), path).toEqual({ status: 'none' });
    }
  });

  it('is keyed by e-mail, else phone, where addresses name no record', () => {
    const inbox = new URL('https://crm.acme.example/inbox');
    const page = (person: Person) => ({ url: inbox, html: plainPage(person) });
    const rule = teach(page(maria), page(daniel), () => ({ email: find('b'), phone: find('.row:last-child div + div') }));
    expect(detect(rule, inbox)).toMatchObject({ contact: { recordId: `email:${daniel.email}` } });
    for (const mail of document.querySelectorAll('b')) mail.textContent = '—';
    expect(detect(rule, inbox)).toMatchObject({ contact: { recordId: 'phone:14155550188' } });
  });
});

describe('a field that is not as it was taught', () => {
  it('is left out where its place is blank', () => {
    const rule = richRule();
    showPage(richPage(daniel));
    find('main input')?.setAttribute('value', '');
    expect(detect(rule)).toMatchObject({ status: 'contact', contact: { emails: [daniel.email], phones: [] } });
    find('main a')?.replaceWith('–');
    expect(detect(rule)).toMatchObject({ status: 'contact', contact: { name: daniel.name, recordId: daniel.id, emails: [], phones: [] } });
  });

  it('leaves who it is unknown when no key evidence is found', () => {
    const rule = richRule();
    showPage(richPage(daniel));
    for (const part of document.querySelectorAll('main dt, main dd')) part.remove();
    expect(detect(rule).status).toBe('unknown');
    showPage('<main>Loading</main>');
    expect(detect(rule)).toEqual({ status: 'unknown', missing: ['name', 'company', 'email', 'phone'] });
  });

  it('is missing where not even the rows for e-mail and phone are there, though the name is', () => {
    const rule = richRule();
    showPage(richPage(daniel));
    for (const part of document.querySelectorAll('main dt:not(:first-of-type), main dd:not(:first-of-type)')) part.remove();
    expect(detect(rule)).toEqual({ status: 'unknown', missing: ['email', 'phone'] });
    // So are labels without values, and labels that are others now.
    showPage(richPage(daniel));
    for (const part of document.querySelectorAll('main dd a, main dd input')) part.replaceWith('see below');
    expect(detect(rule)).toEqual({ status: 'unknown', missing: ['email', 'phone'] });
    find('main h1')?.remove();
    expect(detect(rule)).toMatchObject({ status: 'unknown', missing: ['name', 'email', 'phone'] });
  });

  it('is missing when it is masked', () => {
    const rule = plainRule();
    for (const mail of document.querySelectorAll('b')) mail.textContent = 'd•••••@okafor.example';
    expect(detect(rule)).toMatchObject({ status: 'contact', contact: { emails: [], phones: [daniel.phone] } });
  });

  it('is missing when two anchors contradict each other', () => {
    const rule = richRule();
    showPage(richPage(daniel));
    // The name says one input, the label another.
    const input = document.createElement('input');
    input.value = '+1 999 999 9999';
    find('main input')?.removeAttribute('name');
    input.name = 'phone';
    find('main')?.append(input);
    expect(detect(rule)).toMatchObject({ status: 'contact', contact: { emails: [daniel.email], phones: [] } });
  });

  it('is missing when several people stand in its place', () => {
    const rule = plainRule();
    showPage(plainPage(daniel) + plainPage(others));
    expect(detect(rule)).toMatchObject({ status: 'unknown' });
  });

  it('is missing when a blank label contradicts what stands where it stood', () => {
    const link: Anchor = { kind: 'link', scheme: 'mailto', within: 'main', at: 0 };
    const rule = { ...richRule(), fields: { email: [{ kind: 'label', text: 'E-mail' }, link] } } satisfies TaughtRule;
    showPage(richPage(daniel));
    expect(detect(rule)).toMatchObject({ contact: { emails: [daniel.email] } });
    const mail = find('main a');
    mail?.replaceWith('');
    find('main')?.append(mail ?? '');
    expect(detect(rule)).toEqual({ status: 'unknown', missing: ['email'] });
  });

  it('is not another field that moved into its place', () => {
    const rule = plainRule();
    showPage(plainPage(daniel).replace('<span>Mobile</span>', '<span>Fax</span>'));
    expect(detect(rule)).toMatchObject({ contact: { emails: [daniel.email], phones: [] } });
  });

  it('is not what stands where it stood, in its looks, once its label is gone', () => {
    const look: Anchor = { kind: 'attribute', tag: 'p', name: 'class', value: 'number' };
    const way: Anchor = { kind: 'path', steps: ['main', 'p:2'] };
    const rule = { ...richRule(), fields: { phone: [{ kind: 'label', text: 'Mobile' }, look, way] } } satisfies TaughtRule;
    const html = (label: string) => `<main><p>${label}</p><p class="number">${daniel.phone}</p></main>`;
    showPage(html('Mobile'));
    expect(detect(rule)).toMatchObject({ contact: { phones: [daniel.phone] } });
    showPage(html('Fax'));
    expect(detect(rule)).toEqual({ status: 'unknown', missing: ['phone'] });
  });

  it('is missing when its own name stands on several people', () => {
    const named: Anchor = { kind: 'attribute', tag: 'p', name: 'data-field', value: 'mail' };
    const rule = { ...richRule(), fields: { email: [named, { kind: 'path', steps: ['body', 'p:1'] }] } } satisfies TaughtRule;
    const html = ({ email }: Person) => `<p data-field="mail">${email}</p>`;
    showPage(html(daniel));
    expect(detect(rule)).toMatchObject({ contact: { emails: [daniel.email] } });
    showPage(html(daniel) + html(others));
    expect(detect(rule)).toEqual({ status: 'unknown', missing: ['email'] });
  });

  it('is never the next field where its own is left out', () => {
    const rule = plainRule();
    const rows = document.querySelectorAll('.row');
    for (const part of [rows[0]?.lastElementChild, rows[2]]) part?.remove();
    expect(detect(rule)).toMatchObject({ status: 'contact', contact: { emails: [daniel.email], phones: [] } });
    expect(detect(rule)).not.toHaveProperty('contact.company');
  });
});

describe('what a person cannot read', () => {
  it.each([
    ['hidden pages of records shown before', (html: string) => `<div hidden>${html}</div>`],
    ['pages made transparent by their style', (html: string) => `<div style="visibility: hidden">${html}</div>`],
  ])('is left out: %s', (_, hide) => {
    const rule = plainRule();
    showPage(hide(plainPage(others)) + plainPage(daniel));
    expect(detect(rule)).toMatchObject({ status: 'contact', contact: contactOf(daniel) });
    showPage(hide(plainPage(others)));
    expect(detect(rule).status).toBe('unknown');
  });

  it('is what a frame of the same origin shows while that is hidden', () => {
    const framed = (html: string) => {
      showPage('<main><iframe></iframe></main>');
      const inner = document.querySelector('iframe')?.contentDocument;
      inner?.body.append(...[...new DOMParser().parseFromString(html, 'text/html').body.children].map((part) => inner.adoptNode(part)));
    };
    const rule = plainRule();
    framed(plainPage(daniel));
    expect(detect(rule)).toMatchObject({ status: 'contact', contact: { emails: [daniel.email], phones: [daniel.phone] } });
    document.querySelector('iframe')?.setAttribute('hidden', '');
    expect(detect(rule).status).toBe('unknown');
  });
});

describe('a dialog over a record', () => {
  const dialog = (html: string) => `<div role="dialog" aria-modal="true">${html}</div>`;

  it('of somebody else leaves it unknown who is shown', () => {
    const rule = richRule();
    showPage(richPage(daniel) + dialog(richPage(others)));
    expect(detect(rule)).toEqual({ status: 'unknown', missing: [] });
  });

  it('is not the record, even when there is nothing else', () => {
    const rule = richRule();
    showPage(dialog(richPage(others)));
    expect(detect(rule)).toEqual({ status: 'unknown', missing: [] });
  });

  it('of the record itself, or of something else, changes nothing', () => {
    const rule = richRule();
    for (const html of [richPage(daniel), '<p>Delete this contact?</p>', '<p>E-mail</p><input>']) {
      showPage(richPage(daniel) + dialog(html));
      expect(detect(rule)).toMatchObject({ status: 'contact', contact: contactOf(daniel) });
    }
  });

  it('is where a record is read that was taught there, and nowhere else', () => {
    const page = (person: Person) => ({ url: urlOf(person), html: `<nav>Home</nav>${dialog(plainPage(person))}` });
    const rule = teach(page(maria), page(daniel), () => ({ email: find('b'), phone: find('.row:last-child div + div') }));
    expect(detect(rule)).toMatchObject({ contact: { emails: [daniel.email], phones: [daniel.phone] } });
    showPage(plainPage(daniel));
    expect(detect(rule).status).toBe('unknown');
  });
});

it('a second record is read before its address is known to be one', () => {
  const rule = richRule();
  showPage(richPage(others));
  expect(readingAt(new URL('https://crm.acme.example/app/lead/x'), rule)).toEqual({
    url: 'https://crm.acme.example/app/lead/x',
    isRecordPage: false,
    recordId: null,
    values: { name: others.name, company: others.company, email: others.email, phone: others.phone },
  });
});

it('a rule of any origin costs no more than one look at each part of the page', () => {
  const link = (at: number): Anchor => ({ kind: 'link', scheme: 'mailto', within: 'section', at });
  const rule = { ...richRule(), fields: { email: [0, 1, 2, 3, 4, 5].map(link) } } satisfies TaughtRule;
  const hidden = '<section hidden><a href="mailto:a@x.example">a</a></section>'.repeat(3_000);
  showPage(`${hidden}<section>${'<a href="mailto:a@x.example">a</a>'.repeat(300)}</section>`);
  const styles = vi.spyOn(window, 'getComputedStyle');
  detect(rule);
  expect(styles.mock.calls.length).toBeLessThan(3_000);
  showPage(`<section>${'<a href="mailto:a@x.example">a</a>'.repeat(3)}</section>`);
  const searches = vi.spyOn(Element.prototype, 'querySelectorAll');
  detect(rule);
  expect(searches.mock.calls.filter(([selector]) => selector.startsWith('a[href^="mailto:"'))).toHaveLength(1);
  vi.restoreAllMocks();
});
