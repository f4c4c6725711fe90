/** Where HighLevel's OpenAPI files are empty, or the live API is known to differ. Every entry says why. */
export interface SpecException {
  readonly method: string;
  /** As in the files, e.g. `/contacts/{contactId}`. */
  readonly template: string;
  readonly reason: string;
  /** Which versions it speaks of; both when left out. */
  readonly family?: 'v3' | 'dated';
  /** JSON schema of the body, in place of the file's. */
  readonly body?: object;
  /** JSON schema of the query, in place of the file's. */
  readonly query?: object;
  /** Missing in this family's file: judge by the other family's. */
  readonly readAs?: 'dated';
  /** No `Version` header is asked for. */
  readonly versionOptional?: true;
}

/** Published for every dated endpoint (HighLevel "Versioning"), though each dated file names only its own first date. */
export const datedEverywhere: readonly string[] = ['2023-02-21'];

const text = { type: 'string' };
const texts = { type: 'array', items: text };

const searchFilter = {
  oneOf: [
    {
      type: 'object',
      properties: { group: { enum: ['AND', 'OR'] }, filters: { type: 'array', minItems: 1, items: { $ref: '#/$defs/filter' } } },
      required: ['group', 'filters'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: {
        field: text,
        operator: { enum: ['eq', 'not_eq', 'contains', 'not_contains', 'exists', 'not_exists', 'range', 'nested'] },
        value: {},
      },
      required: ['field', 'operator'],
      additionalProperties: false,
    },
  ],
};

const searchBody = {
  type: 'object',
  properties: {
    locationId: text,
    pageLimit: { type: 'integer', minimum: 1, maximum: 500 },
    page: { type: 'integer', minimum: 1 },
    searchAfter: { type: 'array' },
    query: { type: 'string', maxLength: 75 },
    filters: { type: 'array', items: { $ref: '#/$defs/filter' } },
    sort: {
      type: 'array',
      maxItems: 2,
      items: {
        type: 'object',
        properties: { field: text, direction: { enum: ['asc', 'desc'] } },
        required: ['field', 'direction'],
        additionalProperties: false,
      },
    },
  },
  required: ['locationId', 'pageLimit'],
  not: { required: ['page', 'searchAfter'] },
  additionalProperties: false,
  $defs: { filter: searchFilter },
};

const recordSearchBody = {
  type: 'object',
  properties: { locationId: text, page: { type: 'integer' }, pageLimit: { type: 'integer' }, query: text, searchAfter: { type: 'array' } },
  required: ['locationId', 'page', 'pageLimit'],
  additionalProperties: false,
};

export const exceptions: readonly SpecException[] = [
  {
    method: 'POST',
    template: '/contacts/search',
    reason: 'SearchBodyV2DTO is an empty object; the grammar is in the document the operation links to',
    body: searchBody,
  },
  {
    method: 'GET',
    template: '/contacts/search/duplicate',
    reason:
      'both parameters are optional in the files, but without either the API answers "Pass at least one of number, email query parameter"',
    query: {
      type: 'object',
      properties: { locationId: text, email: text, number: text },
      required: ['locationId'],
      anyOf: [{ required: ['email'] }, { required: ['number'] }],
      additionalProperties: false,
    },
  },
  {
    method: 'POST',
    template: '/locations/{locationId}/tasks/search',
    reason: "the live API pages by the last row's `searchAfter`, which the files do not have, and takes up to 500 rows",
    body: {
      type: 'object',
      properties: {
        contactId: texts,
        assignedTo: texts,
        completed: { type: 'boolean' },
        query: text,
        limit: { type: 'integer', minimum: 1, maximum: 500 },
        skip: { type: 'integer', minimum: 0 },
        businessId: text,
        searchAfter: { type: 'array' },
      },
      additionalProperties: false,
    },
  },
  {
    method: 'POST',
    template: '/contacts/bulk/business',
    reason: '`maxLength: 50` is written on the ids, but the text says at most 50 ids',
    body: {
      type: 'object',
      properties: { locationId: text, ids: { ...texts, maxItems: 50 }, businessId: { type: ['string', 'null'] } },
      required: ['locationId', 'ids', 'businessId'],
      additionalProperties: false,
    },
  },
  {
    method: 'GET',
    template: '/users/',
    family: 'v3',
    readAs: 'dated',
    reason: 'gone from the v3 file but answering under v3 (observed 2026-08)',
  },
  {
    method: 'GET',
    template: '/contacts/',
    family: 'v3',
    readAs: 'dated',
    reason: 'gone from the v3 file but answering under v3 (observed 2026-08)',
  },
  {
    method: 'POST',
    template: '/oauth/token',
    family: 'dated',
    versionOptional: true,
    reason: 'the dated form of the token endpoint asks for no Version header',
  },
  {
    method: 'POST',
    template: '/objects/business/records/search',
    reason: 'in a file of its own (objects) that is not copied here; a substring search over businesses',
    body: recordSearchBody,
  },
  {
    method: 'PUT',
    template: '/objects/business/records/{id}',
    reason: 'in a file of its own (objects) that is not copied here; writes custom fields of a business',
    query: { type: 'object', properties: { locationId: text }, required: ['locationId'], additionalProperties: false },
    body: { type: 'object', properties: { properties: { type: 'object' } }, required: ['properties'], additionalProperties: false },
  },
  {
    method: 'GET',
    template: '/workflows/',
    reason: 'in a file of its own (workflows) that is not copied here; lists the workflows of a location',
    query: { type: 'object', properties: { locationId: text }, required: ['locationId'], additionalProperties: false },
  },
];
