import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { freePort, newFolder, startProcess } from '../broker/process.ts';
import type { SandboxApp } from '../sandbox/oauth/apps.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { sandboxScopes } from '../sandbox/seed/ids.ts';

/** The address the extension is built with; the test's browser is led to a free port instead. */
const BROKER_URL = 'http://localhost:8787';

/** Our marketplace app, as HighLevel knows it. */
export const highLevelApp: SandboxApp = {
  clientId: '66f2c0d1a4b37e5f9c8d1e20-e2e',
  clientSecret: `client-secret-${randomBytes(12).toString('hex')}`,
  redirectUris: [`${BROKER_URL}/callback`],
  scopes: sandboxScopes.all,
};

/** The broker's own process, and between it and the browser a recorder of all that the browser received from it. */
export interface TestBroker {
  readonly port: number;
  /** Every answer, headers and body. */
  readonly received: readonly string[];
  /** Bodies of the requests to `/token`. */
  readonly tokenRequests: readonly URLSearchParams[];
  /** Changes where the browser is sent to, from now on. */
  changeRedirect(change: (location: URL) => void): void;
  /** From now on nothing answers any more. */
  stop(): Promise<void>;
}

interface Recorder {
  readonly upstream: number;
  readonly received: string[];
  readonly tokenRequests: URLSearchParams[];
  changeRedirect: (location: URL) => void;
}

/** Starts `node broker/main.ts` against the sandbox, for the extension of this id. */
export async function startTestBroker(sandbox: Sandbox, extensionId: string): Promise<TestBroker> {
  const upstream = await freePort();
  const broker = await startProcess({
    GHL_CLIENT_ID: highLevelApp.clientId,
    GHL_CLIENT_SECRET: highLevelApp.clientSecret,
    GHL_API_URL: sandbox.url,
    NODE_EXTRA_CA_CERTS: sandbox.certificatePath,
    BROKER_URL,
    BROKER_REDIRECT_URIS: `https://${extensionId}.chromiumapp.org/`,
    BROKER_KEY: randomBytes(32).toString('base64'),
    BROKER_DB: path.join(newFolder(), 'broker.sqlite'),
    PORT: String(upstream),
  });
  const recorder: Recorder = { upstream, received: [], tokenRequests: [], changeRedirect: () => undefined };
  const server = createServer((incoming, outgoing) => void pass(recorder, incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    // A TCP server's address is an object; only a pipe's is text.
    port: (server.address() as AddressInfo).port,
    received: recorder.received,
    tokenRequests: recorder.tokenRequests,
    changeRedirect: (change) => {
      recorder.changeRedirect = change;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await broker.stop();
    },
  };
}

async function pass(recorder: Recorder, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const asked = await read(incoming);
  if (incoming.url === '/token' && incoming.method === 'POST') recorder.tokenRequests.push(new URLSearchParams(asked));
  const { method, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port: recorder.upstream, method, path: incoming.url, headers }, async (answer) => {
    const body = await read(answer);
    recorder.received.push(`${JSON.stringify(answer.headers)}\n${body}`);
    outgoing.writeHead(answer.statusCode ?? 500, { ...answer.headers, ...redirectOf(recorder, answer) });
    outgoing.end(body);
  });
  onward.on('error', () => outgoing.destroy());
  onward.end(asked);
}

function redirectOf(recorder: Recorder, { headers: { location } }: IncomingMessage): { location?: string } {
  if (location === undefined) return {};
  const url = new URL(location);
  recorder.changeRedirect(url);
  return { location: url.href };
}

async function read(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer); // A stream without encoding gives buffers.
  return Buffer.concat(chunks).toString();
}
