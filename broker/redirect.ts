import type { Context } from 'hono';

export interface Return {
  readonly redirectUri: string;
  readonly state: string;
  /** Our origin: tells the extension who answers (RFC 9207). */
  readonly issuer: string;
}

/** Sends the browser back to the extension with an answer; `redirectUri` has been checked against the allow-list. */
export function giveBack(context: Context, { redirectUri, state, issuer }: Return, answer: Record<string, string>): Response {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, state, iss: issuer })) url.searchParams.set(name, value);
  return context.redirect(url.href, 302);
}
