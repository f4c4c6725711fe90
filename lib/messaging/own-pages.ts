import { AppFailure, type Result, toResult } from '@/lib/core/errors.ts';
import { type PanelProtocol, panelMessaging } from './panel.ts';
import { isOwnPage } from './trust.ts';

type Name = keyof PanelProtocol;
type Input<N extends Name> = Parameters<PanelProtocol[N]> extends [infer Data] ? Data : undefined;
type Value<N extends Name> = ReturnType<PanelProtocol[N]> extends Result<infer V> ? V : never;

/**
 * Answers one message of our own pages; any other sender gets nothing but an error. `own` is this extension's id and
 * origin. Handlers throw `AppFailure`; the asking page gets a `Result`.
 */
export function answerOwnPages(own: { id: string; origin: string }) {
  return <N extends Name>(name: N, handler: (data: Input<N>) => Promise<Value<N>> | Value<N>): void => {
    const listener = (message: { data: unknown; sender: Parameters<typeof isOwnPage>[0] }) =>
      toResult(() => {
        if (!isOwnPage(message.sender, own)) throw new AppFailure({ code: 'unexpected', detail: 'not a page of ours' });
        // Our own pages are built with this one: the protocol's types hold between them.
        return handler(message.data as Input<N>);
      });
    // The library types listeners per message; the protocol above is what binds name, input and value together.
    panelMessaging.onMessage(name, listener as unknown as Parameters<typeof panelMessaging.onMessage<N>>[1]);
  };
}
