/** Moves the focus to the next row that is on screen, or the one before; where none has it, to the first or the last. */
export function walkRows(step: 1 | -1, root: ParentNode = document): void {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')].filter(isShown);
  if (rows.length === 0) return;
  const at = rows.findLastIndex((row) => row.contains(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(Math.max(at + step, 0), rows.length - 1);
  const row = rows[next];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** Also where the browser draws nothing, as in tests, only what is hidden on purpose is not shown. */
function isShown(row: HTMLElement): boolean {
  return row.closest('[hidden], [inert], details:not([open])') === null;
}
