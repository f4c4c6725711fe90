import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginLife } from '@/lib/crm/script-life.ts';
import { createTeacher, type TeacherWords } from '@/lib/crm/taught/teacher.ts';
import { TEACH_LINE, type TeachProtocol, teachMessaging } from '@/lib/messaging/teach.ts';

/** Put into one tab while a person teaches its page. A second one takes the place of the first. */
export default defineUnlistedScript(() => {
  if (window.top !== window) return;
  const { signal } = beginLife('teacher', globalThis, () => !chrome.runtime?.id);
  const teacher = createTeacher(window, readWords(), signal);
  answer('propose', () => teacher.propose());
  answer('pick', ({ field }) => teacher.pick(field));
  answer('cancelPick', () => teacher.cancelPick());
  answer('tryRule', ({ rule }) => teacher.tryRule(rule));
  // A panel that is closed while the person points would leave the overlay behind.
  const hold = (line: chrome.runtime.Port) => {
    if (line.name !== TEACH_LINE) return;
    line.onDisconnect.addListener(() => teacher.cancelPick());
    // The panel hears so that the next script needs a line of its own.
    signal.addEventListener('abort', () => line.disconnect(), { once: true });
  };
  chrome.runtime.onConnect.addListener(hold);
  signal.addEventListener('abort', () => chrome.runtime.onConnect.removeListener(hold), { once: true });

  function answer<N extends keyof TeachProtocol>(name: N, handler: Handler<N>): void {
    const listener = ({ data, sender }: { data: unknown; sender: chrome.runtime.MessageSender }) => {
      // Pages of ours alone: content scripts speak from a tab.
      if (sender.id !== chrome.runtime.id || sender.tab !== undefined) throw new Error('not a page of ours');
      return handler(data as Parameters<TeachProtocol[N]>[0]); // our own pages are built with this one
    };
    // The library types listeners per message; the protocol is what binds name, data and answer together.
    const stop = teachMessaging.onMessage(name, listener as unknown as Parameters<typeof teachMessaging.onMessage<N>>[1]);
    signal.addEventListener('abort', stop, { once: true });
  }
});

type Handler<N extends keyof TeachProtocol> = (data: Parameters<TeachProtocol[N]>[0]) => unknown;

/** The words come from the browser, as pages get no package: both browsers have this global. */
function readWords(): TeacherWords {
  const word = (key: string) => chrome.i18n.getMessage(`teachPage_${key}`);
  return {
    start: word('start'),
    nothing: word('nothing'),
    fields: { name: word('name'), company: word('company'), email: word('email'), phone: word('phone') },
  };
}
