import { AppFailure } from '@/lib/core/errors.ts';

/** An encrypted value, as it is stored in IndexedDB. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** Encrypts what is kept at rest. Every failure is an `AppFailure` with code `storage`. */
export interface Cipher {
  /** `value`: anything JSON can hold. */
  encrypt(value: unknown): Promise<Sealed>;
  /** The value that was encrypted, unchecked: the caller parses it. */
  decrypt(sealed: Sealed): Promise<unknown>;
}

/** The cipher over one key; the key is asked for at the first use and again when that failed. */
export function createCipher(openKey: () => Promise<CryptoKey>): Cipher {
  let opening: Promise<CryptoKey> | undefined;
  const key = (): Promise<CryptoKey> => {
    opening ??= openKey().catch((reason: unknown) => {
      opening = undefined;
      throw reason;
    });
    return opening;
  };
  return {
    encrypt: (value) => orStorageFailure('encrypting', async () => seal(await key(), value)),
    decrypt: (sealed) => orStorageFailure('decrypting', async () => unseal(await key(), sealed)),
  };
}

async function seal(key: CryptoKey, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
}

async function unseal(key: CryptoKey, sealed: Sealed): Promise<unknown> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data);
  return JSON.parse(new TextDecoder().decode(plain));
}

/** The reason's name only: a message could quote what was being read. */
async function orStorageFailure<T>(doing: string, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (reason) {
    throw new AppFailure({ code: 'storage', detail: `${doing} failed: ${reason instanceof Error ? reason.name : 'unknown'}` });
  }
}
