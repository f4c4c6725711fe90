import ObjectHome from 'lst/objectHome';
import { createElement } from 'lwc';
import { el } from './dom.ts';
import { type Label, labels } from './labels.ts';
import { all, find, recordPath } from './org.ts';
import { type DrawnPage, recordPage } from './record-page.ts';
import { type ListView, listView } from './view.ts';

function listPage(object: Label): DrawnPage {
  const list = listView({ key: object, label: `${labels[object]}s`, href: `/lightning/o/${object}/list` }, all(object));
  const home = createElement('lst-object-home', { is: ObjectHome }) as unknown as HTMLElement & { list: ListView };
  home.list = list;
  return { content: home, title: () => `${list.view} | ${list.label} | Salesforce` };
}

function plainPage(heading: string, title: string): DrawnPage {
  return { content: el('div', { class: 'slds-page-header' }, el('h1', {}, heading)), title: () => title };
}

function relatedPage(name: string, href: string, list: string): DrawnPage {
  const trail = el('nav', { 'aria-label': 'Breadcrumbs' }, el('a', { href }, name));
  return { content: el('div', { class: 'slds-page-header' }, trail, el('h1', {}, list)), title: () => `${list} | Salesforce` };
}

/** The id of the record an address names. */
export function recordIdIn(path: string): string | undefined {
  return /^\/lightning\/r\/(?:\w+\/)?(\w{15,18})\//.exec(path)?.[1];
}

/** Draws the page of an address; `onNamed` is called once a late page knows its name. */
export function pageOf(path: string, onNamed: () => void): DrawnPage {
  const record = find(recordIdIn(path));
  const list = /\/related\/(\w+)\/view/.exec(path)?.[1];
  if (record && list) return relatedPage(record.name, recordPath(record), list);
  if (record) return recordPage(record, onNamed);
  const object = /^\/lightning\/o\/(Contact|Lead|Account)\//.exec(path)?.[1];
  return object ? listPage(object as Label) : plainPage('Seller Home', 'Home | Salesforce'); // one of the three it matched
}
