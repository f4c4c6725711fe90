/**
 * OpenAPI 3.0 as JSON schema (Ajv itself reads `nullable`): a bare `type: object` means "anything" (the files' generator writes it
 * for dates and numbers alike); with `closed`, an undeclared key is an error, as it is for HighLevel's servers.
 */
export function toJsonSchema(node: unknown, closed: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => toJsonSchema(item, closed));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key]) => key !== 'example' && key !== 'examples');
  const schema: Record<string, unknown> = Object.fromEntries(entries.map(([key, value]) => [key, toJsonSchema(value, closed)]));
  if ('required' in schema && !Array.isArray(schema.required) && 'type' in schema) delete schema.required;
  if (schema.type !== undefined && typeof schema.type !== 'string') return schema;
  if (schema.type === 'object' && !('properties' in schema) && !('additionalProperties' in schema)) {
    delete schema.type;
    delete schema.nullable;
  }
  if (closed && schema.type === 'object' && !('additionalProperties' in schema)) schema.additionalProperties = false;
  return schema;
}
