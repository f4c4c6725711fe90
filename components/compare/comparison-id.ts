/** Where the comparison begins: the strip above leads there. */
export const COMPARISON_ID = 'compare-with-page';
