/** The contact a CRM page shows, exactly as shown: nothing is normalised here. */
export interface DetectedContact {
  /** The adapter's id, e.g. `salesforce`. */
  readonly crm: string;
  /** The CRM's own id of the record, in its canonical form (Salesforce: 18 characters). */
  readonly recordId: string;
  readonly name?: string;
  readonly company?: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/**
 * What an adapter says of a page. `none`: this page shows no contact. `pending`: the address names a record that the
 * page has not drawn yet, so nothing may be shown. Doubt is `pending` or `none`, never a guess.
 */
export type Detection =
  | { readonly status: 'contact'; readonly contact: DetectedContact }
  | { readonly status: 'none' }
  | { readonly status: 'pending' };

/** What an adapter may look at: the address and the document, nothing else. */
export interface CrmPage {
  readonly url: URL;
  readonly document: Document;
  /** The document and its open shadow roots, if they were looked for already: that is a walk over the whole page. */
  readonly roots?: readonly (Document | ShadowRoot)[];
  /** The title as it was when the address changed a moment ago. While it stands, it speaks of the page before. */
  readonly staleTitle?: string;
}

/** Reads one CRM. Pure: no network, no storage, no DOM writes, never throws on any DOM. */
export interface CrmAdapter {
  /** Lower-case, stable: it is stored with links. */
  readonly id: string;
  /** The product's own name, as shown in the options. */
  readonly label: string;
  /** Match patterns of the hosts this adapter reads; the manifest follows them. */
  readonly matches: readonly string[];
  detect(page: CrmPage): Detection;
}
