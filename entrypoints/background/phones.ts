import type { Auth } from '@/lib/auth/session.ts';
import { toE164 } from '@/lib/core/phone.ts';
import type { answerOwnPages } from '@/lib/messaging/own-pages.ts';

interface Parts {
  readonly auth: Pick<Auth, 'connection'>;
  readonly answer: ReturnType<typeof answerOwnPages>;
}

/** More numbers than any page shows of one person. */
const MAX_NUMBERS = 50;

/** Says how numbers will be sent: the panel does not carry the numbering plans. */
export function setupPhones({ auth, answer }: Parts): void {
  answer('normalisePhones', async ({ phones }) => {
    const country = (await auth.connection())?.country;
    return phones.slice(0, MAX_NUMBERS).map((phone) => toE164(phone, country) ?? null);
  });
}
