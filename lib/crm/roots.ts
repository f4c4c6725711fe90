import { openRoots, type Root } from './dom.ts';

/** How long the roots found before may stand for those of the page: a part swapped for one of equal size goes unseen as long. */
const TRUST_MS = 3_000;

/**
 * Finds the open roots of the document. Looking for them means touching every element, the dearest part of a reading, so
 * what was found before is given again for a while if each root is still there with as many elements; `isFresh` asks for a new look.
 */
export function createRootFinder(document: Document, now: () => number): (isFresh: boolean) => readonly Root[] {
  let found: readonly Root[] = [];
  let sizes: readonly number[] = [];
  let foundAt = 0;

  return (isFresh) => {
    const isTrusted = !isFresh && now() - foundAt < TRUST_MS && found.every((root, at) => root.isConnected && sizeOf(root) === sizes[at]);
    if (isTrusted && found.length > 0) return found;
    found = openRoots(document);
    sizes = found.map(sizeOf);
    foundAt = now();
    return found;
  };
}

/** Counts without touching: a list makes its elements only when they are asked for. */
const sizeOf = (root: Root) => root.querySelectorAll('*').length;
