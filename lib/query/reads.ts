import type { InputOf, OutputOf, ReadName } from '@/lib/ghl/endpoints.ts';
import type { Page } from '@/lib/ghl/envelope.ts';

/** The reads that React may ask for: types only, the endpoints themselves stay in the background. */
export type { EndpointName, InputOf as ReadInput, OutputOf as ReadOutput, ReadName } from '@/lib/ghl/endpoints.ts';
export type { Page } from '@/lib/ghl/envelope.ts';

/** The reads that answer page by page. */
export type PagedName = { [N in ReadName]: OutputOf<N> extends Page<{ readonly id: string }> ? N : never }[ReadName];
export type PagedInput<N extends PagedName> = Omit<InputOf<N>, 'skip'>;
export type RowOf<N extends PagedName> = (OutputOf<N> extends Page<infer R> ? R : never) & { readonly id: string };
