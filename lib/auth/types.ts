/** The one connected HighLevel location, without any secret: what panel and options may know. */
export interface Connection {
  readonly kind: 'token' | 'oauth';
  readonly locationId: string;
  readonly locationName: string;
  /** IANA time zone of the location; `undefined` when HighLevel did not say. */
  readonly timeZone?: string;
  /** ISO 3166, two letters: where numbers without a country code belong. */
  readonly country?: string;
  readonly companyId?: string;
  /** The person who signed in, when HighLevel said so (OAuth only). */
  readonly userId?: string;
  /** Granted scopes; `undefined` for a private integration token, which does not tell. */
  readonly scopes?: readonly string[];
  /** The person has pressed "Allow writing" for this connection (and, for OAuth, HighLevel has granted it). */
  readonly mayWrite: boolean;
  /** The session ended: nothing is dropped, but the person has to connect again. */
  readonly needsReconnect: boolean;
  /** Epoch milliseconds. */
  readonly connectedAt: number;
}
