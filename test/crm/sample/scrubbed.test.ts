// @vitest-environment jsdom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeSample } from '@/lib/crm/sample/sample.ts';
import { readFixtureText, showPage } from '../page.ts';

/** Words that no list keeps: made of three or more letters with a vowel, which placeholders never have. */
const word = fc
  .tuple(fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ]{2,9}$/), fc.constantFrom('aq', 'yo', 'ué', 'ÆI'))
  .map(([start, end]) => start + end);
const foreign = fc.constantFrom('山田', 'ヤマダ', 'ひろし', 'Иванов', 'Παπάς', '김철수', 'محمد', 'כהן', 'สมชาย', 'शर्मा');
const email = fc.tuple(word, word).map(([local, domain]) => `${local}@${domain}.com`);
const phone = fc
  .tuple(fc.integer({ min: 2, max: 9 }), fc.stringMatching(/^[2-9]\d{2}[2-46-9]\d{2}[2-9]\d{3}$/))
  .map(([country, rest]) => `+${country}${rest}`);
const token = fc.stringMatching(/^[A-Za-z0-9_-]{24,60}$/);
const recordId = fc.stringMatching(/^00[3Q][A-Wa-wyz1-9]{12}$/);

interface Secrets {
  readonly words: readonly string[];
  readonly foreign: string;
  readonly email: string;
  readonly phone: string;
  readonly token: string;
  readonly id: string;
}

const secrets: fc.Arbitrary<Secrets> = fc.record({
  words: fc.array(word, { minLength: 8, maxLength: 8 }),
  foreign,
  email,
  phone,
  token,
  id: recordId,
});

/** A page that says all of it in every place that a page has for it. */
function pageOf({ words: [first, last, company, city, hint, key, place, note], foreign, email, phone, token, id }: Secrets): string {
  return `<title>${first} ${last} | Contact | Salesforce</title><body>
  <!-- ${note} --><h1 id="${token}" class="card card-${first}">${first} ${last}, ${foreign}</h1>
  <a href="mailto:${email}?subject=${note}" title="${email}" aria-label="Mail ${first}">${email}</a>
  <a href="tel:${phone}" data-${token.toLowerCase().replace(/[^a-z]/g, 'q')}="${phone}">${phone}</a>
  <a href="https://${company}.com/${place}/${id}?${key}=${token}&amp;to=${encodeURIComponent(email)}#${hint}">${company} ${id}</a>
  <a href="//${company}.com/${place}">${phone}, ${email}</a><a href="/${place}/${token}/${id}/view">${note}</a>
  <p data-note="${note}" data-json='{"${key}":"${email}","t":"${token}"}' style="background: url(${place}.png)">${city}/${note} https://${company}.com/${token}</p>
  <input name="Email" value="${email}" placeholder="${hint}"><textarea>${note} ${phone}</textarea><select><option value="${key}">${city}</option></select>
  <x-card><template shadowrootmode="open"><b title="${first}">${last} ${email}</b></template></x-card>
  <img alt="${first}" src="https://${company}.com/${token}.png"><svg><title>${city}</title></svg><script>const k = "${token}"</script></body>`;
}

const lower = (text: string) => text.normalize('NFC').toLowerCase();

test('nothing that was said on a page, and no address, number, token or id of it, is in its sample', () => {
  fc.assert(
    fc.property(secrets, (said) => {
      showPage(pageOf(said));
      const url = new URL(`https://${said.words[2]?.replace(/[^A-Za-z]/g, 'e')}.com/people/${said.id}?${said.words[5]}=${said.token}`);
      const { html } = takeSample({ document, url, version: '1.2.3', date: new Date(0) });
      const copy = lower(html);
      for (const one of [...said.words, said.email, said.phone, said.phone.slice(2), said.token, said.id, said.foreign]) {
        expect(copy).not.toContain(lower(one));
      }
      expect(copy).not.toContain(encodeURIComponent(lower(said.foreign)));
      expect(copy.match(/[\w.]+@[\w.-]+/g)?.every((address) => address.endsWith('.test'))).toBe(true);
      expect(readFixtureText('x', html).source).toContain('scrubbed');
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('no field of the page can end the comment that heads the file', () => {
  showPage('<p>x</p>');
  const { html } = takeSample({ document, url: new URL('https://crm.test/--%3E--!%3E?a=-->'), version: '--><script>', date: new Date(0) });
  expect(html.indexOf('-->')).toBe(html.indexOf('\n') - 3);
});
