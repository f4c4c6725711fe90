import { AppFailure } from '@/lib/core/errors.ts';
import type { GhlClient } from '@/lib/ghl/client.ts';
import { endpoints, type ReadName } from '@/lib/ghl/endpoints.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';

/** Lets the panel read HighLevel by endpoint name; what writes goes through the outbox only. */
export function setupGhl({ client, answer }: { client: GhlClient; answer: ReturnType<typeof answerOwnPages> }): void {
  answer('read', async ({ endpoint, input }) => {
    if (!isRead(endpoint)) throw new AppFailure({ code: 'unexpected', detail: `not a read: ${endpoint}` });
    // The client parses the input by the endpoint's own schema before anything is sent.
    return client.call(endpoint, input as never, { priority: 'read' });
  });
}

function isRead(name: string): name is ReadName {
  return Object.hasOwn(endpoints, name) && endpoints[name as keyof typeof endpoints].effect === 'read';
}
