import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/**
 * Ties a sign-in to the browser that started it. One cookie for each sign-in, so that two at the same time do not
 * take each other's place. `__Host-` wherever that is possible: it demands https, which a broker on localhost lacks.
 */
interface FlowCookie {
  readonly secure: boolean;
  readonly stateHash: string;
}

export const FLOW_LIFE_MS = 10 * 60_000;

export function setFlowCookie(context: Context, { secure, stateHash }: FlowCookie, value: string): void {
  const life = { maxAge: FLOW_LIFE_MS / 1000, path: '/', httpOnly: true, sameSite: 'Lax' } as const;
  setCookie(context, nameOf(stateHash), value, secure ? { ...life, secure, prefix: 'host' } : life);
}

/** The cookie's value, taken out of the browser. */
export function takeFlowCookie(context: Context, { secure, stateHash }: FlowCookie): string | undefined {
  const name = nameOf(stateHash);
  const value = secure ? getCookie(context, name, 'host') : getCookie(context, name);
  deleteCookie(context, secure ? `__Host-${name}` : name, { path: '/', secure });
  return value;
}

function nameOf(stateHash: string): string {
  return `flow-${stateHash.slice(0, 16)}`;
}
