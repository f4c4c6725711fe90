/**
 * An address of the web as people write it, with or without its scheme; `undefined` for anything else, such as
 * `javascript:` and words.
 */
export function webAddress(written: string): URL | undefined {
  const text = written.trim();
  if (text === '' || /\s/.test(text)) return undefined;
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url : undefined;
}
