import * as z from 'zod';
import type { AppError, ErrorFacts } from '@/lib/core/errors.ts';
import { readLimits } from './limits.ts';

/** An answer of HighLevel that is not a success. `body` is its text, or the JSON in it; a CDN's own page is HTML. */
export interface FailedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** What the error says about the request. */
export interface AnswerContext {
  readonly endpoint: string;
  /** The scope the endpoint needs. */
  readonly scope: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const words = z.union([
  z.string().transform((text) => [text]),
  z.array(z.unknown()).transform((list) => list.filter((item) => typeof item === 'string')),
]);
const text = z.string().optional().catch(undefined);
const bodySchema = z
  .object({
    message: words.optional().catch(undefined),
    error: z
      .union([z.string(), z.object({ message: z.string() }).transform((inner) => inner.message)])
      .optional()
      .catch(undefined),
    traceId: text,
    meta: z
      .object({ contactId: z.string().min(1), contactName: text, matchingField: text })
      .optional()
      .catch(undefined),
  })
  .catch({ message: undefined, error: undefined, traceId: undefined, meta: undefined });
type Body = z.output<typeof bodySchema>;

/** The error that an answer of HighLevel means. */
export function toAnswerError(answer: FailedAnswer, context: AnswerContext): AppError {
  const body = bodySchema.parse(answer.body);
  const problems = body.message ?? (body.error === undefined ? [] : [body.error]);
  const facts: ErrorFacts = {
    status: answer.status,
    detail: `${context.endpoint}: HTTP ${answer.status}`,
    ...(body.traceId !== undefined && { traceId: body.traceId }),
  };
  return { ...facts, ...meaning(answer, body, problems, context) };
}

function meaning(answer: FailedAnswer, body: Body, problems: readonly string[], context: AnswerContext): AppError {
  const said = problems.join(' ');
  const { status } = answer;
  if (status === 429) return rateLimited(answer, context);
  if (status >= 500) return { code: 'server_error' };
  if (/location is not active/i.test(said)) return { code: 'location_inactive' };
  if (status === 400 || status === 422) return badRequest(body, problems, said);
  if (status === 401) return unauthorised(said, problems, context);
  if (status === 403) return forbidden(said, context);
  // An empty 404 or `Cannot GET …` is a path that does not exist (or not in this API version): our mistake, not a missing record.
  if (status === 404) return said === '' || /^cannot /i.test(said) ? { code: 'unexpected' } : { code: 'not_found' };
  if (status === 408) return { code: 'timeout' };
  return problems.length > 0 ? { code: 'invalid_request', problems } : { code: 'unexpected' };
}

/** HighLevel answers 400, not 404, for what does not exist, and names the duplicate in `meta`. */
function badRequest({ meta }: Body, problems: readonly string[], said: string): AppError {
  if (meta !== undefined) {
    const { contactId, contactName, matchingField } = meta;
    return { code: 'duplicate_contact', contactId, ...(contactName && { contactName }), ...(matchingField && { matchingField }) };
  }
  if (/\bnot found\b|not a valid objectid/i.test(said)) return { code: 'not_found' };
  return { code: 'invalid_request', problems };
}

/** 401 says five different things; only a refused token is worth a new one. */
function unauthorised(said: string, problems: readonly string[], { scope }: AnswerContext): AppError {
  if (/\bscopes?\b/i.test(said)) return { code: 'missing_scope', scope };
  if (/timed out/i.test(said)) return { code: 'server_error' };
  if (/version header|\bE\d\d - |access to this feature/i.test(said)) return { code: 'invalid_request', problems };
  return { code: 'reconnect_needed' };
}

function forbidden(said: string, { scope }: AnswerContext): AppError {
  if (/\bscopes?\b/i.test(said)) return { code: 'missing_scope', scope };
  // `Forbidden resource` is an agency endpoint; without words it is a firewall's page.
  return said === '' ? { code: 'unexpected' } : { code: 'wrong_location' };
}

function rateLimited({ headers }: FailedAnswer, { now }: AnswerContext): AppError {
  const { retryAfterMs, dailyResetMs, daily, intervalMs } = readLimits(headers, now);
  return { code: 'rate_limited', daily, retryAfterMs: retryAfterMs ?? (daily ? dailyResetMs : intervalMs) };
}

/**
 * Whether a write that ended in `error` took effect: `no` when HighLevel refused it or it never left, `unknown` when
 * the answer was lost. One exception is HighLevel's: creating a contact has been seen to answer 422 and create it.
 */
export function isApplied(error: AppError): 'no' | 'unknown' {
  switch (error.code) {
    case 'network':
    case 'timeout':
    case 'server_error':
    case 'bad_answer':
    case 'answer_mismatch':
      return 'unknown';
    case 'unexpected':
      return error.status !== undefined && error.status >= 400 && error.status < 500 ? 'no' : 'unknown';
    default:
      return 'no';
  }
}
