import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Certificate } from './certificate.ts';

/** Answers one request; `drop` cuts its connection, after which the answer is not sent. */
export type RequestHandler = (request: Request, drop: () => void) => Promise<Response>;

export interface TlsServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * The TLS listener on 127.0.0.1. HTTP/2 is one step away: `http2.createSecureServer` with `allowHTTP1` takes the same
 * listener, and `drop` then closes the stream instead of the socket.
 */
export async function listen(handle: RequestHandler, certificate: Certificate, port: number): Promise<TlsServer> {
  const listener = getRequestListener((request, env) => handle(request, () => env.incoming.socket.destroy()), {
    overrideGlobalObjects: false,
  });
  const server = createServer({ cert: certificate.cert, key: certificate.key }, (incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A TCP server's address is never a path.
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
