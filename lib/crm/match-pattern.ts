/** Whether an address falls under a match pattern of the form `https://*.example.com/*` or `https://app.example.com/*`. */
export function matchesPattern(pattern: string, url: URL): boolean {
  const [, scheme, host] = /^(https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  if (!scheme || !host || url.protocol !== `${scheme}:`) return false;
  return host.startsWith('*.') ? `.${url.hostname}`.endsWith(host.slice(1)) : url.hostname === host;
}
