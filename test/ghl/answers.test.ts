import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/core/errors.ts';
import { isApplied, toAnswerError } from '@/lib/ghl/answers.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

function errorOf(status: number, body: unknown, headers: Record<string, string> = {}): AppError {
  return toAnswerError({ status, body, headers: new Headers(headers) }, { endpoint: 'tasks.create', scope: 'contacts.write', now: NOW });
}

describe('an answer of HighLevel', () => {
  const duplicate = { contactId: 'c9', contactName: 'Ann Lee', matchingField: 'email' };

  it.each<[number, unknown, object]>([
    [400, { statusCode: 400, message: 'Contact not found for id:c1', error: 'Bad Request' }, { code: 'not_found' }],
    [400, { error: 'Contact with id c1 not found', status: 400 }, { code: 'not_found' }],
    [400, { message: 'c1 is not a valid ObjectId' }, { code: 'not_found' }],
    [400, { message: 'This location does not allow duplicated contacts.', meta: duplicate }, { code: 'duplicate_contact', ...duplicate }],
    [400, { message: 'No duplicates', meta: { contactId: 'c9', contactName: 7 } }, { code: 'duplicate_contact', contactId: 'c9' }],
    [400, { message: 'Invalid field additional_phones' }, { code: 'invalid_request', problems: ['Invalid field additional_phones'] }],
    [400, 'Bad Request', { code: 'invalid_request', problems: [] }],
    [400, { message: 'Location is not active' }, { code: 'location_inactive' }],
    [401, { message: 'Invalid JWT' }, { code: 'reconnect_needed' }],
    [401, { message: 'Invalid token: access token is invalid' }, { code: 'reconnect_needed' }],
    [401, undefined, { code: 'reconnect_needed' }],
    [401, { message: 'The token is not authorized for this scope.' }, { code: 'missing_scope', scope: 'contacts.write' }],
    [401, { message: 'version header was not found.' }, { code: 'invalid_request' }],
    [401, { message: 'E01 - Unauthorized request' }, { code: 'invalid_request' }],
    [401, { message: 'You do not have access to this feature! Please contact the admin!' }, { code: 'invalid_request' }],
    [401, { message: 'Command timed out' }, { code: 'server_error' }],
    [403, { message: 'The token does not have access to this location.' }, { code: 'wrong_location' }],
    [403, { message: 'Forbidden resource', error: 'Forbidden' }, { code: 'wrong_location' }],
    [403, '<html>Error 1010</html>', { code: 'unexpected' }],
    [404, { message: 'Note not found' }, { code: 'not_found' }],
    [404, { message: 'Cannot GET /contact/c1' }, { code: 'unexpected' }],
    [404, undefined, { code: 'unexpected' }],
    [408, undefined, { code: 'timeout' }],
    [
      422,
      { message: ['property x should not exist', 5, 'dueDate is required'] },
      { code: 'invalid_request', problems: ['property x should not exist', 'dueDate is required'] },
    ],
    [422, { error: { code: 422, message: 'Bad shape' } }, { code: 'invalid_request', problems: ['Bad shape'] }],
    [500, { message: 'Contact not found' }, { code: 'server_error' }],
    [502, '<html>Bad gateway</html>', { code: 'server_error' }],
  ])('%i %j', (status, body, expected) => {
    expect(errorOf(status, body)).toMatchObject({ status, detail: `tasks.create: HTTP ${status}`, ...expected });
  });

  it('keeps the trace id for HighLevel’s support', () => {
    expect(errorOf(422, { message: [], traceId: 'trace-1' }).traceId).toBe('trace-1');
    expect('traceId' in errorOf(422, { message: [], traceId: 5 })).toBe(false);
  });

  it.each<[Record<string, string>, object]>([
    [{}, { retryAfterMs: 10_000, daily: false }],
    [
      { 'X-RateLimit-Interval-Milliseconds': '4000', 'X-RateLimit-Daily-Remaining': '7' },
      { retryAfterMs: 4_000, daily: false },
    ],
    [{ 'X-RateLimit-Interval-Milliseconds': 'soon' }, { retryAfterMs: 10_000, daily: false }],
    [{ 'Retry-After': '7' }, { retryAfterMs: 7_000, daily: false }],
    [{ 'Retry-After': 'Sat, 21 Nov 2026 12:00:30 GMT' }, { retryAfterMs: 30_000, daily: false }],
    [
      { 'X-RateLimit-Daily-Remaining': '0', 'X-RateLimit-Daily-Reset': '7200000' },
      { retryAfterMs: 7_200_000, daily: true },
    ],
    [{ 'X-RateLimit-Daily-Remaining': '0' }, { retryAfterMs: 900_000, daily: true }],
  ])('429 with %j', (headers, expected) => {
    expect(errorOf(429, { statusCode: 429, message: 'Too Many Requests' }, headers)).toMatchObject({ code: 'rate_limited', ...expected });
  });
});

describe('a write that failed', () => {
  it.each<[AppError, 'no' | 'unknown']>([
    [{ code: 'network' }, 'unknown'],
    [{ code: 'timeout' }, 'unknown'],
    [{ code: 'server_error', status: 502 }, 'unknown'],
    [{ code: 'bad_answer' }, 'unknown'],
    [{ code: 'answer_mismatch' }, 'unknown'],
    [{ code: 'unexpected' }, 'unknown'],
    [{ code: 'unexpected', status: 404 }, 'no'],
    [{ code: 'invalid_request', problems: [] }, 'no'],
    [{ code: 'rate_limited', retryAfterMs: 1, daily: false }, 'no'],
    [{ code: 'reconnect_needed', status: 401 }, 'no'],
    [{ code: 'offline' }, 'no'],
    [{ code: 'wrong_location' }, 'no'],
  ])('%j: applied? %s', (error, expected) => {
    expect(isApplied(error)).toBe(expected);
  });
});
