/** What is selected within an element, as lines of text; empty when nothing is, or something outside it too. */
export function selectedTextIn(element: HTMLElement | null): string {
  const selection = document.getSelection();
  if (element === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return '';
  return element.contains(selection.getRangeAt(0).commonAncestorContainer) ? selection.toString().trim() : '';
}
