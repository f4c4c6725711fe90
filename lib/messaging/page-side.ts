/** The part of `chrome.runtime` that messages go through. Callbacks, as every browser has them. */
export interface MessageRuntime {
  readonly lastError?: { readonly message?: string | undefined } | undefined;
  sendMessage(message: unknown, hear: (answer: Answer | undefined) => void): unknown;
  readonly onMessage: { addListener(hear: Hear): void; removeListener(hear: Hear): void };
}

interface Message {
  readonly type?: unknown;
  readonly data?: unknown;
}

interface Answer {
  readonly res?: unknown;
  readonly err?: { readonly name?: string; readonly message?: string | undefined; readonly stack?: string };
}

type Hear = (message: Message, sender: unknown, answer: (answer: Answer) => void) => boolean;

/** A protocol is an interface of methods, whatever they are sent and answer. */
type Methods<Protocol> = { [Name in keyof Protocol]: (data: never) => unknown };

export interface PageSide<Protocol extends Methods<Protocol>> {
  /** Asks the background. Rejects with what it failed with, or when nobody answers. */
  sendMessage<Name extends keyof Protocol>(type: Name, ...data: Parameters<Protocol[Name]>): Promise<ReturnType<Protocol[Name]>>;
  /** Answers what is asked of this page. Returns how to stop. */
  onMessage<Name extends keyof Protocol>(
    type: Name,
    reply: (message: {
      readonly data: Parameters<Protocol[Name]>[0];
      readonly sender: unknown;
    }) => ReturnType<Protocol[Name]> | Promise<ReturnType<Protocol[Name]>>,
  ): () => void;
}

/**
 * What `defineExtensionMessaging` of `@webext-core/messaging` says and understands, in a fraction of its size: it is
 * loaded by every page of a site that is on. The other side uses the library.
 */
export function createPageSide<Protocol extends Methods<Protocol>>(runtime: MessageRuntime): PageSide<Protocol> {
  return {
    sendMessage: (type, data?: unknown) =>
      new Promise((resolve, reject) => {
        runtime.sendMessage({ id: 0, type, data, timestamp: Date.now() }, (answer) => {
          const failure = answer ? answer.err : (runtime.lastError ?? { message: 'No response' });
          // The protocol says what is answered, and both sides are of one build.
          if (!failure) resolve(answer?.res as never);
          else reject(new Error(failure.message));
        });
      }),
    onMessage(type, reply) {
      const hear: Hear = (message, sender, answer) => {
        if (message.type !== type) return false;
        Promise.resolve({ data: message.data as never, sender }) // as above
          .then(reply)
          .then(
            (res) => answer({ res }),
            ({ name, message: text }: Error) => answer({ err: { name, message: text, stack: '' } }),
          );
        return true;
      };
      runtime.onMessage.addListener(hear);
      return () => runtime.onMessage.removeListener(hear);
    },
  };
}
