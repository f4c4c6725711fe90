const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/i;
/** Made by frameworks, anew for each build or each load. */
const MADE =
  /^(?:_ng|_nghost|ng-|css-|sc-|lwc-|jsx-|jss\d|svelte-|astro-|data-v-|radix|headlessui|react-|ember\d|mui-|chakra-|mantine-|downshift|cdk-|gwt-|ext-|yui)/i;
/** React's `useId`: `:r1:`, `«r1»`, `_r_1_`. */
const REACT_ID = /:r[0-9a-z]*:|«|_r_[0-9a-z]+_/i;
const NUMBERED = /(?:^|[-_:.])\d+$|[a-z]\d{2,}$|\d{4}/i;

/** Whether a name, or the name of an attribute, is likely another one at the next load or in the next build. */
export function isVolatile(name: string): boolean {
  if (UUID.test(name) || MADE.test(name) || REACT_ID.test(name) || NUMBERED.test(name)) return true;
  return name.split(/[^a-z0-9]+/i).some(isHash);
}

/** Letters mixed with digits, or with capitals as no word has them. */
function isHash(part: string): boolean {
  if (part.length < 5) return false;
  if (/\d[a-z]/i.test(part)) return true;
  if (part.length >= 6 && /\d/.test(part) && !/^[a-z]+\d$/i.test(part)) return true;
  const runs = part.match(/[a-z]+|[A-Z]+/g)?.length ?? 1;
  return runs / part.length > 0.6 || (part.length >= 6 && !/[aeiouy]/i.test(part));
}
