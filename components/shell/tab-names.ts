/** The views that have a tab. */
export type TabbedView = 'contact' | 'timeline' | 'mine';

/** The ids of what the tabs show. */
export const PANELS = { contact: 'view-contact', mine: 'view-mine' } as const;

/** The id of a view's tab. */
export function tabName(view: TabbedView): string {
  return `tab-${view}`;
}
