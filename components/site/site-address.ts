/**
 * The origin in what a person types or pastes as a site's address: `crm.acme.com`, `https://crm.acme.com/contacts/7`.
 * `undefined` for what is no website that starts with https.
 */
export function toOrigin(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return url?.protocol === 'https:' && url.hostname.includes('.') && url.username === '' ? url.origin : undefined;
}

/** An origin as a person reads it: `https://crm.acme.com` → `crm.acme.com`. */
export function hostOfOrigin(origin: string): string {
  return origin.replace(/^https:\/\//, '');
}
