import type { Connection } from '@/lib/auth/types.ts';
import { displayText } from '@/lib/core/display-text.ts';
import type { Contact } from '@/lib/ghl/models.ts';

/** One line under the address bar. `content` is what Enter on it hands back. */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

/** What Enter means: a contact's page, a search in the panel (`url`: where to search without it), or the options. */
export type Entered =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'find'; readonly query: string; readonly url: string }
  | { readonly kind: 'options' };

/** Words of ours in the address bar. */
export type Said = 'search' | 'searchFor' | 'notConnected' | 'failed' | 'unnamed';

export interface OmniboxParts {
  connection(): Promise<Pick<Connection, 'locationId' | 'locationName'> | null>;
  findByText(input: { locationId: string; query: string }): Promise<readonly Contact[]>;
  /** Resolves after so many milliseconds. */
  wait(ms: number): Promise<void>;
  /** Chromium reads descriptions as XML, Firefox as they are. */
  readonly isXml: boolean;
  say(what: Said, query?: string): string;
  setDefault(description: string): void;
}

/** So long nothing more must be typed before HighLevel is asked, in milliseconds. */
const PAUSE_MS = 250;
const SHORTEST = 2;
/** HighLevel searches no longer text. */
const LONGEST = 75;
const MOST = 8;
const APP = 'https://app.gohighlevel.com/v2/location/';

/** What the address bar offers while somebody types after the keyword. Nothing of it is kept. */
export function createOmnibox({ connection, findByText, wait, isXml, say, setDefault }: OmniboxParts) {
  const written = (text: string) => (isXml ? escapeXml(displayText(text)) : displayText(text));
  let typed = 0;

  async function find(query: string, locationId: string): Promise<readonly Suggestion[]> {
    const contacts = await findByText({ locationId, query });
    return contacts.slice(0, MOST).map((contact) => ({
      content: pageOf(locationId, contact.id),
      description: written(lineOf(contact, say('unnamed'))),
    }));
  }

  return {
    /** Says whether there is a connection at all, before anything is typed. */
    async begin(): Promise<void> {
      setDefault(written((await connection()) === null ? say('notConnected') : say('search')));
    },
    /** People for what is typed so far; `undefined` when more was typed meanwhile. */
    async suggest(text: string): Promise<readonly Suggestion[] | undefined> {
      typed += 1;
      const mine = typed;
      const query = clean(text);
      const connected = await connection();
      if (connected === null) setDefault(written(say('notConnected')));
      if (connected === null || query.length < SHORTEST) return [];
      setDefault(written(say('searchFor', query)));
      await wait(PAUSE_MS);
      if (mine !== typed) return undefined;
      const found = await find(query, connected.locationId).catch(() => {
        setDefault(written(say('failed', query)));
        return [];
      });
      return mine === typed ? found : undefined;
    },
    /** `null` as connection: there is none. Answers at once: what opens the panel has to happen in the event itself. */
    enter(text: string, connected: Pick<Connection, 'locationId'> | null): Entered {
      if (connected === null) return { kind: 'options' };
      const start = `${APP}${encodeURIComponent(connected.locationId)}/contacts/`;
      if (text.startsWith(`${start}detail/`) && !/[\s?#]/.test(text)) return { kind: 'page', url: text };
      return { kind: 'find', query: clean(text), url: `${start}smart_list/All` };
    },
  };
}

function lineOf(contact: Contact, unnamed: string): string {
  const company = (contact.businessName ?? contact.companyName ?? '').trim();
  const [name = unnamed, ...rest] = [contact.name, company, contact.email, contact.phone].filter(
    (fact) => fact !== undefined && fact !== '',
  );
  return [name, ...rest.slice(0, 2)].join(' · ');
}

function pageOf(locationId: string, contactId: string): string {
  return `${APP}${encodeURIComponent(locationId)}/contacts/detail/${encodeURIComponent(contactId)}`;
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => XML[character] ?? '');
}
