/** What a frame shows, hidden or not; `null` where it is of another origin. */
export function innerDocument(frame: HTMLIFrameElement): Document | null {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}
