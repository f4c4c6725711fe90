import { withoutSalutation } from '@/lib/core/person-name.ts';
import type { Typed } from './changes.ts';
import type { FieldKind } from './fields.ts';

/**
 * Whether both sides mean the same, however each writes it: e-mails whatever the case, numbers by their digits with and
 * without the country's code, websites without their scheme, texts whatever the white space.
 */
export function isSameValue(kind: FieldKind, one: Typed, other: Typed): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return [...one].toSorted().join('\n') === [...other].toSorted().join('\n');
  return isBlank(one) || isBlank(other) ? isBlank(one) && isBlank(other) : essence(kind, one) === essence(kind, other);
}

/** Whether two renderings of a whole name are one, salutations aside; so it does not matter where each side divides it. */
export function isSameWholeName(one: string, other: string): boolean {
  return plain(withoutSalutation(one)) === plain(withoutSalutation(other)) && plain(one) !== '';
}

const isBlank = (text: string) => text.trim() === '';
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function essence(kind: FieldKind, text: string): string {
  switch (kind) {
    case 'email':
    case 'country':
      return plain(text).toLowerCase();
    case 'phone': {
      const digits = text.replace(/(?:x|ext|#).*$/i, '').replace(/\D/g, '');
      // Shorter ones may be of different places.
      return digits.length >= 9 ? digits.slice(-9) : digits || plain(text);
    }
    case 'website':
      return plain(text)
        .toLowerCase()
        .replace(/^https?:\/\/|\/+$/g, '');
    case 'number':
      return Number.isFinite(Number(text)) ? String(Number(text)) : plain(text);
    default:
      return plain(text);
  }
}
