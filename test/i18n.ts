import path from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';

/**
 * Stands in for WXT's generated `#i18n` in unit tests: the same library over the same `locales/en.yml`, with the one
 * browser call it makes answered from that file.
 */
const messages = generateChromeMessages(await parseMessagesFile(path.resolve(import.meta.dirname, '../locales/en.yml')));

function getMessage(key: string, substitutions: readonly string[] = []): string {
  const message = messages[key]?.message ?? '';
  return message.replace(/\$(\$|\d)/g, (_, what: string) => (what === '$' ? '$' : (substitutions[Number(what) - 1] ?? '')));
}

// The library takes the browser from the global object when it is first loaded, so it is there only for that moment.
const before = Reflect.get(globalThis, 'chrome');
Reflect.set(globalThis, 'chrome', { i18n: { getMessage } });
const { createI18n } = await import('@wxt-dev/i18n');
Reflect.set(globalThis, 'chrome', before);

export const i18n = createI18n();
