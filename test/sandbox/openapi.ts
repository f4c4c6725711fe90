import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { datedEverywhere, exceptions, type SpecException } from './exceptions.ts';
import { toJsonSchema } from './json-schema.ts';

/** `v3`: the files of API version v3; `dated`: those of the versions named by a date. */
export type SpecFamily = 'v3' | 'dated';

/** One operation of HighLevel's files, with the exceptions applied. */
export interface Operation {
  readonly method: string;
  readonly template: string;
  /** Values of `Version` it may be called with. */
  readonly versions: readonly string[];
  readonly versionOptional: boolean;
  /** Media types of the body; empty when it has none. */
  readonly mediaTypes: readonly string[];
  readonly bodyRequired: boolean;
  /** `undefined` when the files describe no body. */
  readonly checkBody: () => ValidateFunction | undefined;
  readonly checkQuery: () => ValidateFunction;
  /** `undefined` when the files say nothing of that status. */
  readonly checkAnswer: (status: number) => ValidateFunction | undefined;
}

const names = ['contacts', 'businesses', 'calendars', 'users', 'locations', 'oauth'] as const;
const folder = path.join(import.meta.dirname, '../ghl-openapi');
const bodies = new Ajv({ strict: false, allErrors: true, validateFormats: false });
const queries = new Ajv({ strict: false, allErrors: true, validateFormats: false, coerceTypes: 'array' });
const answers = new Ajv({ strict: false, allErrors: true, validateFormats: false });
/** Files not yet given to `answers`, which only tests of the sandbox itself need. */
const answerFiles = new Map<string, unknown>();
const loaded = new Map<SpecFamily, readonly Operation[]>();

/** The family a `Version` header belongs to; an unknown or missing one counts as dated. */
export function familyOf(version: string | undefined): SpecFamily {
  return version === 'v3' ? 'v3' : 'dated';
}

/** Reads a family's files now rather than at the first request, which would make that one slow. */
export function preload(family: SpecFamily): void {
  findOperation(family, 'POST', '/contacts/search')?.checkBody();
}

/** The operation a request addresses, literal path segments before parameters; trailing slashes count. */
export function findOperation(family: SpecFamily, method: string, pathname: string): Operation | undefined {
  const fitting = operationsOf(family).filter((operation) => operation.method === method && fits(operation.template, pathname));
  return fitting.sort((a, b) => a.template.split('{').length - b.template.split('{').length)[0];
}

function fits(template: string, pathname: string): boolean {
  const wanted = template.split('/');
  const given = pathname.split('/');
  return wanted.length === given.length && wanted.every((part, i) => (part.startsWith('{') ? given[i] !== '' : part === given[i]));
}

function operationsOf(family: SpecFamily): readonly Operation[] {
  const known = loaded.get(family);
  if (known) return known;
  readSpec(family, 'common/common-schemas');
  const fromFiles = names.flatMap((name) => operationsIn(family, name, readSpec(family, name)));
  const missing = exceptions.filter(
    (entry) => appliesTo(entry, family) && !fromFiles.some((known) => isFor(entry, known.method, known.template)),
  );
  const operations = [...fromFiles, ...missing.map((entry) => fromException(entry))];
  loaded.set(family, operations);
  return operations;
}

// The files are JSON of a known, fixed shape; only the parts read here are typed.
interface SpecParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly enum?: readonly string[] };
}
interface SpecOperation {
  readonly parameters?: readonly SpecParameter[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, { schema: object }>> };
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: object }>> }>>;
}
interface SpecFile {
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation>>>>;
}

function addressOf(family: SpecFamily, name: string): string {
  return `https://openapi.invalid/${family}/${name}.json`;
}

function readSpec(family: SpecFamily, name: string): SpecFile {
  const file: unknown = JSON.parse(readFileSync(path.join(folder, family, `${name}.json`), 'utf8'));
  bodies.addSchema({ ...(toJsonSchema(file, true) as object), $id: addressOf(family, name) }, undefined, false, false); // The file is an object, so is its copy.
  answerFiles.set(addressOf(family, name), file);
  return file as SpecFile; // Own files, pinned by commit.
}

function operationsIn(family: SpecFamily, name: string, file: SpecFile): Operation[] {
  return Object.entries(file.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([verb, operation]) => {
      const method = verb.toUpperCase();
      const exception = exceptions.find((entry) => appliesTo(entry, family) && isFor(entry, method, template));
      const at = `${addressOf(family, name)}#/paths/${escapePointer(template)}/${verb}`;
      return toOperation({ family, method, template, operation, at, exception });
    }),
  );
}

function toOperation(found: {
  family: SpecFamily;
  method: string;
  template: string;
  operation: SpecOperation;
  at: string;
  exception: SpecException | undefined;
}): Operation {
  const { operation, exception, at } = found;
  const mediaTypes = Object.keys(operation.requestBody?.content ?? {});
  const version = operation.parameters?.find((parameter) => parameter.name === 'Version')?.schema.enum ?? [];
  const bodySchema = exception?.body ?? (mediaTypes[0] && { $ref: `${at}/requestBody/content/${escapePointer(mediaTypes[0])}/schema` });
  return {
    method: found.method,
    template: found.template,
    versions: found.family === 'v3' ? ['v3'] : [...version, ...datedEverywhere],
    versionOptional: exception?.versionOptional ?? false,
    mediaTypes,
    bodyRequired: operation.requestBody?.required ?? false,
    checkBody: once(() => (bodySchema ? bodies.compile(bodySchema) : undefined)),
    checkQuery: once(() => queries.compile(exception?.query ?? querySchema(operation.parameters ?? []))),
    checkAnswer: (status) => {
      const described = operation.responses[status]?.content?.['application/json']?.schema;
      return described && answerSchemas().compile({ $ref: `${at}/responses/${status}/content/application~1json/schema` });
    },
  };
}

function answerSchemas(): Ajv {
  for (const [$id, file] of answerFiles) answers.addSchema({ ...(toJsonSchema(file, false) as object), $id }, undefined, false, false);
  answerFiles.clear();
  return answers;
}

function fromException(entry: SpecException): Operation {
  if (entry.readAs) {
    const other = operationsOf(entry.readAs).find((operation) => isFor(entry, operation.method, operation.template));
    if (!other) throw new Error(`${entry.method} ${entry.template} is in neither family's files`);
    return { ...other, versions: ['v3'] };
  }
  return {
    method: entry.method,
    template: entry.template,
    versions: ['v3', '2021-07-28', ...datedEverywhere],
    versionOptional: false,
    mediaTypes: entry.body ? ['application/json'] : [],
    bodyRequired: entry.body !== undefined,
    checkBody: once(() => (entry.body ? bodies.compile(entry.body) : undefined)),
    checkQuery: once(() => queries.compile(entry.query ?? querySchema([]))),
    checkAnswer: () => undefined,
  };
}

function querySchema(parameters: readonly SpecParameter[]): object {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    properties: Object.fromEntries(inQuery.map((parameter) => [parameter.name, toJsonSchema(parameter.schema, true)])),
    required: inQuery.filter((parameter) => parameter.required).map((parameter) => parameter.name),
    additionalProperties: false,
  };
}

function appliesTo(entry: SpecException, family: SpecFamily): boolean {
  return entry.family === undefined || entry.family === family;
}

function isFor(entry: SpecException, method: string, template: string): boolean {
  return entry.method === method && entry.template === template;
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
