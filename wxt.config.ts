import { defineConfig } from 'wxt';
import { manifest } from './lib/manifest.ts';

/** Where sign-in goes: your own broker's public address at build time, else the one `npm run broker` starts. */
const brokerUrl = process.env.WXT_BROKER_URL ?? 'http://localhost:8787';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifest(browser, brokerUrl),
});
