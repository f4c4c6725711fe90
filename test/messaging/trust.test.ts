import { describe, expect, it } from 'vitest';
import { contentScriptTab, isOwnPage, type Sender } from '@/lib/messaging/trust.ts';

const own = { id: 'abc', origin: 'chrome-extension://abc' };
const panel: Sender = { id: 'abc', origin: own.origin, url: 'chrome-extension://abc/sidepanel.html', documentLifecycle: 'active' };

describe('isOwnPage', () => {
  it.each<[string, Sender]>([
    ['the side panel', panel],
    ['the options page in a tab', { ...panel, url: 'chrome-extension://abc/options.html#token', frameId: 0, tab: { id: 3 } }],
    ['a page whose browser leaves the origin out', { id: 'abc', url: panel.url, frameId: 0 }],
  ])('listens to %s', (_name, sender) => expect(isOwnPage(sender, own)).toBe(true));

  it.each<[string, Sender]>([
    [
      'a content script',
      { id: 'abc', origin: 'https://x.lightning.force.com', url: 'https://x.lightning.force.com/', frameId: 0, tab: { id: 3 } },
    ],
    ['our page framed by a site', { ...panel, frameId: 7, tab: { id: 3 } }],
    ['another extension', { ...panel, id: 'xyz' }],
    ['a page of ours that is not listed', { ...panel, url: 'chrome-extension://abc/other.html' }],
    ['a path that only looks like ours', { ...panel, url: 'https://evil.example/sidepanel.html' }],
    ['a foreign origin with our url', { ...panel, origin: 'https://evil.example' }],
    ['a page in the back-forward cache', { ...panel, documentLifecycle: 'cached' }],
    ['a sender without address', { id: 'abc', origin: own.origin }],
  ])('refuses %s', (_name, sender) => expect(isOwnPage(sender, own)).toBe(false));
});

describe('contentScriptTab', () => {
  const page: Sender = { id: 'abc', url: 'https://x.lightning.force.com/lightning/page/home', frameId: 0, tab: { id: 3 } };

  it('gives the tab and the address of a top frame', () => {
    expect(contentScriptTab(page, 'abc')).toEqual({ tabId: 3, url: new URL(page.url ?? '') });
  });

  it.each<[string, Sender]>([
    ['an inner frame', { ...page, frameId: 2 }],
    ['another extension', { ...page, id: 'xyz' }],
    ['an http page', { ...page, url: 'http://x.lightning.force.com/' }],
    ['a page without tab', { id: 'abc', url: page.url, frameId: 0 }],
  ])('refuses %s', (_name, sender) => expect(contentScriptTab(sender, 'abc')).toBeUndefined());
});
