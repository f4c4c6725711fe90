import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { READ_SCOPES, WRITE_SCOPES } from '@/lib/auth/scopes.ts';
import type { Endpoint } from '@/lib/ghl/endpoint.ts';
import { type EndpointName, endpoints } from '@/lib/ghl/endpoints.ts';
import { planRequest } from '@/lib/ghl/plan.ts';
import { findViolations } from '../sandbox/conformance.ts';
import { familyOf, findOperation } from '../sandbox/openapi.ts';
import { createWorld } from '../sandbox/world.ts';
import { sampleInputs } from './samples.ts';

const world = createWorld(() => Date.parse('2026-11-20T12:00:00Z'));
const samples = sampleInputs(world.state, world.now());
// The cast: `Object.keys` forgets which keys they are.
const names = Object.keys(endpoints) as EndpointName[];

function planOf(name: EndpointName, more: object = {}) {
  // The cast: any endpoint, with the input that belongs to it.
  return planRequest(name, endpoints[name] as unknown as Endpoint<unknown, unknown>, { ...samples[name], ...more });
}

function checkedRequest({ method, url, version, body }: ReturnType<typeof planOf>) {
  const { pathname, searchParams } = new URL(url);
  const headers = new Headers({ version, authorization: 'Bearer pit-1', ...(body && { 'content-type': 'application/json' }) });
  return { method, path: pathname, query: searchParams, headers, body: body ?? '' };
}

/** The scopes HighLevel's files name for an operation. */
function scopesInFiles(family: string, method: string, template: string): unknown[] {
  const folder = path.join(import.meta.dirname, '../ghl-openapi', family);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((file) => {
    const operation = JSON.parse(readFileSync(path.join(folder, file), 'utf8')).paths?.[template]?.[method.toLowerCase()];
    return (operation?.security ?? []).flatMap((way: object) => Object.values(way).flat());
  });
}

it.each(names)('%s sends what HighLevel’s OpenAPI files ask for', (name) => {
  expect(findViolations(checkedRequest(planOf(name)))).toEqual([]);
});

it.each(['users.list', 'contacts.ofBusiness', 'tasks.searchInLocation'] as const)('%s asks for a later page as the files say', (name) => {
  const request = checkedRequest(planOf(name, { skip: 100 }));
  expect(findViolations(request)).toEqual([]);
  expect(request.query.get('skip') ?? String(JSON.parse(request.body).skip)).toBe('100');
});

/** The files name no scope for these, or are not copied here (objects, workflows): HighLevel's list of scopes has them. */
const withoutScope: readonly EndpointName[] = [
  'businesses.search',
  'businesses.setFields',
  'contacts.linkBusiness',
  'tags.changeMany',
  'tags.delete',
  'tags.get',
  'tags.rename',
  'workflows.list',
];

it.each(names.filter((name) => !withoutScope.includes(name)))('%s names the scope that HighLevel’s OpenAPI files name', (name) => {
  const plan = planOf(name);
  const family = familyOf(plan.version);
  const operation = findOperation(family, plan.method, new URL(plan.url).pathname);
  expect(scopesInFiles(family, plan.method, operation?.template ?? '')).toContain(plan.scope);
});

it.each(names)('%s needs a scope that is asked for: a read at sign-in, a write when writing is allowed', (name) => {
  const { scope, effect } = endpoints[name];
  expect(effect === 'read' ? READ_SCOPES : WRITE_SCOPES).toContain(scope);
});

it('no more scopes are asked for than the endpoints need', () => {
  const needed = new Set<string>(names.map((name) => endpoints[name].scope));
  expect([...READ_SCOPES, ...WRITE_SCOPES].filter((scope) => !needed.has(scope))).toEqual([]);
});
