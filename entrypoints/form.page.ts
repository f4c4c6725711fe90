import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { CrmPage } from '@/lib/crm/adapter.ts';
import { openRoots } from '@/lib/crm/dom.ts';
import type { MeantRecord } from '@/lib/crm/form/field.ts';
import { fillForm, readForm } from '@/lib/crm/form/page-form.ts';
import { watchForm } from '@/lib/crm/form/watch-form.ts';
import { beginLife } from '@/lib/crm/script-life.ts';
import { FORM_LINE, type FormProtocol } from '@/lib/messaging/form.ts';
import { createPageSide } from '@/lib/messaging/page-side.ts';

/** Put into the tab whose record the panel shows, when a comparison needs its fields. A second one takes the place of the first. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const { signal } = beginLife('form', globalThis, () => !chrome.runtime?.id);
  const messaging = createPageSide<FormProtocol>(chrome.runtime);
  const stops = [
    messaging.onMessage('readForm', ({ data, sender }) => readForm(lookFor(sender), data.record)),
    messaging.onMessage('fillForm', ({ data, sender }) => fillForm(lookFor(sender), data.record, data.fields)),
  ];
  chrome.runtime.onConnect.addListener(hold);
  signal.addEventListener('abort', () => chrome.runtime.onConnect.removeListener(hold), { once: true });
  for (const stop of stops) signal.addEventListener('abort', stop, { once: true });

  function hold(line: chrome.runtime.Port): void {
    if (line.name !== FORM_LINE || !isOurs(line.sender)) return;
    const watching = new AbortController();
    line.onDisconnect.addListener(() => watching.abort());
    // The panel hears so that the next script needs a line of its own.
    signal.addEventListener('abort', () => line.disconnect(), { once: true });
    line.onMessage.addListener((record: MeantRecord) => {
      watchForm(window, record, () => line.postMessage('changed'), AbortSignal.any([signal, watching.signal]));
    });
  }
});

/** The page as it is now, for a page of ours. */
function lookFor(sender: unknown): CrmPage {
  if (!isOurs(sender)) throw new Error('not a page of ours');
  return { url: new URL(location.href), document, roots: openRoots(document, true) };
}

/** Content scripts speak from a tab, and pages cannot speak to us at all. */
function isOurs(sender: unknown): boolean {
  const { id, tab } = (sender ?? {}) as chrome.runtime.MessageSender; // as the browser says it
  return id === chrome.runtime.id && tab === undefined;
}
