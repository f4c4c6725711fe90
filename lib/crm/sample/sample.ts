import { createAddressScrubber, productOf } from './address.ts';
import { createAttributeScrubber } from './attributes.ts';
import { personalWords } from './personal-words.ts';
import { createPlaceholders } from './placeholders.ts';
import { createWriter } from './serialise.ts';
import { createTextScrubber } from './text.ts';

/** A scrubbed copy of a page, as a file of `test/fixtures/crm`. */
export interface Sample {
  readonly name: string;
  readonly html: string;
}

export interface SampleRequest {
  readonly document: Document;
  /** The page's address. */
  readonly url: URL;
  /** The extension's version. */
  readonly version: string;
  readonly date: Date;
  /** Characters; what is beyond is left out, and the file says so. */
  readonly maxLength?: number;
}

const MAX_LENGTH = 2_000_000;

/**
 * Copies the structure of the page without what it says: texts, ids, addresses and tokens become placeholders of the same
 * shape, the same one for the same thing. Only reads the page.
 */
export function takeSample({ document, url, version, date, maxLength = MAX_LENGTH }: SampleRequest): Sample {
  const placeholders = createPlaceholders();
  const text = createTextScrubber(placeholders, (address) => addresses.absolute(address));
  const addresses = createAddressScrubber(text.raw);
  const known = personalWords(document);
  const attributes = createAttributeScrubber({ ...text, link: addresses.link }, placeholders, (word) => known.has(word));
  const frameAddress = (frame: Document) => addresses.absolute(frame.URL);
  const writer = createWriter({ text, attributes, frameAddress }, maxLength);
  const title = escapeText(text.text(document.title));
  // A page may have no body yet, or frames instead.
  writer.contents(document.body ?? document.createDocumentFragment());
  const { html, isCut } = writer.end();
  const day = date.toISOString().slice(0, 10);
  const source = `sample saved by Alongside ${version} on ${day}, scrubbed${isCut ? `, cut at ${maxLength} characters` : ''}`;
  const head = comment({ url: addresses.absolute(url.href), expect: {}, source });
  const language = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.exec(document.documentElement.lang)?.[0];
  return {
    name: `alongside-sample-${productOf(url.hostname)}-${day}.html`,
    html: `${head}\n<!doctype html>\n<html${language ? ` lang="${language}"` : ''}>\n<head>\n<title>${title}</title>\n</head>\n<body>${html}</body>\n</html>\n`,
  };
}

/** The first line of a fixture; nothing in it may end the comment. */
function comment(facts: { readonly url: string; readonly expect: object; readonly source: string }): string {
  return `<!-- ${JSON.stringify(facts).replaceAll('--', '-\\u002d').replaceAll('>', '\\u003e')} -->`;
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
