import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type OptionsGateway, OptionsGatewayProvider } from '@/components/options/gateway.tsx';
import { OptionsPage } from '@/components/options/OptionsPage.tsx';

/** The whole options page over a gateway. */
export function showOptions<G extends OptionsGateway>(gateway: G): G {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <OptionsGatewayProvider value={gateway}>
        <OptionsPage />
      </OptionsGatewayProvider>
    </QueryClientProvider>,
  );
  return gateway;
}
