import { AppFailure } from '@/lib/core/errors.ts';
import type { GhlClient } from '@/lib/ghl/client.ts';
import { endpoints, type InputOf, type ReadName } from '@/lib/ghl/endpoints.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';

interface Parts {
  readonly client: GhlClient;
  readonly answer: ReturnType<typeof answerOwnPages>;
  /** A phone number as HighLevel keeps it (E.164), however a person typed it; what is no number stays as it is. */
  readonly toE164: (raw: string) => Promise<string>;
}

/** Lets the panel read HighLevel by endpoint name; what writes goes through the outbox only. */
export function setupGhl({ client, answer, toE164 }: Parts): void {
  answer('read', async ({ endpoint, input }) => {
    if (!isRead(endpoint)) throw new AppFailure({ code: 'unexpected', detail: `not a read: ${endpoint}` });
    // The client parses the input by the endpoint's own schema before anything is sent.
    const wanted = endpoint === 'contacts.search' ? await withNumbers(input as InputOf<'contacts.search'>, toE164) : input;
    return client.call(endpoint, wanted as never, { priority: 'read' });
  });
}

/** The panel does not carry the numbering plans. */
async function withNumbers(input: InputOf<'contacts.search'>, toE164: Parts['toE164']): Promise<InputOf<'contacts.search'>> {
  return { ...input, phones: await Promise.all(input.phones.map(toE164)) };
}

function isRead(name: string): name is ReadName {
  return Object.hasOwn(endpoints, name) && endpoints[name as keyof typeof endpoints].effect === 'read';
}
