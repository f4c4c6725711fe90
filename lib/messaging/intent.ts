/**
 * What a person asked for outside the panel and the panel has to go on with: by the context menu, the address bar or a
 * key of the browser's. `at`: epoch milliseconds; an old wish is not carried out.
 */
export type PanelIntent = { readonly at: number } & (
  | { readonly kind: 'find'; readonly query: string }
  | { readonly kind: 'note' }
  | { readonly kind: 'task' }
  /** Lines of a selection on the page of that record (the CRM's id), each of which may become a task. */
  | { readonly kind: 'tasks'; readonly text: string; readonly recordId: string }
);
