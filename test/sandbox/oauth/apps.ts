/** A marketplace app as its developer registered it. */
export interface SandboxApp {
  /** `<appId>-<suffix>`. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  /** The most it can be granted. */
  readonly scopes: readonly string[];
  /** Lets an agency connect all its locations at once, which gives a company token. */
  readonly agencyInstall?: boolean;
}

export function appIdOf(clientId: string): string {
  return clientId.split('-')[0] ?? clientId;
}
