import { setTimeout as wait } from 'node:timers/promises';
import { apiEndpoints } from './api/endpoints.ts';
import { findViolations } from './conformance.ts';
import type { Answer } from './endpoint.ts';
import type { Fault, Faults } from './faults.ts';
import { type ApiRequest, findToken, passGate } from './gate.ts';
import type { SandboxApp } from './oauth/apps.ts';
import { installEndpoints } from './oauth/installs.ts';
import { exchangeToken } from './oauth/token.ts';
import type { RateLimiter } from './rate-limit.ts';
import { Refusal } from './refusal.ts';
import { contactIdIn, type LoggedRequest, preciseNow } from './request-log.ts';
import type { Drop } from './server.ts';
import type { World } from './world.ts';

export interface ApiHost {
  readonly world: World;
  readonly apps: readonly SandboxApp[];
  readonly faults: Faults;
  readonly limiter: RateLimiter;
  readonly log: LoggedRequest[];
  /** Milliseconds every answer takes at least. */
  readonly latency: () => number;
}

interface Outcome extends Answer {
  readonly headers?: Readonly<Record<string, string>>;
}

const endpoints = [...apiEndpoints, ...installEndpoints];

/** Answers a request to HighLevel's API host: log, fault, limit, gate, endpoint. */
export async function answerApi(host: ApiHost, raw: Request, drop: Drop): Promise<Response> {
  const url = new URL(raw.url);
  const startedAt = preciseNow();
  const request: ApiRequest = {
    method: raw.method,
    path: url.pathname,
    query: url.searchParams,
    headers: raw.headers,
    body: await raw.text(),
  };
  const entry = logStart(host, request, url, startedAt);
  const fault = host.faults.take(request.method, request.path);
  await pause(host.latency() + (fault?.delayMs ?? 0));
  const outcome = fault?.drop === 'before' ? undefined : await perform(host, request, fault);
  await pause(fault?.delayAfterMs ?? 0);
  entry.endedAt = preciseNow();
  if (outcome === undefined || fault?.drop === 'after') {
    entry.dropped = true;
    await drop(fault?.quietly ?? false);
    return new Response(null, { status: 500 });
  }
  entry.status = outcome.status;
  return toResponse(outcome);
}

function logStart(host: ApiHost, request: ApiRequest, url: URL, startedAt: number): LoggedRequest {
  let violations: readonly string[] | undefined;
  const entry: LoggedRequest = {
    seq: host.log.length + 1,
    host: url.hostname,
    method: request.method,
    path: request.path,
    query: url.search,
    version: request.headers.get('version') ?? undefined,
    contactId: contactIdIn(request.path),
    startedAt,
    endedAt: undefined,
    status: undefined,
    dropped: false,
    // Judged when asked for, so that judging does not slow the answers.
    get violations() {
      violations ??= findViolations(request);
      return violations;
    },
  };
  host.log.push(entry);
  return entry;
}

async function perform(host: ApiHost, request: ApiRequest, fault: Fault | undefined): Promise<Outcome> {
  if (fault?.status !== undefined) return { status: fault.status, body: fault.body ?? '', headers: fault.headers ?? {} };
  const limit = takeFromLimit(host, request);
  const headers = { ...limit?.headers, ...fault?.headers };
  if (limit && !limit.allowed) return { status: 429, body: { statusCode: 429, message: 'Too Many Requests' }, headers };
  const answer = await answerOrRefuse(host, request);
  const traced = addTrace(answer.body);
  return { status: answer.status, body: fault?.transform ? fault.transform(traced) : traced, headers };
}

async function answerOrRefuse(host: ApiHost, request: ApiRequest): Promise<Answer> {
  try {
    if (request.method === 'POST' && request.path === '/oauth/token') return exchangeToken(host.world, host.apps, request);
    return await passGate(host.world, endpoints, request);
  } catch (thrown) {
    if (thrown instanceof Refusal) return { status: thrown.status, body: thrown.body };
    throw thrown;
  }
}

/** Per app and location; requests without a valid token are not counted. */
function takeFromLimit(host: ApiHost, request: ApiRequest): ReturnType<RateLimiter['take']> | undefined {
  try {
    const token = findToken(host.world, request.headers);
    return host.limiter.take(`${token.clientId ?? token.value}:${token.locationId ?? token.companyId}`);
  } catch (thrown) {
    if (thrown instanceof Refusal) return undefined;
    throw thrown;
  }
}

function addTrace(body: unknown): unknown {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body, traceId: crypto.randomUUID() } : body;
}

/** As HighLevel's: JSON, and no CORS headers, which an extension with host permission does not need. */
function toResponse(outcome: Outcome): Response {
  const isText = typeof outcome.body === 'string';
  const type = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
  return new Response(isText ? String(outcome.body) : JSON.stringify(outcome.body), {
    status: outcome.status,
    headers: { 'content-type': type, ...outcome.headers },
  });
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await wait(ms);
}
