import type { Field } from '../adapter.ts';

/**
 * How to find one value again: several anchors of different kinds are kept for each field, so that one of them may break.
 * Nothing in an anchor is code: no selector text, no pattern. Names that change with every load are never kept.
 */
export type Anchor =
  /** An element by a name its page gave it: `[data-field="email"]`, `input[name=email]`, `#contact-email`. */
  | { readonly kind: 'attribute'; readonly tag: string; readonly name: string; readonly value: string }
  /** What a label stands beside, in the page's language. */
  | { readonly kind: 'label'; readonly text: string }
  /** The only heading of that rank below an element of that tag. */
  | { readonly kind: 'heading'; readonly tag: 'h1' | 'h2' | 'h3' | 'h4'; readonly within: string }
  /** The n-th `mailto:` or `tel:` link below an element of that tag (`main`, `aside`, …). */
  | { readonly kind: 'link'; readonly scheme: 'mailto' | 'tel'; readonly within: string; readonly at: number }
  /**
   * The way down from the nearest landmark or named element (`main`, `div@data-panel=details`, the value URI-encoded): tags
   * with positions among their like (`div:2`); `#shadow` and `#frame` cross a border.
   */
  | { readonly kind: 'path'; readonly steps: readonly string[] };

/** Where the address names the record: the n-th segment (from 0) of path or hash, or a query parameter. */
export type RecordIdSource =
  | { readonly from: 'path'; readonly at: number }
  | { readonly from: 'query'; readonly name: string }
  | { readonly from: 'hash'; readonly at: number };

/** What a person taught of one site. Data, never code; made in this browser or imported by the person. */
export interface TaughtRule {
  readonly version: 1;
  /** `https://crm.example.com` */
  readonly origin: string;
  /** The site's name as the person knows it. */
  readonly label: string;
  /**
   * The path of its record pages: `:id` is the record's own part, `*` one that may be anything. Starts with `/`. Where the
   * hash is the route it goes on with that: `/app#/contact/:id`.
   */
  readonly path: string;
  /** `null`: the address does not name the record, so the e-mail or the phone does. */
  readonly recordId: RecordIdSource | null;
  /** Anchors by field, best first. At least an e-mail, a phone or a name. */
  readonly fields: Readonly<Partial<Record<Field, readonly Anchor[]>>>;
  /** Epoch milliseconds. */
  readonly taughtAt: number;
}
