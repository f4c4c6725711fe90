import type { Auth } from '@/lib/auth/session.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';
import type { Drainer } from '@/lib/outbox/drain.ts';

interface Parts {
  readonly auth: Auth;
  readonly answer: ReturnType<typeof answerOwnPages>;
  /** Forgets everything kept of the location that was connected. */
  readonly wipe: () => Promise<void>;
  /** Wakes the outbox's drainer. */
  readonly wake: Drainer['wake'];
}

/** Connecting and disconnecting, as panel and options ask for it. A change of location drops what was kept of the last one. */
export function setupAuth({ auth, answer, wipe, wake }: Parts): void {
  answer('getConnection', () => auth.connection());
  answer('connectWithToken', ({ token, locationId }) => afterChange(() => auth.connectWithToken(token, locationId)));
  answer('connectWithOAuth', () => afterChange(() => auth.connectWithOAuth()));
  answer('allowWriting', async () => {
    const connection = await auth.allowWriting();
    // Also when it was allowed before: the missing scope may have been added in HighLevel meanwhile.
    wake('connection').catch(console.error);
    return connection;
  });
  answer('disconnect', async () => {
    await auth.disconnect();
    await wipe();
    return null;
  });

  async function afterChange<T extends { locationId: string }>(connect: () => Promise<T>): Promise<T> {
    const before = await auth.connection().catch(() => null);
    const connection = await connect();
    if (before !== null && before.locationId !== connection.locationId) await wipe();
    return connection;
  }
}
