import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import type { News } from '@/lib/messaging/news.ts';
import { followNews } from '@/lib/query/follow-news.ts';
import { tabKey } from '@/lib/query/keys.ts';

/** The background's news, and a panel that reads the tab 7 by answers that come when the test says so. */
function open() {
  const answers: ((status: string) => void)[] = [];
  const queryClient = new QueryClient();
  let tell: (news: News) => void = () => {};
  const gateway = { onNews: (hear: (news: News) => void) => (tell = hear), settings: { recentTags: { watch: () => () => {} } } };
  followNews({ gateway, queryClient, outbox: {}, queue: {} } as never, new AbortController().signal); // what news of tabs touches
  const ask = () => new Promise<string>((resolve) => answers.push(resolve));
  const observer = new QueryObserver(queryClient, { queryKey: tabKey(7), queryFn: ask, staleTime: Number.POSITIVE_INFINITY });
  observer.subscribe(() => {});
  return { answers, tell: () => tell({ about: 'tab', tabId: 7 }), shown: () => observer.getCurrentResult().data };
}

test('news during the very first reading of a tab is not lost', async () => {
  const { answers, tell, shown } = open();
  tell();
  answers[0]?.('pending');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('contact');
  await vi.waitFor(() => expect(shown()).toBe('contact'));
});

test('news during a later reading of a tab is not lost either', async () => {
  const { answers, tell, shown } = open();
  answers[0]?.('pending');
  await vi.waitFor(() => expect(shown()).toBe('pending'));
  tell();
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  tell();
  answers[1]?.('pending');
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  answers[2]?.('contact');
  await vi.waitFor(() => expect(shown()).toBe('contact'));
});
