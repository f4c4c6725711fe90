/** What can be read of a person. */
export type Field = 'name' | 'company' | 'email' | 'phone';

/** The contact a CRM page shows, exactly as shown: nothing is normalised here. */
export interface DetectedContact {
  /** The adapter's id, e.g. `salesforce`; the origin for a site that was taught. */
  readonly crm: string;
  /**
   * What tells this record from the CRM's others, in a canonical form: the CRM's own id (Salesforce: 18 characters), or,
   * where pages name none that can be relied on, the address or number that is the key there, as `email:…` or `phone:…`.
   */
  readonly recordId: string;
  /** `company`: the record is of a company, so `company` is all that is told. Absent: a person. */
  readonly kind?: 'company';
  readonly name?: string;
  readonly company?: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** Where a value was read. */
export type SourceKind = 'field' | 'input' | 'label' | 'link' | 'highlights' | 'heading' | 'title' | 'data' | 'address' | 'text' | 'taught';

/** Why the page is said to show a value: "e-mail from the page's Email field". */
export interface Reason {
  readonly field: Field;
  readonly source: SourceKind;
  /** The label beside it, as the page writes it. */
  readonly label?: string;
}

/**
 * What an adapter says of a page; doubt is never a guess.
 * `none`: this page shows no contact. `pending`: it is about to show one, so nothing may be shown yet.
 * `ambiguous`: it shows several people; each of them has a record id of its own (empty when they cannot be told apart).
 * `unknown`: it is a page for one contact, but who it is cannot be read; `missing` names what was looked for in vain.
 */
export type Detection =
  | { readonly status: 'contact'; readonly contact: DetectedContact; readonly reasons?: readonly Reason[] }
  | { readonly status: 'none' }
  | { readonly status: 'pending' }
  | { readonly status: 'ambiguous'; readonly people: readonly DetectedContact[] }
  | { readonly status: 'unknown'; readonly missing: readonly Field[] };

/** What an adapter may look at: the address and the document, nothing else. */
export interface CrmPage {
  readonly url: URL;
  readonly document: Document;
  /** The document and its open shadow roots, if they were looked for already: that is a walk over the whole page. */
  readonly roots?: readonly (Document | ShadowRoot)[];
  /** The title as it was when the address changed. While it stands, it speaks of the page before. */
  readonly staleTitle?: string;
  /** The address changed a moment ago, so the page before may still be drawn. */
  readonly hasJustMoved?: true;
}

/** Reads one CRM. Pure: no network, no storage, no DOM writes, never throws on any DOM. */
export interface CrmAdapter {
  /** Lower-case, stable: it is stored with links. */
  readonly id: string;
  /** The product's own name, as shown in the options. */
  readonly label: string;
  /** Match patterns of the hosts this adapter reads: what is asked for when the CRM is switched on. */
  readonly matches: readonly string[];
  /** Whether the CRM also runs under addresses of its customers' own, which a person may add. */
  readonly hasCustomHosts?: true;
  /** How a record's path begins when it is this CRM's on any host: what tells an address of a customer's own before it was added. */
  readonly tellingPath?: string;
  /** Whether `detect` tells a record of the address only once something else on the page says that it is that record. */
  readonly provesAddress?: true;
  /** Whether records are shown in frames of the same origin, which are then looked at too. */
  readonly readsFrames?: true;
  /**
   * The place an address leads to, as far as it says which record is shown: another place is another record.
   * `undefined` for pages that never show a contact: nothing of them is read or watched.
   */
  route(url: URL): string | undefined;
  /** Asked only where `route` knows the address. */
  detect(page: CrmPage): Detection;
}
