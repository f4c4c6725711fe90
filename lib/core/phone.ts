import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** No number with its decorations is longer; past it parsing is not worth its time. */
const MAX_CHARS = 60;

/**
 * A phone number as people write it, in E.164 ("+14155550100"); `undefined` when it is not a valid one. An extension
 * ("x 123", "ext. 5") is left off, as HighLevel keeps phones without. `defaultCountry` (ISO 3166, e.g. "US") is for
 * numbers without a country code. It carries numbering plans of 80 kB: for the background only.
 */
export function toE164(raw: string, defaultCountry?: string): string | undefined {
  if (raw.length > MAX_CHARS) return undefined;
  const country = toCountry(defaultCountry);
  const parsed = parsePhoneNumberFromString(withPlus(raw), country === undefined ? {} : { defaultCountry: country });
  return parsed?.isValid() ? parsed.number : undefined;
}

/** International numbers are also written with "00" or "011"; with full-width digits and signs, too. */
function withPlus(raw: string): string {
  const text = raw
    .normalize('NFKC')
    .replace(/^\s*(?:tel|phone|callto):\s*/i, '')
    .trim();
  return text.replace(/^(?:00|011)(?=[\s.-]?[1-9])/, '+');
}

function toCountry(code: string | undefined): CountryCode | undefined {
  const upper = code?.toUpperCase() ?? '';
  return isSupportedCountry(upper) ? upper : undefined;
}
