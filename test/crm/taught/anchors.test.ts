// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Field } from '@/lib/crm/adapter.ts';
import { showPage } from '../page.ts';
import { maria, plainPage, richPage, urlOf } from './pages.ts';
import { anchorsFor, find, foundBy } from './teach.ts';

const kinds = (field: Field, selector: string) => anchorsFor(field, find(selector), urlOf(maria)).map(({ kind }) => kind);

test('anchors of different kinds are kept, names first', () => {
  showPage(richPage(maria));
  expect(kinds('name', 'h1')).toEqual(['attribute', 'heading', 'attribute', 'path']);
  expect(kinds('company', 'dd')).toEqual(['attribute', 'label', 'path']);
  expect(kinds('email', 'main a')).toEqual(['label', 'link', 'path']);
  expect(kinds('phone', 'input')).toEqual(['attribute', 'label', 'path']);
});

test('where nothing has a name, labels and ways are left', () => {
  showPage(plainPage(maria));
  expect(anchorsFor('email', find('b'), urlOf(maria))).toEqual([
    { kind: 'label', text: 'Mail' },
    { kind: 'path', steps: ['main', 'div:2', 'div:2', 'b:1'] },
  ]);
});

test('no anchor holds data of the record', () => {
  showPage(`
    <main id="contact-48213" data-person="Maria Gomez">
      <div id="maria.gomez" class="maria" data-key="mail-48213">
        <div><p>Maria Gomez</p><p><b title="maria" id="box-of-maria">maria.gomez@bayside.example</b></p></div>
      </div>
    </main>`);
  const anchors = anchorsFor('email', find('b'), urlOf(maria));
  expect(anchors.length).toBeGreaterThan(0);
  expect(JSON.stringify(anchors)).not.toMatch(/maria|gomez|48213/i);
});

test('a name that several elements share is no anchor', () => {
  showPage('<main><p data-field="mail">a@one.example</p><p data-field="mail">b@two.example</p></main>');
  expect(kinds('email', 'p:nth-child(2)')).toEqual(['path']);
});

test('an icon in a link, the box around it and its label all mean the same value', () => {
  showPage(richPage(maria));
  const expected = anchorsFor('email', find('main a'), urlOf(maria));
  expect(expected).toHaveLength(3);
  for (const selector of ['main a svg', 'main a span', 'dd:nth-of-type(2)'])
    expect(anchorsFor('email', find(selector), urlOf(maria)), selector).toEqual(expected);
  showPage('<main><label>E-mail <span>*</span><input value="a@one.example"></label></main>');
  expect(anchorsFor('email', find('label > span'))).toEqual(anchorsFor('email', find('input')));
});

test('a number that a link writes otherwise than it dials is the one it dials', () => {
  showPage('<main><div><a id="call" href="tel:+14155550142"><span>(415) 555-0142</span></a></div></main>');
  for (const selector of ['span', 'a', 'div']) {
    const [anchor] = anchorsFor('phone', find(selector));
    expect(anchor, selector).toEqual({ kind: 'attribute', tag: 'a', name: 'id', value: 'call' });
  }
});

test('pointing where several addresses stand takes none of them', () => {
  showPage('<main><div id="both"><p>a@one.example</p><p>b@two.example</p></div></main>');
  expect(anchorsFor('email', find('#both'))).toEqual([]);
});

test('a name in pieces of a line is one value, blocks under each other are not', () => {
  showPage('<main><h1><span>Maria</span> <span>Gomez</span></h1><section><div>Acme</div><div>Bayside 5</div></section></main>');
  expect(anchorsFor('name', find('h1'))).toMatchObject([{ kind: 'heading', tag: 'h1' }, { kind: 'path' }]);
  expect(anchorsFor('company', find('section'))).toEqual([]);
});

test('the label of a name or company stands for one part only', () => {
  const html = (more: string) => `<main><p><span>Firm</span><b>Acme</b>${more}</p></main>`;
  showPage(html(''));
  expect(kinds('company', 'b')).toEqual(['label', 'path']);
  showPage(html('<b>Bayside 5</b>'));
  expect(kinds('company', 'b')).toEqual(['path']);
});

test('masked addresses and placeholders cannot be taken', () => {
  showPage('<main><p>ma•••@bayside.example</p><p>{{email}}@x.com</p><p>j...@x.com</p></main>');
  for (const at of [1, 2, 3]) expect(anchorsFor('email', find(`p:nth-child(${at})`))).toEqual([]);
});

test('each kind finds its value again after what does not concern it has changed', () => {
  showPage(richPage(maria));
  const [label, link, path] = anchorsFor('email', find('main a'), urlOf(maria));
  if (!label || !link || !path) throw new Error('three anchors');
  const note = document.createElement('p');
  for (const element of document.querySelectorAll('main *')) element.setAttribute('class', 'renamed');
  find('dl')?.prepend(note);
  expect([label, link, path].map((anchor) => foundBy(anchor, 'email'))).toEqual([[maria.email], [maria.email], [maria.email]]);
  find('dl')?.append(...[find('dt'), find('dd')].filter((part) => part !== null));
  expect(foundBy(label, 'email')).toEqual([maria.email]);
  expect(foundBy(link, 'email')).toEqual([maria.email]);
});

test('a value in open shadow roots and in a frame is found by its way', () => {
  showPage(`
    <main><x-card><template shadowrootmode="open"><x-row><template shadowrootmode="open">
      <p><i>maria@one.example</i></p></template></x-row></template></x-card></main>`);
  const inner = find('x-card')?.shadowRoot?.querySelector('x-row')?.shadowRoot?.querySelector('i') ?? null;
  const [anchor] = anchorsFor('email', inner);
  expect(anchor).toEqual({ kind: 'path', steps: ['main', 'x-card:1', '#shadow', 'x-row:1', '#shadow', 'p:1', 'i:1'] });
  if (anchor) expect(foundBy(anchor, 'email')).toEqual(['maria@one.example']);
});

test('a rule cannot speak CSS', () => {
  showPage('<main><p id="a">a@one.example</p></main>');
  for (const value of ['x"],p[id="a', 'a"] , *', '\\', 'a\n'])
    expect(foundBy({ kind: 'attribute', tag: 'p', name: 'id', value }, 'email'), value).toEqual([]);
  expect(foundBy({ kind: 'path', steps: ['p@id=%E0%A4%A'] }, 'email')).toEqual([]);
  expect(foundBy({ kind: 'path', steps: ['main,p'] }, 'email')).toEqual([]);
  expect(foundBy({ kind: 'attribute', tag: 'p', name: 'id', value: 'a' }, 'email')).toEqual(['a@one.example']);
});
