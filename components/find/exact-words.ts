/** What of a person's words HighLevel can look up exactly, not only as text. */
export interface ExactWords {
  readonly emails: readonly string[];
  /** As typed: the background brings numbers into HighLevel's form. */
  readonly phones: readonly string[];
}

const EMAIL = /^[^\s@<>"]{1,64}@[^\s@<>"]{1,255}\.[^\s@<>".]{2,63}$/;
const PHONE = /^\+?[\d\s().\-/]+$/;

/** `undefined`: they are neither a whole e-mail address nor a phone number. */
export function exactWords(words: string): ExactWords | undefined {
  if (EMAIL.test(words)) return { emails: [words.toLowerCase()], phones: [] };
  return PHONE.test(words) && words.replace(/\D/g, '').length >= 7 ? { emails: [], phones: [words] } : undefined;
}
