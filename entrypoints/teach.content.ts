import { defineContentScript } from 'wxt/utils/define-content-script';
import { createTeacher, type TeacherWords } from '@/lib/crm/taught/teacher.ts';
import { TEACH_LINE, type TeachProtocol, teachMessaging } from '@/lib/messaging/teach.ts';

export default defineContentScript({
  // Put into one tab while a person teaches its page. A second one takes the place of the first.
  registration: 'runtime',
  matches: [],
  noScriptStartedPostMessage: true,
  main(ctx) {
    if (window.top !== window) return;
    const teacher = createTeacher(window, readWords(), ctx.signal);
    answer('propose', () => teacher.propose());
    answer('pick', ({ field }) => teacher.pick(field));
    answer('cancelPick', () => teacher.cancelPick());
    answer('tryRule', ({ rule }) => teacher.tryRule(rule));
    // A panel that is closed while the person points would leave the overlay behind.
    const hold = (line: chrome.runtime.Port) => {
      if (line.name === TEACH_LINE) line.onDisconnect.addListener(() => teacher.cancelPick());
    };
    chrome.runtime.onConnect.addListener(hold);
    ctx.signal.addEventListener('abort', () => chrome.runtime.onConnect.removeListener(hold), { once: true });

    function answer<N extends keyof TeachProtocol>(name: N, handler: Handler<N>): void {
      const listener = ({ data, sender }: { data: unknown; sender: chrome.runtime.MessageSender }) => {
        // Pages of ours alone: content scripts speak from a tab.
        if (sender.id !== chrome.runtime.id || sender.tab !== undefined) throw new Error('not a page of ours');
        return handler(data as Parameters<TeachProtocol[N]>[0]); // our own pages are built with this one
      };
      // The library types listeners per message; the protocol is what binds name, data and answer together.
      const stop = teachMessaging.onMessage(name, listener as unknown as Parameters<typeof teachMessaging.onMessage<N>>[1]);
      ctx.signal.addEventListener('abort', stop, { once: true });
    }
  },
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
