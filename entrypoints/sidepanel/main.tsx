import '@/lib/core/zod-setup.ts';
import '@/components/tokens.css';
import { createRoot } from 'react-dom/client';
import { Panel } from '@/components/Panel.tsx';
import { ignoreHastyClicks } from '@/components/ui/hasty-clicks.ts';
import { createPanelServices, PanelServicesProvider } from '@/lib/query/services.tsx';
import { createBrowserGateway } from './gateway.ts';

// The panel lives as long as its document, which takes every listener with it.
const { signal } = new AbortController();
ignoreHastyClicks(document, signal);
const services = createPanelServices(createBrowserGateway(signal), signal);

const root = document.getElementById('root');
if (root === null) throw new Error('sidepanel.html has no #root');
createRoot(root).render(
  <PanelServicesProvider services={services}>
    <Panel />
  </PanelServicesProvider>,
);

// Remembered reads past their age are deleted when the panel has nothing better to do.
requestIdleCallback(() => void services.forgetOldReads(), { timeout: 30_000 });
