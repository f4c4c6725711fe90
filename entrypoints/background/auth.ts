import type { Auth } from '@/lib/auth/session.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import type { Drainer } from '@/lib/outbox/drain.ts';

interface Parts {
  readonly auth: Auth;
  readonly answer: ReturnType<typeof answerOwnPages>;
  /** Wakes the outbox's drainer. */
  readonly wake: Drainer['wake'];
}

/** Connecting and disconnecting, as panel and options ask for it. */
export function setupAuth({ auth, answer, wake }: Parts): void {
  answer('getConnection', () => auth.connection());
  answer('connectWithToken', ({ token, locationId }) => auth.connectWithToken(token, locationId));
  answer('connectWithOAuth', () => auth.connectWithOAuth());
  answer('allowWriting', async () => {
    const connection = await auth.allowWriting();
    // Also when it was allowed before: the missing scope may have been added in HighLevel meanwhile.
    wake('connection').catch(console.error);
    return connection;
  });
  answer('disconnect', async () => {
    await auth.disconnect();
    return null;
  });
}
