// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createPageDom, openRoots } from '@/lib/crm/dom.ts';
import type { MeantRecord } from '@/lib/crm/form/field.ts';
import { fillForm } from '@/lib/crm/form/page-form.ts';
import { readFixture, showPage } from '../page.ts';

const maria: MeantRecord = {
  crm: 'salesforce',
  recordId: '003Hr00002QwErTIAV',
  name: 'Ms. Maria Gomez',
  emails: ['maria@bayside.test'],
  phones: ['+14155550142'],
};
const taught: MeantRecord = { ...maria, crm: 'https://crm.example.com', recordId: '48211' };
const url = new URL('https://crm.example.com/app/people/48211');

function fillFixture(file: string, values: Record<string, string>, record = maria) {
  const fixture = readFixture(file);
  showPage(fixture.html);
  return outcomes(fillForm({ url: fixture.url, document }, record, fieldsOf(values)));
}

/** Shows a form of a page that nobody knows, and fills it. */
function fillPage(html: string, values: Record<string, string>, prepare = () => {}) {
  showPage(`<title>Maria Gomez</title><main><h1>Maria Gomez</h1>${html}</main>`);
  prepare();
  return outcomes(fillForm({ url, document }, taught, fieldsOf(values)));
}

const fieldsOf = (values: Record<string, string>) => Object.entries(values).map(([label, value]) => ({ label, value }));
const outcomes = (filled: ReturnType<typeof fillForm>) =>
  filled && Object.fromEntries(filled.map(({ label, outcome }) => [label, outcome]));
const control = (selector: string) => createPageDom(openRoots(document)).all(selector)[0] as HTMLInputElement;

beforeEach(() => {
  document.body.replaceChildren();
});

describe("Salesforce's own form", () => {
  it.each(['salesforce--rendered-inline-edit.html', 'salesforce--rendered-inline-edit-native.html'])(
    '%s takes values by their labels, also parts of a name, and never a lookup',
    (file) => {
      const filled = fillFixture(file, {
        Phone: '+14155550199',
        'First name': 'Mary',
        'E-mail': 'm@bayside.test',
        Owner: 'Tom',
        Nothing: 'x',
      });
      expect(filled).toEqual({ Phone: 'filled', 'First name': 'filled', 'E-mail': 'filled', Owner: 'refused', Nothing: 'missing' });
      expect(control('input[name="Phone"]').value).toBe('+14155550199');
      expect(control('input[name="MobilePhone"]').value).toBe('+14155550143');
      expect(control('input[name="firstName"]').value).toBe('Mary');
      expect(control('input[name="Email"]').value).toBe('m@bayside.test');
    },
  );

  it('that is not open, or of another record, takes nothing', () => {
    expect(fillFixture('salesforce--rendered-contact-view.html', { Phone: '1' })).toEqual({ Phone: 'missing' });
    expect(fillFixture('salesforce--rendered-inline-edit.html', { Phone: '1' }, { ...maria, recordId: '003Hr00002QwDaNIAV' })).toBeNull();
    expect(fillFixture('salesforce--rendered-modal-over-record.html', { Phone: '1', Email: 'x' })).toEqual({
      Phone: 'missing',
      Email: 'missing',
    });
  });

  it('takes them in Classic', () => {
    expect(fillFixture('salesforce--classic-edit.html', { Mobile: '1234567', 'Last Name': 'Hill' })).toEqual({
      Mobile: 'filled',
      'Last Name': 'filled',
    });
    expect(control('#con12').value).toBe('1234567');
    expect(control('#name_lastcon2').value).toBe('Hill');
  });
});

