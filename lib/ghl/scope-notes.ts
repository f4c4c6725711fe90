import { type AppError, toAppError } from '@/lib/core/errors.ts';
import type { GhlClient } from './client.ts';
import { endpoints } from './endpoints.ts';

/** What HighLevel has shown of one connection's scopes: `true` it let us, `false` it said that the scope is missing. */
export interface SeenScopes {
  /** Which connection; empty when nothing was seen. */
  readonly of: string;
  readonly scopes: Readonly<Record<string, boolean>>;
}

interface ScopeNotesDeps {
  readonly setting: { get(): Promise<SeenScopes>; set(value: { of: string; scopes: Record<string, boolean> }): Promise<void> };
  readonly connection: () => Promise<{ readonly locationId: string; readonly connectedAt: number } | null>;
}

/** The same client, which keeps what HighLevel's answers say about scopes: a private token tells nothing of itself. */
export function withScopeNotes(client: GhlClient, deps: ScopeNotesDeps): GhlClient {
  const note = createScopeNotes(deps);
  return {
    async call(name, input, options) {
      const { scope } = endpoints[name];
      try {
        const answer = await client.call(name, input, options);
        note(scope, true);
        return answer;
      } catch (thrown) {
        const has = saysOfScope(toAppError(thrown));
        if (has !== undefined) note(scope, has);
        throw thrown;
      }
    },
  };
}

/** Which connection something was seen of: scopes of another token say nothing about this one. */
function connectionMark({ locationId, connectedAt }: { readonly locationId: string; readonly connectedAt: number }): string {
  return `${locationId} ${connectedAt}`;
}

/** HighLevel looks at the scope before anything else: whoever is told what is wrong with the request has it. */
function saysOfScope(error: AppError): boolean | undefined {
  switch (error.code) {
    case 'missing_scope':
      return false;
    case 'not_found':
    case 'duplicate_contact':
    case 'bad_answer':
      return true;
    case 'invalid_request':
      return error.status === 400 || error.status === 422 ? true : undefined;
    default:
      return undefined;
  }
}

function createScopeNotes({ setting, connection }: ScopeNotesDeps): (scope: string, has: boolean) => void {
  /** What is kept as far as this background knows: most answers say nothing new. */
  const known = new Map<string, boolean>();
  // One after the other: two answers side by side must not overwrite each other.
  let last: Promise<void> = Promise.resolve();
  async function keep(scope: string, has: boolean): Promise<void> {
    const connected = await connection();
    if (connected === null) return;
    const of = connectionMark(connected);
    if (known.get(`${of} ${scope}`) === has) return;
    const before = await setting.get();
    const scopes = before.of === of ? before.scopes : {};
    if (scopes[scope] !== has) await setting.set({ of, scopes: { ...scopes, [scope]: has } });
    known.set(`${of} ${scope}`, has);
  }
  return (scope, has) => {
    // What can not be kept is only not known.
    last = last.then(() => keep(scope, has)).catch(() => undefined);
  };
}
