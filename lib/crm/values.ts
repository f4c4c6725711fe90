/** Longest name or company passed on; Salesforce itself stops at 255 characters. */
const MAX_TEXT = 255;
const EMAIL = /^[^\s@<>()[\]*•…,;:"\\]{1,64}@[^\s@<>()[\]*•…,;:"\\]{1,190}\.[^\s@<>()[\]*•…,;:"\\.]{2,63}$/;
const PHONE = /^\+?[\d\s()./-]{5,40}(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?$/i;

/** Longest e-mail address: SMTP allows 254 characters, and a record's id may have to hold it. */
const MAX_EMAIL = 240;

/** The address as written if it is one whole, unmasked e-mail address. */
export function asEmail(text: string): string | undefined {
  const address = text.trim();
  return address.length <= MAX_EMAIL && EMAIL.test(address) ? address : undefined;
}

/** The number as written if it is one whole, unmasked phone number with 5 to 15 digits (E.164's longest). */
export function asPhone(text: string): string | undefined {
  const number = text.trim();
  const digits = number.replace(/(?:x|ext|#).*$/i, '').replace(/\D/g, '').length;
  return PHONE.test(number) && digits >= 5 && digits <= 15 ? number : undefined;
}

/** The target of a `mailto:` or `tel:` link, decoded and without its parameters. */
export function linkTarget(href: string): string {
  const target = href.replace(/^[a-z]+:/i, '').replace(/[?;].*$/s, '');
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The text, or nothing when it is empty. */
export function asText(text: string): string | undefined {
  return text.slice(0, MAX_TEXT).trim() || undefined;
}

/** What is equal for an address or number however it is written: with and without the country's code. */
export function sameAs(value: string): string {
  return value.includes('@') ? value.toLowerCase() : value.replace(/\D/g, '').slice(-9);
}