describe('a form that nobody knows', () => {
  it('is told as if a person had typed, and nothing is pressed', () => {
    const heard: string[] = [];
    const html = '<form><label>Phone <input name="p"></label><label>City <input name="c"></label><button>Save</button></form>';
    fillPage(html, { City: 'Berlin', Phone: '030 123456' }, () => {
      for (const type of ['input', 'change', 'focusout', 'submit', 'click'])
        document.addEventListener(type, ({ target }) => heard.push(`${type} ${(target as HTMLInputElement).name}`), { once: false });
    });
    expect(heard).toEqual(['input c', 'change c', 'focusout c', 'input p', 'change p', 'focusout p']);
    expect(document.activeElement).toBe(control('[name="c"]'));
  });

  it("passes a framework's own setter, which would hide the change from it", () => {
    let tracked = 'old';
    const html = '<label>City <input value="old"></label>';
    const filled = fillPage(html, { City: 'Berlin' }, () => {
      const input = control('input');
      const proto = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
      Object.defineProperty(input, 'value', {
        get: () => proto?.get?.call(input),
        set(value: string) {
          tracked = value;
          proto?.set?.call(input, value);
        },
      });
    });
    expect(filled).toEqual({ City: 'filled' });
    expect(tracked).toBe('old');
  });

  it('says so when the page takes a value back', () => {
    const filled = fillPage('<label>City <input value="old"></label>', { City: 'Berlin' }, () => {
      const input = control('input');
      input.addEventListener('input', () => {
        input.value = 'old';
      });
    });
    expect(filled).toEqual({ City: 'refused' });
  });

  it('chooses from lists, ticks boxes, and takes only what fits', () => {
    const html = `<label>Stage <select><option>Cold<option value="h">Hot<option disabled>Gone</select></label>
      <label>VIP <input type="checkbox"></label><label>Born <input type="date"></label><label>Code <input maxlength="3"></label>
      <label for="n">Notes</label><textarea id="n"></textarea>`;
    const values = { Stage: 'hot', VIP: 'yes', Born: '9 Feb', Code: 'ABCD', Notes: 'one\ntwo' };
    expect(fillPage(html, values)).toEqual({ Stage: 'filled', VIP: 'filled', Born: 'refused', Code: 'refused', Notes: 'filled' });
    expect(control('select').value).toBe('h');
    expect(control('[type=checkbox]').checked).toBe(true);
    expect(control('[type=date]').value).toBe('');
    expect(control('textarea').value).toBe('one\ntwo');
    expect(fillPage(html, { Stage: 'Gone', VIP: 'maybe', Born: '2024-02-09' })).toEqual({
      Stage: 'refused',
      VIP: 'refused',
      Born: 'filled',
    });
  });

  it.each([
    ['<label>City <input type="hidden" value="a"></label>', 'missing'],
    ['<label>City <input readonly value="a"></label>', 'refused'],
    ['<fieldset disabled><label>City <input value="a"></label></fieldset>', 'refused'],
    ['<label>City <input disabled value="a"></label>', 'refused'],
    ['<label style="display:none">City <input value="a"></label>', 'missing'],
    ['<label>City <input autocomplete="cc-number" value="a"></label>', 'missing'],
    ['<label>City <input autocomplete="section-pay billing CC-Number" value="a"></label>', 'missing'],
    ['<label>City <input type="file"></label>', 'missing'],
    ['<label>City <input value="a"></label><label>City <input value="a"></label>', 'refused'],
    ['<label>City <input role="combobox" value="a"></label>', 'refused'],
    ['<nav><label>City <input value="a"></label></nav>', 'missing'],
    ['<div role="dialog"><h2>New person</h2><label>City <input value="a"></label></div><label>City <input value="a"></label>', 'missing'],
  ])('leaves alone %s', (html, outcome) => {
    expect(fillPage(html, { City: 'Berlin' })).toEqual({ City: outcome });
    for (const input of document.querySelectorAll('input')) expect(input.value).not.toBe('Berlin');
  });

  it.each([
    ['Address 1', '<label>Address 2 <input></label>', 'missing'],
    ['Address 1', '<label>Address 1 <input></label><label>Address 2 <input></label>', 'filled'],
    ['Email', '<label>Email 2 <input></label>', 'missing'],
    ['Email', '<input name="email2">', 'missing'],
    ['Email', '<input name="email_1">', 'filled'],
    ['City', '<search><label>City <input></label></search>', 'missing'],
    ['City', '<label>City <input role="searchbox"></label>', 'missing'],
  ])('asked for %s, finds in %s what is certainly meant', (label, html, outcome) => {
    expect(fillPage(html, { [label]: 'value' })).toEqual({ [label]: outcome });
  });

  it('leaves a search alone whose field stands in a shadow root', () => {
    const filled = fillPage('<div role="search"><x-field></x-field></div>', { City: 'Berlin' }, () => {
      const root = document.querySelector('x-field')?.attachShadow({ mode: 'open' });
      const label = document.createElement('label');
      label.append('City ', document.createElement('input'));
      root?.append(label);
    });
    expect(filled).toEqual({ City: 'missing' });
  });

  it('says that a field took nothing which the page has replaced meanwhile', () => {
    const filled = fillPage(
      '<label>City <input></label><div id="rest"><label>Code <input></label></div>',
      { City: 'Berlin', Code: '1' },
      () => control('input').addEventListener('change', () => document.querySelector('#rest')?.replaceChildren()),
    );
    expect(filled).toEqual({ City: 'filled', Code: 'refused' });
  });

  it('where a password is asked for is no form of a record', () => {
    expect(fillPage('<label>City <input></label><input type="password">', { City: 'Berlin' })).toBeNull();
  });

  it('of a dialog is filled where the dialog names the record', () => {
    const html = '<div role="dialog"><h2>Edit Maria Gomez</h2><label>City <input></label></div><label>City <input id="behind"></label>';
    expect(fillPage(html, { City: 'Berlin' })).toEqual({ City: 'filled' });
    expect(control('#behind').value).toBe('');
  });
});
