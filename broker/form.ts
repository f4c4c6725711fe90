import type { Context } from 'hono';

/** The form a client posts; `undefined` when it is not a form, or names a field twice. */
export async function readForm(context: Context): Promise<ReadonlyMap<string, string> | undefined> {
  const type = context.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') return undefined;
  const fields = [...new URLSearchParams(await context.req.text())];
  const form = new Map(fields);
  return form.size === fields.length ? form : undefined;
}

type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'location_inactive'
  | 'temporarily_unavailable';

/** An error of the token endpoint (RFC 6749 §5.2). `location_inactive` is ours: HighLevel has paused the sub-account. */
export function oauthError(context: Context, error: OAuthErrorCode): Response {
  return context.json({ error }, error === 'temporarily_unavailable' ? 503 : 400);
}
