import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Certificate } from './certificate.ts';

/**
 * Cuts the connection of a request, after which its answer is not sent. By default in the middle of the answer's first
 * line: the browser then fails the request. With `quietly` no byte is sent, and over a reused connection Chromium repeats the
 * request by itself, a POST as well.
 */
export type Drop = (quietly: boolean) => Promise<void>;

/** Answers one request. */
export type RequestHandler = (request: Request, drop: Drop) => Promise<Response>;

export interface TlsServer {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/**
 * The TLS listener on 127.0.0.1. HTTP/2 is one step away: `http2.createSecureServer` with `allowHTTP1` takes the same
 * listener, and `cut` then closes the stream instead of the socket.
 */
export async function listen(handle: RequestHandler, certificate: Certificate, port: number): Promise<TlsServer> {
  const listener = getRequestListener((request, env) => handle(request, (quietly) => cut(env.incoming.socket, quietly)), {
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

function cut(socket: Socket, quietly: boolean): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    if (quietly) socket.destroy();
    else socket.end('HTTP/1.1 ', () => socket.destroy());
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
