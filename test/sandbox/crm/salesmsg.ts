import type { Site } from '../site.ts';
import { createAppSite } from './app-site.ts';
import { crmPeople, crmUser } from './people.ts';

/** A thread; `name` is missing where the product knows only the number. */
interface Thread {
  /** The conversation's own number, which is no contact's. */
  readonly id: number;
  readonly people: readonly { readonly name?: string; readonly email?: string; readonly phone: string }[];
}

const named = ({ firstName, lastName, email, phone }: (typeof crmPeople)[keyof typeof crmPeople]) => ({
  name: `${firstName} ${lastName}`,
  email,
  phone,
});

/** By a short name, for tests. */
export const salesmsgThreads = {
  maria: { id: 9001, people: [named(crmPeople.maria)] },
  daniel: { id: 9002, people: [{ name: 'Daniel Okafor', phone: crmPeople.daniel.phone }] },
  jonas: { id: 9003, people: [named(crmPeople.jonas)] },
  /** One HighLevel contact, whom nobody gave a name. */
  nameless: { id: 9004, people: [{ phone: '+12125550190' }] },
  group: { id: 9005, people: [named(crmPeople.maria), named(crmPeople.daniel)] },
} as const satisfies Record<string, Thread>;

/**
 * Salesmsg as a person meets it: the inbox, the thread and the contact side by side. Reconstructed: the real markup was
 * never seen. `?swap=` and `?slow=` are the milliseconds until another thread, and then its contact, are drawn.
 */
export const salesmsgSite: Site = createAppSite({
  hosts: ['app.salesmessage.com'],
  folder: 'salesmsg',
  title: 'Salesmsg',
  data: { threads: Object.values(salesmsgThreads), user: crmUser },
  hasPage: (pathname) => /^\/(?:conversations(?:\/\d+)?|settings\/\w+)\/?$/.test(pathname),
  home: '/conversations',
});

/** The address of a thread, or of the inbox with none open. */
export function salesmsgUrl(thread?: Thread): string {
  return `https://app.salesmessage.com/conversations${thread ? `/${thread.id}` : ''}`;
}
