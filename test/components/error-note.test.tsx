// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type AppError, AppFailure } from '@/lib/core/errors.ts';
import { connection } from '../query/fake-gateway.ts';
import { answers, matched, show } from './show-panel.tsx';

const tasks = async () => within(await screen.findByRole('region', { name: 'Tasks' }));

/** A panel whose tasks cannot be read for this reason, until `mend`. */
function showWithout(error: AppError, world: Parameters<typeof show>[0] = {}) {
  let isMended = false;
  const gateway = show({
    read: (endpoint) => {
      if (endpoint === 'tasks.list' && !isMended) throw new AppFailure(error);
      return answers[endpoint] ?? [];
    },
    ...world,
  });
  return {
    gateway,
    mend: () => {
      isMended = true;
    },
  };
}

describe('access to HighLevel that the person took away', () => {
  it('is asked for where it is missed, and everything is read again', async () => {
    let isAllowed = false;
    const gateway = show({
      match: () => {
        if (!isAllowed) throw new AppFailure({ code: 'host_permission' });
        return matched;
      },
      allowHost: () => {
        isAllowed = true;
        return true;
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Allow access' }));
    // The browser asks only while it handles the click, so nothing may come between.
    expect(gateway.opened.hostAsked).toBe(1);
    await screen.findByRole('checkbox', { name: 'Call back' });
    expect(gateway.opened.options).toBe(0);
    // Writes that could not leave are looked at as well.
    await waitFor(() => expect(gateway.asked.map(({ question }) => question)).toContain('outboxChanged'));
  });

  it('is still missed after a no', async () => {
    const { gateway } = showWithout({ code: 'host_permission' }, { allowHost: () => false });
    const allow = await (await tasks()).findByRole('button', { name: 'Allow access' });
    const tries = () => gateway.reads().filter((endpoint) => endpoint === 'tasks.list').length;
    const before = tries();
    fireEvent.click(allow);
    await waitFor(() => expect(allow).toHaveProperty('disabled', false));
    expect(tries()).toBe(before);
  });
});

describe('a missing scope', () => {
  const error = { code: 'missing_scope', scope: 'contacts.readonly' } as const;

  it('of a private token is added in HighLevel: signing in would not help', async () => {
    const { gateway } = showWithout(error);
    const section = await tasks();
    await section.findByText(/This token lacks the scope contacts\.readonly; .*in HighLevel/);
    expect(section.queryByRole('button', { name: 'Sign in again' })).toBeNull();
    fireEvent.click(section.getByRole('button', { name: 'Open options' }));
    expect(gateway.opened.options).toBe(1);
  });

  it('of a sign-in is asked for by signing in again', async () => {
    showWithout(error, { connection: { ...connection, kind: 'oauth' } });
    await (await tasks()).findByRole('button', { name: 'Sign in again' });
  });
});

it('says why writing could not be allowed', async () => {
  const refuse = () => {
    throw new AppFailure({ code: 'sign_in_cancelled' });
  };
  const scope = { code: 'missing_scope', scope: 'contacts.write' } as const;
  showWithout(scope, { connection: { ...connection, kind: 'oauth' }, allowWriting: refuse });
  const section = await tasks();
  fireEvent.click(await section.findByRole('button', { name: 'Allow writing' }));
  await section.findByText('The sign-in window was closed before it was done.');
});
