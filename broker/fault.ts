import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { GhlError } from './ghl.ts';

/** An error as the log may name it; its words could quote a token. */
export interface Fault {
  readonly name: string;
  /** Node's or SQLite's code, or what was wrong with HighLevel's answer. */
  readonly code?: string;
}

/** Lets the log know of an error that was answered in OAuth's words. */
export function noteFault(context: Context, reason: unknown): void {
  context.error = reason instanceof Error ? reason : new Error('thrown');
}

/** The error behind an answer, if there was one that is not the asker's. */
export function faultOf({ error }: Context): Fault | undefined {
  if (error === undefined || error instanceof HTTPException) return undefined;
  const code = error instanceof GhlError ? error.failure : 'code' in error ? String(error.code) : undefined;
  return { name: error.name, ...(code !== undefined && { code }) };
}
