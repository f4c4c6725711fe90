import type { ErrorObject } from 'ajv';
import { familyOf, findOperation, type Operation } from './openapi.ts';

/** A request as it arrived. */
export interface CheckedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Raw text; empty when there is none. */
  readonly body: string;
}

/**
 * What HighLevel's OpenAPI files (and the exceptions listed beside this module) hold against a request, one sentence per
 * finding; empty when it conforms.
 */
export function findViolations(request: CheckedRequest): string[] {
  const version = request.headers.get('version') ?? undefined;
  const operation = findOperation(familyOf(version), request.method, request.path);
  const name = `${request.method} ${request.path}`;
  if (!operation) return [`${name}: no such operation in HighLevel's ${familyOf(version)} files`];
  return [
    ...findHeaderViolations(request, operation, version),
    ...findQueryViolations(request, operation),
    ...findBodyViolations(request, operation),
  ].map((finding) => `${name}: ${finding}`);
}

/** What the files hold against an answer's body; unknown keys are allowed in answers. */
export function findAnswerViolations(request: CheckedRequest, status: number, body: unknown): string[] {
  const operation = findOperation(familyOf(request.headers.get('version') ?? undefined), request.method, request.path);
  const check = operation?.checkAnswer(status);
  if (!check || check(body)) return [];
  return (check.errors ?? []).map((error) => `${request.method} ${request.path} answered ${status}: ${toSentence(error, 'answer')}`);
}

function findHeaderViolations(request: CheckedRequest, operation: Operation, version: string | undefined): string[] {
  const findings: string[] = [];
  if (version === undefined && !operation.versionOptional) findings.push('the Version header is missing');
  if (version !== undefined && !operation.versions.includes(version)) {
    findings.push(`the Version header is "${version}", the files know ${operation.versions.join(', ')}`);
  }
  const authorization = request.headers.get('authorization') ?? '';
  if (operation.template !== '/oauth/token' && !/^Bearer \S+$/.test(authorization)) findings.push('there is no bearer token');
  const mediaType = mediaTypeOf(request.headers);
  if (request.body !== '' && !operation.mediaTypes.includes(mediaType) && operation.mediaTypes.length > 0) {
    findings.push(`the body is "${mediaType}", the files know ${operation.mediaTypes.join(', ')}`);
  }
  return findings;
}

function findQueryViolations(request: CheckedRequest, operation: Operation): string[] {
  const query: Record<string, string | string[]> = {};
  for (const key of new Set(request.query.keys())) {
    const values = request.query.getAll(key);
    query[key] = values.length === 1 ? (values[0] ?? '') : values;
  }
  const check = operation.checkQuery();
  return check(query) ? [] : (check.errors ?? []).map((error) => toSentence(error, 'query'));
}

function findBodyViolations(request: CheckedRequest, operation: Operation): string[] {
  const check = operation.checkBody();
  if (request.body === '') return operation.bodyRequired ? ['the body is missing'] : [];
  if (!check) return ['there is a body where the files have none'];
  const body = parseBody(request);
  if (body === undefined) return ['the body cannot be parsed'];
  return check(body) ? [] : (check.errors ?? []).map((error) => toSentence(error, 'body'));
}

function parseBody(request: CheckedRequest): unknown {
  if (mediaTypeOf(request.headers) === 'application/x-www-form-urlencoded') return Object.fromEntries(new URLSearchParams(request.body));
  try {
    return JSON.parse(request.body);
  } catch {
    return undefined;
  }
}

function mediaTypeOf(headers: Headers): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
}

/** `where`: "query", "body" or "answer". */
function toSentence(error: ErrorObject, where: string): string {
  const place = `${where}${error.instancePath.replaceAll('/', '.')}`;
  if (error.keyword === 'additionalProperties') return `${place} has the unknown key "${error.params.additionalProperty}"`;
  if (error.keyword === 'required') return `${place} lacks the required key "${error.params.missingProperty}"`;
  if (error.keyword === 'enum') return `${place} must be one of ${(error.params.allowedValues as unknown[]).join(', ')}`;
  return `${place} ${error.message}`;
}
