import { text } from '../body.ts';
import type { Call } from '../endpoint.ts';
import { unprocessable } from '../refusal.ts';

const email = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** Refuses values that are no e-mail or no country, naming each field, in the words of HighLevel's validator. An empty one clears. */
export function refuseBadValues(body: Call['body']): void {
  const problems: string[] = [];
  const address = text(body, 'email');
  if (address && !email.test(address)) problems.push('email must be an email');
  const country = text(body, 'country');
  if (country && !/^[A-Z]{2}$/.test(country)) problems.push('country must be a valid ISO31661 Alpha2 code');
  if (problems.length > 0) throw unprocessable(problems);
}
