import type { SandboxState } from '../state.ts';
import { seedActivity } from './activity.ts';
import { seedAgency } from './agency.ts';
import { seedContacts } from './contacts.ts';

/** Fills an empty database with a small agency of two locations; dates are set around `now` (epoch milliseconds). */
export function seed(state: SandboxState, now: number): void {
  seedAgency(state, now);
  seedContacts(state, now);
  seedActivity(state, now);
}
