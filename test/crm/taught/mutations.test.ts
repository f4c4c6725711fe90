// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Detection, Field } from '@/lib/crm/adapter.ts';
import { detectOn } from '@/lib/crm/engine.ts';
import type { Anchor, TaughtRule } from '@/lib/crm/taught/rule.ts';
import { createTaughtAdapter } from '@/lib/crm/taught/taught-adapter.ts';
import { asEmail } from '@/lib/crm/values.ts';
import { taughtRule } from '@/lib/storage/rule-schema.ts';
import { showPage } from '../page.ts';
import { daniel, maria, type Person, plainPage, richPage, urlOf } from './pages.ts';
import { find, teach } from './teach.ts';

const strangers: Person = { id: '3', name: 'Wanda Wrong', company: 'Wrong Ltd', email: 'wanda@wrong.example', phone: '+1 999 999 9999' };
const shown: Person = { id: '90210', name: 'Aiko Tanaka', company: 'Tanaka KK', email: 'aiko@tanaka.example', phone: '+81 3 5550 0100' };

const pages = {
  rich: richPage,
  plain: (person: Person) => plainPage(person),
  table: ({ name, company, email, phone }: Person) => `
    <header><b class="app">Acme</b></header>
    <main><h1>${name}</h1><table><tbody>
      <tr><th>Account</th><td itemprop="worksFor">${company}</td></tr>
      <tr><th>Work mail</th><td><a href="mailto:${email}">${email}</a></td></tr>
      <tr><th>Direct line</th><td><a href="tel:${phone}"><button>${phone}</button></a></td></tr>
    </tbody></table></main>`,
};
const targets = {
  rich: () => ({ name: find('h1'), company: find('dd'), email: find('main a'), phone: find('main input') }),
  plain: () => ({ name: find('h2'), company: find('.row div + div'), email: find('b'), phone: find('.row:last-child div + div') }),
  table: () => ({ name: find('h1'), company: find('td'), email: find('td a'), phone: find('button') }),
};
type Kind = keyof typeof pages;

function learn(kind: Kind): TaughtRule {
  const page = (person: Person) => ({ url: urlOf(person), html: pages[kind](person) });
  return teach(page(maria), page(daniel), targets[kind]);
}

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const pick = (elements: readonly HTMLElement[], seed: number) => elements[seed % Math.max(1, elements.length)];

/** Texts that name nobody. */
function note(): HTMLElement {
  const element = document.createElement('div');
  element.textContent = 'Synchronised with the calendar';
  return element;
}

