import { frameDocument, openRoots, type Root } from './dom.ts';

/** How long the roots found before may stand for those of the page: a part swapped for one of equal size goes unseen as long. */
const TRUST_MS = 3_000;

/** What there is to look at, and to follow. */
export interface PageRoots {
  readonly roots: readonly Root[];
  /** Every frame in them, shown or not; empty where frames are not read. */
  readonly frames: readonly HTMLIFrameElement[];
}

/**
 * Finds the open roots of the document. Looking for them means touching every element, the dearest part of a reading, so
 * what was found before is given again for a while if each root is still there with as many elements; `isFresh` asks for a new look.
 * With `readsFrames` the documents of shown frames are among the roots, if they are of the same origin.
 */
export function createRootFinder(document: Document, now: () => number, readsFrames = false): (isFresh: boolean) => PageRoots {
  let found: PageRoots = { roots: [], frames: [] };
  let sizes: readonly number[] = [];
  let inner: readonly (Document | undefined)[] = [];
  let foundAt = 0;

  const isAsBefore = () =>
    found.roots.every((root, at) => root.isConnected && sizeOf(root) === sizes[at]) &&
    // A frame is hidden or shows another document without any root changing its size.
    found.frames.every((frame, at) => frameDocument(frame) === inner[at]);

  return (isFresh) => {
    if (!isFresh && found.roots.length > 0 && now() - foundAt < TRUST_MS && isAsBefore()) return found;
    const roots = openRoots(document, readsFrames);
    const frames = readsFrames ? roots.flatMap((root) => [...root.querySelectorAll('iframe')]) : [];
    found = { roots, frames };
    sizes = roots.map(sizeOf);
    inner = frames.map(frameDocument);
    foundAt = now();
    return found;
  };
}

/** Counts without touching: a list makes its elements only when they are asked for. */
const sizeOf = (root: Root) => root.querySelectorAll('*').length;
