import { describe, expect, it, vi } from 'vitest';
import { createOmnibox, type OmniboxParts } from '@/entrypoints/background/omnibox-words.ts';
import { AppFailure } from '@/lib/core/errors.ts';
import { type Contact, contactSchema } from '@/lib/ghl/models.ts';

const harbor = { locationId: 'loc1', locationName: 'Harbor Dental' };
const maria = contactSchema.parse({
  id: 'c1',
  contactName: 'Maria <b>"Gomez" & Co',
  companyName: "Bayside's",
  email: 'maria@bayside.test',
});

function setUp(given: Partial<OmniboxParts> = {}) {
  const waits: (() => void)[] = [];
  const findByText = vi.fn(async (_input: { query: string }): Promise<readonly Contact[]> => [maria]);
  const setDefault = vi.fn();
  const omnibox = createOmnibox({
    connection: async () => harbor,
    findByText,
    wait: () => new Promise((resolve) => waits.push(resolve)),
    isXml: true,
    say: (what, query = '') => `${what} ${query}`.trim(),
    setDefault,
    ...given,
  });
  const rest = async () => {
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(0));
    for (const go of waits.splice(0)) go();
  };
  return { ...omnibox, findByText, setDefault, rest, waits };
}

describe('typing after the keyword', () => {
  it('offers people with what tells them apart, escaped for Chromium', async () => {
    const { suggest, rest } = setUp();
    const offered = suggest('maria');
    await rest();
    expect(await offered).toEqual([
      {
        content: 'https://app.gohighlevel.com/v2/location/loc1/contacts/detail/c1',
        description: 'Maria &lt;b&gt;&quot;Gomez&quot; &amp; Co · Bayside&apos;s · maria@bayside.test',
      },
    ]);
  });

  it('offers the words as they are in Firefox', async () => {
    const { suggest, rest } = setUp({ isXml: false });
    const offered = suggest('maria');
    await rest();
    expect((await offered)?.[0]?.description).toBe('Maria <b>"Gomez" & Co · Bayside\'s · maria@bayside.test');
  });

  it('asks HighLevel once, when nothing more is typed', async () => {
    const { suggest, rest, findByText, waits } = setUp();
    const offered = [suggest('ma'), suggest('mar'), suggest('mari')];
    await vi.waitFor(() => expect(waits).toHaveLength(3));
    await rest();
    expect((await Promise.all(offered)).map((each) => each?.length)).toEqual([undefined, undefined, 1]);
    expect(findByText.mock.calls.map(([{ query }]) => query)).toEqual(['mari']);
  });

  it('drops an answer that comes after more was typed', async () => {
    const answers: ((found: Contact[]) => void)[] = [];
    const { suggest, rest } = setUp({ findByText: () => new Promise((resolve) => answers.push(resolve)) });
    const first = suggest('ma');
    await rest();
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    const second = suggest('mar');
    await rest();
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.([maria]);
    answers[0]?.([maria, maria]);
    expect(await first).toBeUndefined();
    expect(await second).toHaveLength(1);
  });

  it('asks nothing for a single letter', async () => {
    const { suggest, findByText } = setUp();
    expect(await suggest(' m ')).toEqual([]);
    expect(findByText).not.toHaveBeenCalled();
  });

  it('says so without a connection, and when HighLevel does not answer', async () => {
    const alone = setUp({ connection: async () => null });
    await alone.begin();
    expect(await alone.suggest('maria')).toEqual([]);
    expect(alone.setDefault.mock.calls.flat()).toEqual(['notConnected', 'notConnected']);
    const down = setUp({ findByText: async () => Promise.reject(new AppFailure({ code: 'network' })) });
    const offered = down.suggest('maria');
    await down.rest();
    expect(await offered).toEqual([]);
    expect(down.setDefault).toHaveBeenLastCalledWith('failed maria');
  });
});

describe('Enter', () => {
  const { enter } = setUp();
  const page = 'https://app.gohighlevel.com/v2/location/loc1/contacts/detail/c1';

  it("opens a suggestion's page", () => expect(enter(page, harbor)).toEqual({ kind: 'page', url: page }));

  it('searches for any other words', () => {
    const url = 'https://app.gohighlevel.com/v2/location/loc1/contacts/smart_list/All';
    expect(enter('  maria\tgomez ', harbor)).toEqual({ kind: 'find', query: 'maria gomez', url });
    const elsewhere = 'https://app.gohighlevel.com/v2/location/other/contacts/detail/c1';
    expect(enter(elsewhere, harbor)).toEqual({ kind: 'find', query: elsewhere.slice(0, 75), url });
  });

  it('leads to the options without a connection', () => expect(enter('maria', null)).toEqual({ kind: 'options' }));
});
