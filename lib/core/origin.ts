/** A host that names one site: no wildcard, which a match pattern would take for many. */
const HOST = /^(?:[a-z0-9-]+\.)*[a-z0-9-]+$/;

/** The origin of an https address in its one form (`https://crm.acme.com`), or `undefined` when it is not of exactly one https site. */
export function httpsOrigin(address: string): string | undefined {
  const url = URL.parse(address);
  return url?.protocol === 'https:' && HOST.test(url.hostname) ? url.origin : undefined;
}

/** The match pattern for an https origin. Patterns name no port: not every browser knows ports there. */
export function originPattern(origin: string): string {
  return `https://${new URL(origin).hostname}/*`;
}
