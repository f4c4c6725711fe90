import type { ErrorObject } from 'ajv';
import type { Answer, Call, Endpoint } from './endpoint.ts';
import { familyOf, findOperation } from './openapi.ts';
import type { TokenRecord } from './records.ts';
import { Refusal, unauthorized, unknownPath, unprocessable } from './refusal.ts';
import type { World } from './world.ts';

/** A request to the API, read to its end. */
export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
}

const versions: readonly string[] = ['v3', '2023-02-21', '2021-07-28', '2021-04-15'];

/** Checks version, token, scope and body as HighLevel does, then lets the endpoint answer. Throws a `Refusal` otherwise. */
export async function passGate(world: World, endpoints: readonly Endpoint[], request: ApiRequest): Promise<Answer> {
  const version = checkVersion(request.headers.get('version'));
  const token = findToken(world, request.headers);
  const found = findEndpoint(endpoints, request.method, request.path);
  if (!found) throw unknownPath(request.method, request.path);
  const { endpoint, params } = found;
  if (endpoint.scope !== null && !token.scopes.includes(endpoint.scope)) throw unauthorized('The token is not authorized for this scope.');
  const body = readBody(request);
  checkBody(request, version, body);
  const call: Call = { world, ...request, params, body, version, token };
  return endpoint.handle(call);
}

/** The token a request carries, if it is known and not expired. Throws the 401 HighLevel answers otherwise. */
export function findToken(world: World, headers: Headers): TokenRecord {
  const value = /^Bearer (\S+)$/.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const token = world.state.tokens.get(value);
  if (token && token.expiresAt > world.now()) return token;
  throw unauthorized(value.startsWith('pit-') ? 'Invalid token: access token is invalid' : 'Invalid JWT');
}

function checkVersion(version: string | null): string {
  if (version === null) throw unauthorized('version header was not found.');
  if (!versions.includes(version)) throw unauthorized('version header is invalid');
  return version;
}

function findEndpoint(
  endpoints: readonly Endpoint[],
  method: string,
  path: string,
): { endpoint: Endpoint; params: Record<string, string> } | undefined {
  const matches = endpoints.flatMap((endpoint) => {
    const params = endpoint.method === method ? match(endpoint.path, path) : undefined;
    return params ? [{ endpoint, params }] : [];
  });
  // A literal segment wins over a parameter: /contacts/search/duplicate is not a contact called "search".
  return matches.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length)[0];
}

function match(template: string, path: string): Record<string, string> | undefined {
  const wanted = template.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const actual = given[index] ?? '';
    if (part.startsWith('{') && actual !== '') params[part.slice(1, -1)] = decodeURIComponent(actual);
    else if (part !== actual) return undefined;
  }
  return params;
}

function readBody(request: ApiRequest): Readonly<Record<string, unknown>> {
  if (request.body === '') return {};
  if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(request.body));
  }
  try {
    const parsed: unknown = JSON.parse(request.body);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Record<string, unknown>; // Just checked.
  } catch {
    // Answered below, like anything that is not an object.
  }
  throw new Refusal(400, { statusCode: 400, message: 'Unexpected token in JSON', error: 'Bad Request' });
}

function checkBody(request: ApiRequest, version: string, body: unknown): void {
  const operation = findOperation(familyOf(version), request.method, request.path) ?? findOperation('v3', request.method, request.path);
  const check = operation?.checkBody();
  if (!check || check(body)) return;
  throw unprocessable([...new Set((check.errors ?? []).map(toProblem))]);
}

/** In the words of HighLevel's validator. */
function toProblem(error: ErrorObject): string {
  const place = error.instancePath.slice(1).replaceAll('/', '.');
  const inside = place === '' ? '' : `${place}.`;
  if (error.keyword === 'additionalProperties') return `${inside}property ${error.params.additionalProperty} should not exist`;
  if (error.keyword === 'required') return `${inside}${error.params.missingProperty} should not be empty`;
  if (error.keyword === 'type') return `${place} must be a ${error.params.type}`;
  if (error.keyword === 'enum')
    return `${place} must be one of the following values: ${(error.params.allowedValues as unknown[]).join(', ')}`;
  return `${place} ${error.message}`;
}
