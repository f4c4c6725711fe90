import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A self-signed certificate for the real host names; PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  /** Where `cert` lies, for `NODE_EXTRA_CA_CERTS`. */
  readonly certPath: string;
}

const folder = path.join(import.meta.dirname, '../../node_modules/.cache/alongside-sandbox');
const hosts = ['services.leadconnectorhq.com', 'marketplace.gohighlevel.com', 'marketplace.leadconnectorhq.com', 'localhost'];
const week = 7 * 86_400_000;

/** The cached certificate, or a new one: making it takes longer than everything else a start does. */
export async function loadCertificate(): Promise<Certificate> {
  const certPath = path.join(folder, 'cert.pem');
  try {
    const [cert, key] = await Promise.all([readFile(certPath, 'utf8'), readFile(path.join(folder, 'key.pem'), 'utf8')]);
    const parsed = new X509Certificate(cert);
    // Another process may just have replaced one of the two.
    const isPair = parsed.checkPrivateKey(createPrivateKey(key));
    if (isPair && hosts.every((host) => parsed.checkHost(host)) && Date.parse(parsed.validTo) > Date.now() + week)
      return { cert, key, certPath };
  } catch {
    // Not there yet, or unreadable: made anew below.
  }
  return { ...(await create()), certPath };
}

async function create(): Promise<Omit<Certificate, 'certPath'>> {
  // Loaded only when needed: it is half of the start time.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Alongside sandbox' }], {
    keyType: 'ec',
    notAfterDate: new Date(Date.now() + 52 * week),
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [...hosts.map((value) => ({ type: 2 as const, value })), { type: 7 as const, ip: '127.0.0.1' }] },
    ],
  });
  await mkdir(folder, { recursive: true });
  await Promise.all([replace('key.pem', made.private), replace('cert.pem', made.cert)]);
  return { cert: made.cert, key: made.private };
}

/** Written aside and moved, so that another process starting now never reads half a file. */
async function replace(name: string, content: string): Promise<void> {
  const aside = path.join(folder, `${name}.${process.pid}`);
  await writeFile(aside, content, { mode: 0o600 });
  await rename(aside, path.join(folder, name));
}
