import { useState } from 'react';
import { useOptionsGateway } from '@/components/options/gateway.tsx';
import type { Connection } from '@/lib/auth/types.ts';
import { type AppError, toAppError } from '@/lib/core/errors.ts';
import type { Ability, Known, Standing } from './ability.ts';
import { probeInput } from './probes.ts';

export interface Tried {
  readonly outcomes: Known['tried'];
  /** `partly`: some calls were not answered. */
  readonly state: 'quiet' | 'checking' | 'checked' | 'partly';
  check(): void;
}

/** Tries every read once. The background's limiter paces the calls. */
export function useTried({ locationId, companyId }: Connection): Tried {
  const { abilities, read } = useOptionsGateway();
  const [outcomes, setOutcomes] = useState<Known['tried']>({});
  const [state, setState] = useState<Tried['state']>('quiet');

  async function tryOne({ name }: Ability): Promise<Standing> {
    const input = probeInput(name, { locationId, companyId, now: Date.now() });
    if (input === null) return 'unknown';
    const standing = await read(name, input).then(() => 'yes' as const, standingAfter);
    setOutcomes((before) => ({ ...before, [name]: standing }));
    return standing;
  }
  async function checkAll() {
    setState('checking');
    setOutcomes({});
    const standings = await Promise.all(abilities.filter(({ effect }) => effect === 'read').map(tryOne));
    setState(standings.includes('unknown') ? 'partly' : 'checked');
  }
  return { outcomes, state, check: () => void checkAll() };
}

/** HighLevel looks at the scope first: any other complaint of its own means that it is there. */
function standingAfter(thrown: unknown): Standing {
  const error: AppError = toAppError(thrown);
  if (error.code === 'missing_scope') return 'no';
  if (error.code === 'not_found' || error.code === 'bad_answer') return 'yes';
  return error.code === 'invalid_request' && (error.status === 400 || error.status === 422) ? 'yes' : 'unknown';
}
