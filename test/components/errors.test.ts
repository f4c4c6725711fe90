import { describe, expect, it } from 'vitest';
import { errorText } from '@/components/error-texts.ts';
import type { AppError, AppErrorCode } from '@/lib/core/errors.ts';

const examples: { readonly [C in AppErrorCode]: Extract<AppError, { readonly code: C }> } = {
  not_connected: { code: 'not_connected' },
  reconnect_needed: { code: 'reconnect_needed' },
  missing_scope: { code: 'missing_scope', scope: 'contacts.write' },
  wrong_location: { code: 'wrong_location' },
  location_inactive: { code: 'location_inactive' },
  not_found: { code: 'not_found' },
  conflict: { code: 'conflict', theirs: [{ field: 'title', value: 'Call back' }] },
  duplicate_contact: { code: 'duplicate_contact', contactId: 'c1', contactName: 'Maria Gomez', matchingField: 'email' },
  invalid_request: { code: 'invalid_request', problems: ['title should not be empty'] },
  rate_limited: { code: 'rate_limited', retryAfterMs: 8_200, daily: false },
  server_error: { code: 'server_error' },
  offline: { code: 'offline' },
  network: { code: 'network' },
  timeout: { code: 'timeout' },
  bad_answer: { code: 'bad_answer' },
  answer_mismatch: { code: 'answer_mismatch' },
  host_permission: { code: 'host_permission' },
  page_moved: { code: 'page_moved' },
  page_unreachable: { code: 'page_unreachable' },
  bad_rule_file: { code: 'bad_rule_file', problems: ['origin: not the origin of an https site'] },
  sign_in_cancelled: { code: 'sign_in_cancelled' },
  sign_in_failed: { code: 'sign_in_failed', reason: 'access_denied' },
  broker_unreachable: { code: 'broker_unreachable' },
  storage: { code: 'storage' },
  unexpected: { code: 'unexpected' },
};

describe('every error', () => {
  it.each(Object.values(examples))('$code reads as one plain sentence with at most one act', (error) => {
    const { sentence, action, actionLabel } = errorText(error);
    expect(sentence).toMatch(/^[A-Z][^!{}$]+\.$/);
    expect(sentence.slice(0, -1)).not.toMatch(/\. [A-Z]/);
    expect(actionLabel === undefined).toBe(action === 'none');
    expect(actionLabel).not.toBe('');
  });

  it('says something of its own', () => {
    const sentences = Object.values(examples).map((error) => errorText(error).sentence);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

describe('an error with values', () => {
  it.each<[string, AppError]>([
    ['HighLevel asks us to wait 9 seconds.', { code: 'rate_limited', retryAfterMs: 8_200, daily: false }],
    ['HighLevel asks us to wait 1 second.', { code: 'rate_limited', retryAfterMs: 0, daily: false }],
    ['HighLevel asks us to wait 1 second.', { code: 'rate_limited', retryAfterMs: Number.NaN, daily: false }],
    ['HighLevel asks us to wait 3 minutes.', { code: 'rate_limited', retryAfterMs: 130_000, daily: false }],
    ['This connection lacks the scope contacts.write.', { code: 'missing_scope', scope: 'contacts.write' }],
    ['HighLevel did not accept this: a; b; c.', { code: 'invalid_request', problems: ['a.', ' b\n', 'c', 'd'] }],
    ['HighLevel did not accept this.', { code: 'invalid_request', problems: [] }],
    ['This contact is already in HighLevel as Mia $1 {x}.', { code: 'duplicate_contact', contactId: 'c', contactName: 'Mia\u202e $1 {x}' }],
    ['This contact is already in HighLevel.', { code: 'duplicate_contact', contactId: 'c' }],
  ])('reads %j', (sentence, error) => {
    expect(errorText(error).sentence).toBe(sentence);
  });

  it('shortens what a server goes on about', () => {
    expect(errorText({ code: 'sign_in_failed', reason: 'x'.repeat(5_000) }).sentence.length).toBeLessThan(260);
  });
});

describe('the act', () => {
  it('asks for writing when a writing scope is missing, else for a new sign-in', () => {
    expect(errorText({ code: 'missing_scope', scope: 'contacts.write' }).action).toBe('allow_writing');
    expect(errorText({ code: 'missing_scope', scope: 'users.readonly' }).action).toBe('reconnect');
  });

  it.each(['users.readonly', 'contacts.write'])('leads to the options when a private token lacks %s', (scope) => {
    const { sentence, action } = errorText({ code: 'missing_scope', scope }, 'token');
    expect(sentence).toBe(`This token lacks the scope ${scope}; it is added in HighLevel under Settings, Private Integrations.`);
    expect(action).toBe('open_options');
  });

  it('is none for a duplicate: the entry that met it has a button of its own', () => {
    expect(errorText(examples.duplicate_contact).action).toBe('none');
  });

  it('is none when nothing helps today', () => {
    expect(errorText({ code: 'rate_limited', retryAfterMs: 1, daily: true }).action).toBe('none');
  });
});
