import type { CrmPage, Detection } from '../adapter.ts';
import { frameDocument } from '../dom.ts';
import { classicId, recordAddress } from './address.ts';
import { readClassic } from './classic.ts';

/** Reads the Classic console: tabs are frames, and the one in front shows the record. Several in front are several records. */
export function readConsole({ document }: CrmPage): Detection {
  const pages = framesIn(document).map((frame) => ({ url: new URL(frame.URL), document: frame }));
  const records = pages.filter(({ url }) => classicId(url));
  const [front, ...others] = records;
  if (others.length > 0) return { status: 'ambiguous', people: [] };
  const record = front && recordAddress(front.url);
  return record ? readClassic(front, record) : { status: 'none' };
}

/** The documents of frames that can be seen and are of the same origin, frames in frames too. */
function framesIn(document: Document): readonly Document[] {
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    const inner = frameDocument(frame);
    return inner ? [inner, ...framesIn(inner)] : [];
  });
}
