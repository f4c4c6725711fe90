// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { CrmAdapter, Detection } from '@/lib/crm/adapter.ts';
import { reportPage } from '@/lib/crm/report-page.ts';
import { beginLife } from '@/lib/crm/script-life.ts';
import type { ContentProtocol } from '@/lib/messaging/content.ts';
import type { PageSide } from '@/lib/messaging/page-side.ts';

const isHeard = () => false;

describe("a script's life in a page", () => {
  it('ends when a second one of its kind begins, and with no other', () => {
    const world = {};
    const first = beginLife('reader', world, isHeard);
    const teacher = beginLife('teacher', world, isHeard);
    expect(first.isOver()).toBe(false);
    const second = beginLife('reader', world, isHeard);
    expect([first.isOver(), first.signal.aborted]).toEqual([true, true]);
    expect([second.isOver(), teacher.isOver()]).toEqual([false, false]);
    expect(beginLife('reader', {}, isHeard).isOver()).toBe(false);
    expect(second.isOver()).toBe(false);
  });

  it('ends when the browser has let go of it, by the next question at the latest', () => {
    const browser = { isGone: false };
    const life = beginLife('reader', {}, () => browser.isGone);
    expect(life.isOver()).toBe(false);
    browser.isGone = true;
    expect(life.signal.aborted).toBe(false);
    expect([life.isOver(), life.signal.aborted]).toEqual([true, true]);
  });

  it('is not disturbed by what else stands in the world it shares', () => {
    expect(beginLife('reader', { 'alongside-reader': 'something' }, isHeard).isOver()).toBe(false);
  });
});

describe('a page that is reported', () => {
  /** A background that hears and can speak. */
  function setUp() {
    const reports: Detection[] = [];
    const listeners = new Map<string, () => unknown>();
    const messaging: PageSide<ContentProtocol> = {
      sendMessage: async (_type, ...data) => {
        reports.push((data[0] as { detection: Detection }).detection); // only reports are sent here
        return 'watch' as never;
      },
      onMessage: (type, reply) => {
        listeners.set(type, () => reply({ data: undefined as never, sender: undefined }));
        return () => listeners.delete(type);
      },
    };
    const adapter: CrmAdapter = { id: 'x', label: 'X', matches: [], route: () => undefined, detect: () => ({ status: 'none' }) };
    return { reports, listeners, messaging, adapter };
  }

  it('is heard of until the background says stop', () => {
    const { reports, listeners, messaging, adapter } = setUp();
    const life = beginLife('reader', {}, isHeard);
    reportPage(adapter, life, messaging);
    expect(reports).toEqual([{ status: 'none' }]);
    listeners.get('stopWatching')?.();
    expect([life.isOver(), listeners.size]).toEqual([true, 0]);
  });

  it('says nothing once its script is an orphan', () => {
    const { reports, listeners, messaging, adapter } = setUp();
    const life = beginLife('reader', {}, () => true);
    reportPage(adapter, life, messaging);
    expect([reports, life.signal.aborted, listeners.size]).toEqual([[], true, 0]);
  });
});
