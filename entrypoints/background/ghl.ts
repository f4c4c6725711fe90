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
    return client.call(endpoint, (await withNumbers(endpoint, input, toE164)) as never, { priority: 'read' });
  });
}

/** Numbers to look for as HighLevel has them: the panel does not carry the numbering plans. */
async function withNumbers(endpoint: ReadName, input: unknown, toE164: Parts['toE164']): Promise<unknown> {
  if (endpoint === 'contacts.search') {
    const search = input as InputOf<'contacts.search'>;
    return { ...search, phones: await Promise.all(search.phones.map(toE164)) };
  }
  if (endpoint !== 'contacts.findDuplicate') return input;
  const search = input as InputOf<'contacts.findDuplicate'>;
  return search.number === undefined ? search : { ...search, number: await toE164(search.number) };
}

function isRead(name: string): name is ReadName {
  return Object.hasOwn(endpoints, name) && endpoints[name as keyof typeof endpoints].effect === 'read';
}
