import type { IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { Readable } from 'node:stream';

/**
 * A `fetch` for tests in Node: every host name leads to the sandbox's port, its certificate is trusted, a lost connection
 * rejects with a `TypeError` as the browser's does. Redirects are handed out, not followed.
 */
export function createSandboxFetch(port: number, certificate: string): typeof fetch {
  const agent = new Agent({ keepAlive: false, ca: certificate, checkServerIdentity: () => undefined });
  return async (input, init) => {
    const request = new Request(input, init);
    const body = Buffer.from(await request.arrayBuffer());
    const url = new URL(request.url);
    const headers: Record<string, string> = { ...Object.fromEntries(request.headers), host: url.host };
    if (body.length > 0) headers['content-length'] = String(body.length);
    const options = {
      agent,
      host: '127.0.0.1',
      port,
      servername: url.hostname,
      path: url.pathname + url.search,
      method: request.method,
      headers,
      signal: request.signal,
    };
    return new Promise<Response>((resolve, reject) => {
      const sent = httpsRequest(options, (incoming) => resolve(toResponse(incoming)));
      sent.on('error', (error) => reject(request.signal.aborted ? request.signal.reason : new TypeError('fetch failed', { cause: error })));
      sent.end(body);
    });
  };
}

function toResponse(incoming: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) for (const one of [value ?? []].flat()) headers.append(name, one);
  const status = incoming.statusCode ?? 500;
  const isEmpty = status === 204 || status === 304;
  // Node's stream type and the browser's are the same object at run time.
  const stream = isEmpty ? null : (Readable.toWeb(incoming) as unknown as ReadableStream);
  return new Response(stream, { status, headers });
}
