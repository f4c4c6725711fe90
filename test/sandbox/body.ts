/** Reads from a JSON body whose shape was already checked against the files. */
type Body = Readonly<Record<string, unknown>>;

export function text(body: Body, key: string): string | undefined {
  const value = body[key];
  return typeof value === 'string' ? value : undefined;
}

export function flag(body: Body, key: string): boolean | undefined {
  const value = body[key];
  return typeof value === 'boolean' ? value : undefined;
}

export function texts(body: Body, key: string): string[] | undefined {
  const value = body[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

export function number(body: Body, key: string): number | undefined {
  const value = body[key];
  return typeof value === 'number' ? value : undefined;
}

/** The keys of `wanted` that the body has, with text values; `null` clears. */
export function pickTexts<K extends string>(body: Body, wanted: readonly K[]): Partial<Record<K, string | undefined>> {
  const picked: Partial<Record<K, string | undefined>> = {};
  for (const key of wanted) {
    if (key in body) picked[key] = text(body, key);
  }
  return picked;
}
