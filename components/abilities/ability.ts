import type { EndpointName } from '@/lib/query/reads.ts';

/** One thing HighLevel can be asked for. */
export interface Ability {
  readonly name: EndpointName;
  /** HighLevel's name of the scope it needs. */
  readonly scope: string;
  readonly effect: 'read' | 'write';
}

/** Whether the connection may do it. */
export type Standing = 'yes' | 'no' | 'unknown';

/** What is known of the connection. */
export interface Known {
  /** Granted scopes; `undefined` for a private token, which does not tell. */
  readonly granted: readonly string[] | undefined;
  /** What HighLevel's answers have shown of a scope. */
  readonly seen: Readonly<Record<string, boolean>>;
  /** What was just tried, by operation. */
  readonly tried: Readonly<Partial<Record<EndpointName, Standing>>>;
}

/** What HighLevel last said counts more than what it promised: a scope may have been taken away since. */
export function standingOf({ name, scope }: Ability, { granted, seen, tried }: Known): Standing {
  const shown = tried[name];
  if (shown === 'yes' || shown === 'no') return shown;
  if (granted !== undefined) return granted.includes(scope) ? 'yes' : 'no';
  const has = seen[scope];
  if (has === undefined) return 'unknown';
  return has ? 'yes' : 'no';
}

/** What operations are about. */
export type Resource = EndpointName extends `${infer R}.${string}` ? R : never;

/** Abilities by what they are about, in the order they come. */
export function byResource(abilities: readonly Ability[]): ReadonlyMap<Resource, readonly Ability[]> {
  // Every name is its resource, a dot and what is done: the type above says so.
  return Map.groupBy(abilities, ({ name }) => name.slice(0, name.indexOf('.')) as Resource);
}
