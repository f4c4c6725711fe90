// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest';
import { takeSample } from '@/lib/crm/sample/sample.ts';
import { readFixtureText, showPage } from '../page.ts';

const date = new Date('2026-11-21T09:00:00Z');
const HOST = 'https://harbor.lightning.force.com';

/** What the file holds, and its page as an element. */
function sampleOf(html: string, url = `${HOST}/lightning/r/Contact/003Hr00002QwErTIAV/view`, maxLength = 100_000) {
  showPage(html);
  return takeSample({ document, url: new URL(url), version: '0.2.0', date, maxLength });
}

/** The copy, shown in place of the page. */
function shown(html: string, url?: string): HTMLElement {
  showPage(sampleOf(html, url).html);
  return document.body;
}

beforeEach(() => {
  document.documentElement.removeAttribute('lang');
});

describe('the file', () => {
  test('begins as a fixture does, its address without the customer and the record', () => {
    const { html, name } = sampleOf('<p>Hello</p>');
    expect(name).toBe('alongside-sample-salesforce-2026-11-21.html');
    const fixture = readFixtureText('salesforce--new.html', html);
    expect(fixture.url.href).toMatch(/^https:\/\/\w{6}\.lightning\.force\.com\/lightning\/r\/Contact\/003Xx0000000000\w{3}\/view$/);
    expect(fixture).toMatchObject({ expect: {}, source: 'sample saved by Alongside 0.2.0 on 2026-11-21, scrubbed' });
  });

  test('keeps the host of a CRM we know and the words of its routes, nothing else of an address', () => {
    const urlOf = (url: string) => readFixtureText('x', sampleOf('', url).html).url.href;
    expect(urlOf('https://my.saleshandy.com/sequence/48213/prospects?q=maria')).toMatch(
      /^https:\/\/my\.saleshandy\.com\/sequence\/\d{5}\/prospects\?\w=\w{5}$/,
    );
    expect(urlOf('https://app.salesmessage.com/conversations/998877')).toMatch(/^https:\/\/app\.salesmessage\.com\/conversations\/\d{6}$/);
    expect(urlOf('https://crm.acme.com:8443/app/people/17#maria')).toMatch(/^https:\/\/crm\.\w{4}\.test:5555\/app\/people\/\d\d#\w{5}$/);
    expect(urlOf(`${HOST}/lightning/r/003Hr00002QwErTIAV/view?ws=%2Flightning%2Fr%2FCase%2F500Hr00001AbCdEIAV%2Fview`)).toContain(
      '?ws=%2Flightning%2Fr%2FCase%2F500Xx',
    );
  });

  test('is cut where it grows too large, says so and is still well formed', () => {
    const { html } = sampleOf(`<div><ul>${'<li>word</li>'.repeat(2_000)}</ul></div>`, undefined, 5_000);
    expect(html.length).toBeLessThan(6_000);
    expect(readFixtureText('x', html).source).toContain('cut at 5000 characters');
    expect(html).toMatch(/<\/li><\/ul><\/div><\/body>\n<\/html>\n$/);
  });
});

describe('what is said', () => {
  test('becomes the same placeholder wherever it stands, and other people stay others', () => {
    const page = shown(
      `<h1>Maria Gomez</h1><p title="Maria Gomez">Gomez, MARIA</p><h2>Paula Gomez</h2>
       <a href="mailto:maria@bayside.test?subject=Hi%20Maria">maria@bayside.test</a><a href="mailto:paula@bayside.test">x</a>`,
    );
    const [first, last] = page.querySelector('h1')?.textContent.split(' ') ?? [];
    expect(page.querySelector('p')?.title).toBe(`${first} ${last}`);
    expect(page.querySelector('p')?.textContent).toBe(`${last}, ${first?.toUpperCase()}`);
    expect(page.querySelector('h2')?.textContent.split(' ')[0]).not.toBe(first);
    const [mail, other] = page.querySelectorAll('a');
    expect(mail?.textContent).toMatch(/^[b-z]{5}@[b-z]{7}\.test$/);
    expect(mail?.getAttribute('href')).toBe(`mailto:${mail?.textContent}?subject=x`);
    expect(other?.getAttribute('href')).not.toContain(mail?.textContent);
  });

  test('keeps its script, its capitals and its punctuation', () => {
    const said = (text: string) => shown(`<p>${text}</p>`).querySelector('p')?.textContent;
    expect(said('Dr. O’Neill-Smith')).toMatch(/^Dr\. [B-Z]’[B-Z][b-z]{4}-[B-Z][b-z]{4}$/);
    expect(said('山田花子 様')).toMatch(/^[甲-癸乙丙丁戊己庚辛壬]{4} 様$/u);
    expect(said('Иван')).toMatch(/^\p{Script=Cyrillic}{4}$/u);
  });

  test('keeps labels, their counts and the names of fields', () => {
    const page = shown(
      '<p title="Phone (2)">Phone (2)</p><b>メール</b><i field-label="Email" data-target-selection-name="sfdc:RecordField.Contact.Email">E-mail:</i><input name="firstName" value="Maria">',
    );
    expect(page.querySelector('p')?.outerHTML).toBe('<p title="Phone (2)">Phone (2)</p>');
    expect(page.querySelector('b')?.textContent).toBe('メール');
    expect(page.querySelector('i')?.outerHTML).toBe(
      '<i field-label="Email" data-target-selection-name="sfdc:RecordField.Contact.Email">E-mail:</i>',
    );
    expect(page.querySelector('input')).toMatchObject({ name: 'firstName', value: expect.stringMatching(/^[B-Z][b-z]{4}$/) });
  });

  test('keeps a label before a colon, not its value', () => {
    const said = (text: string) => shown(`<p>${text}</p>`).querySelector('p')?.textContent;
    expect(said('Phone: 4155550142')).toBe('Phone: 2015550100');
    expect(said('From: m@b.test')).toMatch(/^From: \w@\w\.test$/);
    expect(said('Maria: Email')).not.toContain('Maria');
  });

  test('keeps the form of a number, whose digits are of a number kept for fiction', () => {
    const page = shown('<a href="tel:+14155550142">(415) 555-0142</a><a href="tel:+14155550199">+1 415 555 0199</a>');
    const [one, other] = page.querySelectorAll('a');
    expect(one?.outerHTML).toBe('<a href="tel:+12015550100">(201) 555-0100</a>');
    expect(other?.outerHTML).toBe('<a href="tel:+12015550101">+1 201 555 0101</a>');
    expect(shown('<p>+49 30 5550134, 030 5550134</p>').querySelector('p')?.textContent).toBe('+49 01 5550100, 201 5550100');
  });

  test('keeps which ids are the same, in 15 and in 18 characters, and what they are of', () => {
    const page = shown(
      '<a href="/lightning/r/Contact/003Hr00002QwErTIAV/related/Cases/view" data-recordid="003Hr00002QwErT">x</a><b id="tab-7" data-id="00QHr00001LdJoNMAV"></b><i aria-controls="tab-7"></i>',
    );
    const link = page.querySelector('a');
    const [, long = ''] = /Contact\/(\w{18})\/related\/Cases\/view$/.exec(link?.getAttribute('href') ?? '') ?? [];
    expect(long.slice(0, 15)).toBe(link?.dataset.recordid);
    expect(page.querySelector('b')?.dataset.id).toMatch(/^00QXx/);
    expect(page.querySelector('i')?.getAttribute('aria-controls')).toBe(page.querySelector('b')?.id);
  });
});

describe('the structure', () => {
  test('keeps open shadow roots with their slots', () => {
    const page = shown(
      '<x-card><template shadowrootmode="open"><b><slot name="who"></slot></b></template><i slot="who">Maria</i></x-card>',
    );
    const slot = page.querySelector('x-card')?.shadowRoot?.querySelector<HTMLSlotElement>('b slot');
    expect(slot?.assignedElements().map(({ localName }) => localName)).toEqual(['i']);
  });

  test('holds nothing that runs, is fetched or was remarked', () => {
    const { html } = sampleOf(
      '<!--note--><script>secret()</script><style>.secret{}</style><img src="/secret.png" alt="secret"><svg><title>secret</title></svg><p onclick="secret()" style="color: red; --secret: 1">text</p><noscript>secret</noscript><iframe src="https://secret.example"></iframe><input type="password" value="secret"><input type="hidden" value="secret">',
    );
    expect(html).not.toMatch(/secret|note|color|script|src=/);
  });

  test('says what styles hide, without the styles', () => {
    const page = shown(
      '<hr><style>.old { display: none } .ghost { visibility: hidden }</style><p class="old">a</p><p class="ghost"><i>b</i></p><p>c</p>',
    );
    expect([...page.querySelectorAll('p')].map((element) => element.getAttribute('style'))).toEqual([
      'display: none',
      'visibility: hidden',
      null,
    ]);
    expect(page.querySelector('i')?.getAttribute('style')).toBeNull();
  });

  test('holds what a frame of the same origin shows, marked', () => {
    showPage('<iframe></iframe>');
    const inner = document.querySelector('iframe')?.contentDocument;
    inner?.body.append('Maria');
    const { html } = takeSample({ document, url: new URL(HOST), version: '1', date });
    expect(html).toMatch(/<iframe><\/iframe><template data-sample-frame="[^"]*">[B-Z][b-z]{4}<\/template>/);
  });

  test('keeps no word in a name given by developers that the page says anywhere, for every adapter to read', () => {
    const page = shown(
      '<p class="row row-okafor slds-card" data-testid="okaforCard-detail">Daniel Okafor, card</p><i class="danielPage"></i>',
    );
    expect(page.querySelector('p')?.className).toMatch(/^row row-\w{6} slds-card$/);
    expect(page.querySelector('p')?.getAttribute('data-testid')).toMatch(/Card-detail$/);
    expect(page.innerHTML).not.toMatch(/okafor|daniel/i);
  });

  test('knows the words of frames, hidden ones too', () => {
    showPage('<iframe hidden></iframe><i class="tab-quist"></i>');
    const inner = document.querySelector('iframe')?.contentDocument;
    const part = inner?.createElement('h2');
    if (part && inner) {
      part.className = 'head-quist head-lena';
      part.textContent = 'Lena Quist';
      inner.body.append(part);
    }
    const { html } = takeSample({ document, url: new URL('https://crm.test/'), version: '1.0.0', date: new Date(0) });
    expect(html).toContain('head-');
    expect(html).not.toMatch(/quist|lena/i);
  });

  test('keeps classes but for numbers and for words that name somebody here', () => {
    const page = shown('<h1>Maria Gomez</h1><p class="slds-card row-483921 avatar-maria lafPageHost active"></p>');
    expect(page.querySelector('p')?.className).toMatch(/^slds-card row-\d{6} avatar-\w{5} lafPageHost active$/);
    expect(page.querySelector('p')?.className).not.toMatch(/483921|maria/);
  });

  test('leaves the page as it was', () => {
    showPage('<p id="a">Maria</p><x-y><template shadowrootmode="open">b</template></x-y>');
    const before = document.documentElement.outerHTML;
    takeSample({ document, url: new URL(HOST), version: '1', date });
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
