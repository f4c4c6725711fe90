import { describe, expect, it, vi } from 'vitest';
import { createFormActs, type FormParts } from '@/entrypoints/sidepanel/form.ts';
import { maria, showing } from '../query/fake-gateway.ts';

const other = { ...maria, recordId: '003000000000002AAA' };
const fields = [{ label: 'City', value: 'Bonn' }];

/** The acts over a tab that shows Maria, whose script answers with `answer`. */
function actsOver(answer: unknown, given: Partial<FormParts> = {}) {
  const calls: string[] = [];
  const parts: FormParts = {
    view: async () => showing(maria),
    inject: async () => void calls.push('inject'),
    send: async (name) => {
      calls.push(name);
      return answer;
    },
    connect: () => {
      throw new Error('no line');
    },
    ...given,
  };
  return { acts: createFormActs(parts), calls };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(() => 'done').catch((thrown: { error?: { code: string } }) => thrown.error?.code);

describe('the fields of the page', () => {
  it('are asked of the script that is there', async () => {
    const { acts, calls } = actsOver(fields);
    expect(await acts.read(1, maria)).toEqual(fields);
    expect(calls).toEqual(['readForm']);
  });

  it('are asked again once the script was put there', async () => {
    const send = vi.fn<FormParts['send']>().mockRejectedValueOnce(new Error('nobody')).mockResolvedValue(fields);
    const { acts, calls } = actsOver(fields, { send });
    expect(await acts.read(1, maria)).toEqual(fields);
    expect(calls).toEqual(['inject']);
    expect(send.mock.calls.map(([name, data, tabId]) => [name, (data as { record: object }).record, tabId])).toEqual([
      ['readForm', { crm: maria.crm, recordId: maria.recordId, name: maria.name, emails: maria.emails, phones: maria.phones }, 1],
      ['readForm', expect.anything(), 1],
    ]);
  });

  it('are asked by two at once of one script', async () => {
    let isThere = false;
    const send = async () => (isThere ? fields : Promise.reject(new Error('nobody')));
    const inject = vi.fn(async () => {
      isThere = true;
    });
    const { acts } = actsOver(fields, { send, inject });
    await Promise.all([acts.read(1, maria), acts.read(1, maria)]);
    expect(inject).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['not a list', 'all'],
    ['more than a page may say', Array(201).fill(fields[0])],
    ['a value without end', [{ label: 'City', value: 'x'.repeat(2_001) }]],
    ['something besides', [{ label: 'City', value: 'Bonn', html: '<b>' }]],
  ])('are refused when the page answers %s', async (_what, answer) => {
    expect(await codeOf(actsOver(answer).acts.read(1, maria))).toBe('unexpected');
  });

  it('are nothing when the page shows another record: before, after, or by its own script’s word', async () => {
    const before = actsOver(fields, { view: async () => showing(other) });
    expect(await codeOf(before.acts.read(1, maria))).toBe('page_moved');
    expect(await codeOf(before.acts.fill(1, maria, fields))).toBe('page_moved');
    expect(before.calls).toEqual([]);
    const view = vi.fn<FormParts['view']>().mockResolvedValueOnce(showing(maria)).mockResolvedValue(showing(other));
    expect(await codeOf(actsOver(fields, { view }).acts.read(1, maria))).toBe('page_moved');
    expect(await codeOf(actsOver(null).acts.fill(1, maria, fields))).toBe('page_moved');
  });

  it('are not asked for where the site is not read', async () => {
    const { acts, calls } = actsOver(fields, { view: async () => ({ status: 'unsupported' }) });
    expect(await codeOf(acts.read(1, maria))).toBe('page_moved');
    expect(calls).toEqual([]);
  });

  it('cannot be had of a page that takes no script', async () => {
    const send = async () => Promise.reject(new Error('nobody'));
    const inject = async () => Promise.reject(new Error('Cannot access contents of the page'));
    expect(await codeOf(actsOver(fields, { send, inject }).acts.read(1, maria))).toBe('page_unreachable');
  });
});

describe('the line to a page', () => {
  it('carries news of the record alone, and ends with the signal', async () => {
    const heard: (() => void)[] = [];
    const line = {
      postMessage: vi.fn(),
      disconnect: vi.fn(),
      onMessage: { addListener: (hear: () => void) => void heard.push(hear) },
      onDisconnect: { addListener: () => undefined },
    };
    const { acts } = actsOver(fields, { connect: () => line });
    const stop = new AbortController();
    const listener = vi.fn();
    acts.watch(1, maria, listener, stop.signal);
    await vi.waitFor(() => expect(line.postMessage).toHaveBeenCalledWith(expect.objectContaining({ recordId: maria.recordId })));
    // Once for what nobody told before.
    expect(listener).toHaveBeenCalledTimes(1);
    heard[0]?.();
    expect(listener).toHaveBeenCalledTimes(2);
    stop.abort();
    expect(line.disconnect).toHaveBeenCalledTimes(1);
  });

  it('is not opened to another record', async () => {
    const connect = vi.fn();
    const { acts } = actsOver(fields, { view: async () => showing(other), connect });
    acts.watch(1, maria, () => undefined, new AbortController().signal);
    await new Promise((resolve) => setImmediate(resolve));
    expect(connect).not.toHaveBeenCalled();
  });
});
