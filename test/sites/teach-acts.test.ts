import { describe, expect, it } from 'vitest';
import { createLines, createTeachActs } from '@/entrypoints/sidepanel/teach.ts';
import { ruleFor } from './fakes.ts';

const TAB = 7;
const picked = { value: 'maria@bayside.test', anchors: [{ kind: 'label', text: 'E-mail' }] };
const proposal = { url: 'https://crm.example.com/people/1', title: 'Maria', fields: { email: picked } };
const reading = { url: proposal.url, isRecordPage: true, recordId: '1', values: { email: picked.value } };

/** A tab whose script answers so, once it is there. */
function setUp(answers: Readonly<Record<string, unknown>>, { isThere = true, canInject = true } = {}) {
  const calls: string[] = [];
  let isRunning = isThere;
  const acts = createTeachActs({
    async inject(tabId) {
      calls.push(`inject ${tabId}`);
      if (!canInject) throw new Error('Cannot access contents of the page.');
      isRunning = true;
    },
    async send(name, _data, tabId) {
      calls.push(`${name} ${tabId}`);
      if (!isRunning) throw new Error('No response');
      return answers[name];
    },
    hold: (tabId, isFresh) => void calls.push(`hold ${tabId}${isFresh ? ' anew' : ''}`),
    now: () => 5,
  });
  return { acts, calls };
}

describe('teaching a tab', () => {
  it('puts the script there when it does not answer yet, and only then', async () => {
    const fresh = setUp({ propose: proposal }, { isThere: false });
    expect(await fresh.acts.propose(TAB)).toEqual(proposal);
    expect(fresh.calls).toEqual(['cancelPick 7', 'inject 7', 'hold 7 anew', 'propose 7']);
    const ready = setUp({ tryRule: reading });
    expect(await ready.acts.tryRule(TAB, ruleFor('https://crm.example.com'))).toEqual(reading);
    expect(ready.calls).toEqual(['cancelPick 7', 'tryRule 7']);
  });

  it('holds a line to a script that waits for the person, opened once it is there', async () => {
    const fresh = setUp({ pick: picked }, { isThere: false });
    await fresh.acts.pick(TAB, 'email');
    expect(fresh.calls).toEqual(['cancelPick 7', 'inject 7', 'hold 7 anew', 'pick 7']);
    const ready = setUp({ pick: picked });
    await ready.acts.pick(TAB, 'email');
    expect(ready.calls).toEqual(['cancelPick 7', 'hold 7', 'pick 7']);
  });

  it('holds one line to each script, and a new one to each that takes its place', () => {
    const opened: { tabId: number; isCut: boolean; end(): void }[] = [];
    const hold = createLines((tabId) => {
      let end = () => {};
      const line = { tabId, isCut: false, end: () => end() };
      opened.push(line);
      return {
        disconnect: () => {
          line.isCut = true;
        },
        onDisconnect: {
          addListener: (listener) => {
            end = listener;
          },
        },
      };
    });
    hold(TAB, true);
    hold(TAB, false);
    expect(opened).toHaveLength(1);
    hold(TAB, true);
    expect(opened).toMatchObject([{ isCut: true }, { isCut: false }]);
    // The first one's end, told late, says nothing of the second.
    opened[0]?.end();
    hold(TAB, false);
    expect(opened).toHaveLength(2);
    opened[1]?.end();
    hold(TAB, false);
    hold(8, false);
    expect(opened.map(({ tabId }) => tabId)).toEqual([7, 7, 7, 8]);
  });

  it('takes a pick, and a person who gave up', async () => {
    expect(await setUp({ pick: picked }).acts.pick(TAB, 'email')).toEqual(picked);
    expect(await setUp({ pick: null }).acts.pick(TAB, 'email')).toBeNull();
    expect(await setUp({}).acts.pick(TAB, 'email')).toBeNull();
  });

  it.each([
    ['propose', { ...proposal, extra: 1 }],
    ['propose', { ...proposal, title: 'x'.repeat(3_000) }],
    ['propose', { ...proposal, fields: { email: { ...picked, anchors: [{ kind: 'script', text: 'alert(1)' }] } } }],
    ['propose', { ...proposal, fields: { secret: picked } }],
    ['propose', null],
    ['pick', { value: 'x'.repeat(600), anchors: picked.anchors }],
    ['pick', { value: 'x', anchors: [] }],
    ['tryRule', { ...reading, values: { email: ['a', 'b'] } }],
    ['tryRule', { ...reading, isRecordPage: 'yes' }],
  ] as const)('refuses an answer to %s that is not of its form', async (name, answer) => {
    const { acts } = setUp({ [name]: answer });
    const asked = {
      propose: () => acts.propose(TAB),
      pick: () => acts.pick(TAB, 'email'),
      tryRule: () => acts.tryRule(TAB, ruleFor('https://a.example')),
    };
    await expect(asked[name]()).rejects.toMatchObject({ error: { code: 'unexpected' } });
  });

  it('says when the page cannot be reached, or is gone', async () => {
    const closed = setUp({}, { isThere: false, canInject: false });
    await expect(closed.acts.propose(TAB)).rejects.toMatchObject({ error: { code: 'page_unreachable' } });
    expect(closed.calls).not.toContain('propose 7');
    const gone = createTeachActs({
      inject: async () => undefined,
      send: () => Promise.reject(new Error('No response')),
      hold: () => undefined,
      now: () => 0,
    });
    await expect(gone.pick(TAB, 'phone')).rejects.toMatchObject({ error: { code: 'page_unreachable' } });
    await expect(gone.cancelPick(TAB)).resolves.toBeUndefined();
  });

  it('makes rules with the time of day', () => {
    const lesson = {
      url: proposal.url,
      label: 'My CRM',
      fields: { email: { ...picked, anchors: ruleFor('https://a.example').fields.email ?? [] } },
    };
    expect(setUp({}).acts.makeRule(lesson)).toMatchObject({ origin: 'https://crm.example.com', label: 'My CRM', taughtAt: 5 });
  });
});
