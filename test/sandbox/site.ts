/** A page server the sandbox runs beside the API, e.g. a CRM under its real host name. */
export interface Site {
  /** Exact host (`my.example.com`) or a leading wildcard (`*.example.com`: any depth of subdomain, not the bare domain). */
  readonly hosts: readonly string[];
  /** `undefined` means: not a page of this site, which is answered with 404. */
  readonly handle: (request: Request) => Response | undefined | Promise<Response | undefined>;
}

/** Does `host` (no port) fall under one of the site's patterns? */
export function isServedBy(site: Site, host: string): boolean {
  return site.hosts.some((pattern) => (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern));
}