function stranger(html: string): HTMLElement {
  const box = document.createElement('section');
  box.append(...[...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map((node) => document.adoptNode(node)));
  return box;
}

const { name, company, email, phone } = strangers;
const mutators: Readonly<Record<string, (seed: number) => void>> = {
  'classes renamed': (seed) => {
    for (const [at, element] of all('main *').entries()) element.setAttribute('class', `k${seed}${at % 7}`);
  },
  'data attributes dropped': () => {
    for (const element of all('*'))
      for (const { name } of [...element.attributes]) if (name.startsWith('data-')) element.removeAttribute(name);
  },
  'ids and names dropped': () => {
    for (const element of all('[id],[name]')) for (const name of ['id', 'name']) element.removeAttribute(name);
  },
  'labels in another language': () => {
    for (const element of all('dt,th,.row span')) element.textContent = `${element.textContent?.length} キー`;
  },
  'siblings inserted': (seed) => pick(all('main *:not(dl,tbody,tr)'), seed)?.before(note()),
  'children inserted': (seed) => pick(all('main,main section,main header,.row'), seed)?.prepend(note()),
  'order changed': (seed) => {
    const parent = pick(all('main,dl,tbody'), seed);
    parent?.append(...[...parent.children].toSorted((one, other) => (one.textContent ?? '').length - (other.textContent ?? '').length));
  },
  'a part removed': (seed) => pick(all('main *'), seed)?.remove(),
  'a field emptied': (seed) => pick(all('dd,td,b,.row div + div,input'), seed)?.replaceChildren(),
  'a menu with the user’s own address': () => document.body.prepend(stranger(`<nav><a href="mailto:${email}">${email}</a></nav>`)),
  'a list of other people after it': () =>
    find('main')?.append(stranger(`<h3>Related</h3><ul><li>${name} ${email} <a href="tel:${phone}">${phone}</a></li></ul>`)),
  'an e-mail thread before it': () => find('main')?.prepend(stranger(`<p>From <a href="mailto:${email}">${name}</a></p><p>${company}</p>`)),
  'the record shown before, hidden': () =>
    document.body.prepend(stranger(`<div hidden>${richPage(strangers)}${plainPage(strangers)}</div>`)),
  'a card with the same labels': () =>
    document.body.append(
      stranger(
        `<dl><dt>E-mail</dt><dd>${email}</dd><dt>Phone</dt><dd>${phone}</dd></dl><div class="row"><div><span>Mail</span></div><div>${email}</div></div>`,
      ),
    ),
  'wrapped in boxes': (seed) => {
    const element = pick(all('main *:not(dt,dd,tr,td,th,tbody)'), seed);
    const box = document.createElement('div');
    element?.replaceWith(box);
    if (element) box.append(element);
  },
};

function wrongIn(detection: Detection): readonly string[] {
  if (detection.status !== 'contact') return detection.status === 'ambiguous' ? ['ambiguous'] : [];
  const { contact } = detection;
  const told = [contact.name, contact.company, ...contact.emails, ...contact.phones].filter((value) => value !== undefined);
  const right = [shown.name, shown.company, shown.email, shown.phone];
  return told.filter((value) => !right.includes(value));
}

it('what was taught on one record never tells a wrong value of another, however its page has changed', { timeout: 120_000 }, () => {
  const counts = { pages: 0, recognised: 0 };
  for (const kind of ['rich', 'plain', 'table'] as const) {
    const rule = learn(kind);
    const adapter = createTaughtAdapter(rule);
    const mutation = fc.tuple(fc.constantFrom(...Object.keys(mutators)), fc.nat(200));
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 4 }), (mutations) => {
        showPage(pages[kind](shown));
        for (const [name, seed] of mutations) mutators[name]?.(seed);
        const detection = detectOn(adapter, { url: urlOf(shown), document });
        counts.pages += 1;
        counts.recognised += detection.status === 'contact' ? 1 : 0;
        expect(wrongIn(detection), `${kind}: ${JSON.stringify(mutations)} ${document.body.innerHTML}`).toEqual([]);
      }),
      { numRuns: 200, seed: 20_261_121 },
    );
  }
  // Safety by never answering would be none.
  expect(counts.recognised / counts.pages).toBeGreaterThan(0.5);
});

it.each(['classes renamed', 'siblings inserted', 'a menu with the user’s own address', 'the record shown before, hidden'])(
  'a page that names its fields is read in full after this: %s',
  (mutation) => {
    const adapter = createTaughtAdapter(learn('rich'));
    for (let seed = 0; seed < 40; seed++) {
      showPage(richPage(shown));
      mutators[mutation]?.(seed);
      const detection = detectOn(adapter, { url: urlOf(shown), document });
      expect(detection, document.body.innerHTML).toMatchObject({ status: 'contact', contact: { name: shown.name, emails: [shown.email] } });
    }
  },
);

const tags = ['div', 'p', 'main', 'span', 'a', 'h1', 'dl', 'dt', 'dd', 'input', 'iframe', 'x-card', 'button', 'label', 'dialog'];
const texts = ['E-mail', 'maria@one.example', 'a@b', '+1 415 555 0123', '12', 'Maria', '', '***@x.com', 'x'.repeat(300), '{{email}}'];
const names = ['id', 'name', 'class', 'role', 'aria-labelledby', 'data-field', 'href', 'value'];

