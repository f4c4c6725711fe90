import type { Sandbox } from './sandbox.ts';
import { seedTokens } from './seed/ids.ts';

/** How a test calls the sandbox's API. */
export interface TestCall {
  readonly token?: string;
  /** `null` sends no `Version` header. */
  readonly version?: string | null;
  readonly body?: unknown;
}

/** Any JSON: tests look into answers of many shapes. */
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what the tests assert.
type Json = any;

export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** Calls the API under its real host name, e.g. `call('GET /contacts/x')`; the token defaults to Harbor Dental's. */
export function callsTo(sandbox: () => Sandbox) {
  return async (request: string, { token = seedTokens.full, version = 'v3', body }: TestCall = {}): Promise<TestAnswer> => {
    const [method = 'GET', target = '/'] = request.split(' ');
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    if (version !== null) headers.version = version;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    const answer = await sandbox().fetch(`https://services.leadconnectorhq.com${target}`, init);
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
  };
}
