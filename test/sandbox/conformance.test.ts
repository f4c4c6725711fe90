import { describe, expect, it } from 'vitest';
import { findViolations } from './conformance.ts';
import { exceptions } from './exceptions.ts';
import { familyOf, findOperation } from './openapi.ts';

interface Sent {
  readonly body?: unknown;
  readonly headers?: Record<string, string | undefined>;
}

function judge(request: string, { body, headers = {} }: Sent = {}): string[] {
  const [method = '', target = ''] = request.split(' ');
  const url = new URL(target, 'https://services.leadconnectorhq.com');
  const all = {
    version: 'v3',
    authorization: 'Bearer x',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  };
  const sent = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as [string, string]]));
  return findViolations({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers(sent),
    body: body === undefined ? '' : JSON.stringify(body),
  });
}

const task = { title: 'Call', dueDate: '2026-11-22T10:00:00Z', completed: false };
const filter = { field: 'email', operator: 'eq', value: 'a@b.test' };

describe('a conforming request has no violations', () => {
  it.each<[string, Sent]>([
    ['GET /contacts/abc', {}],
    [
      'POST /contacts/',
      {
        body: { locationId: 'l', firstName: 'A', lastName: null, dateOfBirth: '1990-01-01', customFields: [{ id: 'f', fieldValue: 'x' }] },
      },
    ],
    ['PUT /contacts/abc', { body: { tags: ['a'], dndSettings: { call: { status: 'active' } } } }],
    ['POST /contacts/abc/tasks', { body: task }],
    ['DELETE /contacts/abc/tags', { body: { tags: ['a'] } }],
    ['DELETE /calendars/events/e', { body: {} }],
    [
      'POST /contacts/search',
      { body: { locationId: 'l', pageLimit: 5, filters: [{ group: 'OR', filters: [filter, { group: 'AND', filters: [filter] }] }] } },
    ],
    ['GET /contacts/search/duplicate?locationId=l&email=a%40b.test', {}],
    ['POST /locations/l/tasks/search', { body: { assignedTo: ['u'], completed: false, limit: 100, searchAfter: [1, 'x'] } }],
    ['GET /users/search?companyId=c&locationId=l&limit=50', {}],
    ['GET /users/?locationId=l', {}],
    ['GET /contacts/abc', { headers: { version: '2021-07-28' } }],
    ['GET /contacts/abc', { headers: { version: '2023-02-21' } }],
    ['GET /calendars/c/free-slots?startDate=1&endDate=2&timezone=UTC', {}],
  ])('%s %j', (request, sent) => {
    expect(judge(request, sent)).toEqual([]);
  });
});

describe('a request that does not conform is told in a sentence', () => {
  it.each<[string, Sent, string]>([
    ['PUT /contacts/abc', { body: { companyName: 'x' } }, 'body has the unknown key "companyName"'],
    ['PUT /contacts/abc', { body: { dndSettings: { Call: { status: 'active' } } } }, 'body.dndSettings has the unknown key "Call"'],
    ['POST /contacts/abc/tasks', { body: { ...task, completed: undefined } }, 'body lacks the required key "completed"'],
    ['POST /contacts/abc/tasks', { body: { ...task, title: 7 } }, 'body.title must be string'],
    ['POST /contacts/abc/tasks', {}, 'the body is missing'],
    [
      'POST /contacts/abc/tasks',
      { body: task, headers: { 'content-type': 'text/plain' } },
      'the body is "text/plain", the files know application/json',
    ],
    ['GET /contacts/abc', { body: {} }, 'there is a body where the files have none'],
    ['GET /contacts/abc?expand=1', {}, 'query has the unknown key "expand"'],
    ['GET /users/search?locationId=l', {}, 'query lacks the required key "companyId"'],
    ['GET /calendars/c/free-slots?startDate=soon&endDate=2', {}, 'query.startDate must be number'],
    ['GET /contacts/abc', { headers: { version: undefined } }, 'the Version header is missing'],
    ['GET /contacts/abc', { headers: { version: 'v4' } }, 'the Version header is "v4", the files know 2021-07-28, 2023-02-21'],
    [
      'GET /calendars/?locationId=l',
      { headers: { version: '2021-07-28' } },
      'the Version header is "2021-07-28", the files know 2021-04-15, 2023-02-21',
    ],
    ['GET /contacts/abc', { headers: { authorization: undefined } }, 'there is no bearer token'],
    ['POST /contacts/search', { body: { locationId: 'l', filters: [] } }, 'body lacks the required key "pageLimit"'],
    ['POST /contacts/search', { body: { locationId: 'l', pageLimit: 5, limit: 5 } }, 'body has the unknown key "limit"'],
    [
      'POST /contacts/search',
      { body: { locationId: 'l', pageLimit: 5, filters: [{ ...filter, operator: 'like' }] } },
      'body.filters.0.operator must be one of',
    ],
    ['GET /contacts/search/duplicate?locationId=l', {}, 'query lacks the required key "email"'],
    ['POST /locations/l/tasks/search', { body: { assignedTo: 'u' } }, 'body.assignedTo must be array'],
    ['POST /contacts', { body: { locationId: 'l' } }, 'no such operation'],
    ['GET /contacts/abc/', {}, 'no such operation'],
    ['GET /oauth/location-token', { headers: { version: '2021-07-28' } }, 'no such operation'],
  ])('%s %j', (request, sent, sentence) => {
    const found = judge(request, sent);
    expect(found.join('\n')).toContain(sentence);
    expect(found.every((line) => line.startsWith(request.split('?')[0] ?? ''))).toBe(true);
  });
});

it('takes /contacts/search/duplicate for what it is, not for a contact called "search"', () => {
  expect(findOperation('v3', 'GET', '/contacts/search/duplicate')?.template).toBe('/contacts/search/duplicate');
});

it('every exception names an operation and gives its reason', () => {
  for (const { method, template, family, reason } of exceptions) {
    expect(findOperation(family ?? familyOf('v3'), method, template.replace(/\{\w+\}/g, 'x'))?.template).toBe(template);
    expect(reason.length).toBeGreaterThan(20);
  }
});
