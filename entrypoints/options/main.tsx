import '@/lib/core/zod-setup.ts';
import '@/components/tokens.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { OptionsGatewayProvider } from '@/components/options/gateway.tsx';
import { linksKey } from '@/components/options/links/use-links.ts';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';
import { connectionKey } from '@/components/options/use-connection.ts';
import { ignoreHastyClicks } from '@/components/ui/hasty-clicks.ts';
import { onNews } from '@/lib/messaging/news.ts';
import { createOptionsGateway } from './gateway.ts';

// The background retries what can be retried; a second layer here would only hide its answers.
const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});

// The page lives as long as its document, which takes every listener with it.
const { signal } = new AbortController();
ignoreHastyClicks(document, signal);

onNews((news) => {
  if (news.about === 'connection') void queryClient.invalidateQueries({ queryKey: connectionKey });
  if (news.about === 'links') void queryClient.invalidateQueries({ queryKey: linksKey });
}, signal);

const root = document.getElementById('root');
if (root === null) throw new Error('options.html has no #root');
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <OptionsGatewayProvider value={createOptionsGateway()}>
      <OptionsPage />
    </OptionsGatewayProvider>
  </QueryClientProvider>,
);