/** A small page: tags nested in each other, some in open shadow roots. */
const tree = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(...texts).map((text) => () => document.createTextNode(text)),
    fc
      .tuple(
        fc.constantFrom(...tags),
        fc.array(
          fc.tuple(fc.constantFrom(...names), fc.constantFrom('email', 'mailto:maria@one.example', 'tel:%E0%A4%A', 'dialog', '"]', '')),
        ),
        fc.array(tie('node') as unknown as fc.Arbitrary<() => Node>, { maxLength: 4 }), // fast-check ties by name only
        fc.boolean(),
      )
      .map(([tag, attributes, children, isShadow]) => () => {
        const element = document.createElement(tag);
        for (const [key, value] of attributes) element.setAttribute(key, value);
        const into = isShadow && tag === 'x-card' ? element.attachShadow({ mode: 'open' }) : element;
        into.append(...children.map((make) => make()));
        return element;
      }),
  ) as unknown as fc.Arbitrary<Node>,
})).node as unknown as fc.Arbitrary<() => Node>;

/** A place that a name leads to, with anything in it. */
const place = fc.constantFrom(...texts).map((text) => () => {
  const element = document.createElement('p');
  element.setAttribute('id', 'email');
  element.append(text);
  return element;
});

const anchor: fc.Arbitrary<Anchor> = fc.oneof(
  fc.constant({ kind: 'attribute', tag: 'p', name: 'id', value: 'email' } as const),
  fc.record({
    kind: fc.constant('attribute' as const),
    tag: fc.constantFrom('div', 'a', 'x.y', 'input'),
    name: fc.constantFrom(...names, 'x:y'),
    value: fc.oneof(fc.constantFrom('email', 'dialog', '"]'), fc.string({ minLength: 1, maxLength: 8 })),
  }),
  fc.record({ kind: fc.constant('label' as const), text: fc.constantFrom('E-mail', 'maria', '[', ' ') }),
  fc.record({ kind: fc.constant('heading' as const), tag: fc.constantFrom('h1', 'h2'), within: fc.constantFrom('main', 'section', 'x-y') }),
  fc.record({
    kind: fc.constant('link' as const),
    scheme: fc.constantFrom('mailto', 'tel'),
    within: fc.constantFrom('main', 'section', 'body', 'x-y'),
    at: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('path' as const),
    steps: fc.array(
      fc.constantFrom('main', 'div:1', 'a:2', '#shadow', '#frame', 'x-card', 'p@id=%', 'div@role=dialog', 'body', '>', '99'),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  }),
);
const anchors = fc.array(anchor, { minLength: 1, maxLength: 4 });
const rules = fc
  .record({ email: anchors, phone: anchors, name: anchors, company: anchors }, { requiredKeys: ['email'] })
  .map((fields: Partial<Record<Field, Anchor[]>>) =>
    taughtRule.safeParse({
      version: 1,
      origin: 'https://crm.acme.example',
      label: 'x',
      path: '/app/contact/:id',
      recordId: { from: 'path', at: 2 },
      fields,
      taughtAt: 0,
    }),
  )
  .filter(({ success }) => success)
  .map(({ data }) => data as TaughtRule); // those that passed

it('any rule that may be kept meets any page without throwing, and tells no malformed address', { timeout: 120_000 }, () => {
  let contacts = 0;
  fc.assert(
    fc.property(rules, fc.array(tree, { maxLength: 4 }), place, (rule, nodes, makePlace) => {
      document.body.replaceChildren(...nodes.map((make) => make()), makePlace());
      const detection = detectOn(createTaughtAdapter(rule), { url: urlOf(maria), document });
      if (detection.status !== 'contact') return;
      contacts += 1;
      for (const address of detection.contact.emails) expect(asEmail(address)).toBe(address);
    }),
    { numRuns: 400, seed: 7 },
  );
  expect(contacts).toBeGreaterThan(10);
});
