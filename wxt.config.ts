import { defineConfig } from 'wxt';
import { manifest } from './lib/manifest.ts';

/** Where sign-in goes: your own broker's public address at build time, else the one `npm run broker` starts. */
const brokerUrl = process.env.WXT_BROKER_URL ?? 'http://localhost:8787';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  imports: false,
  manifestVersion: 3,
  manifest: ({ browser }) => manifest(browser, brokerUrl),
  hooks: {
    // The adapters' match patterns become host permissions, so that a new CRM stays one file.
    'build:manifestGenerated': (_wxt, built) => {
      const crmHosts = (built.content_scripts ?? []).flatMap((script) => script.matches ?? []);
      built.host_permissions = [...new Set([...(built.host_permissions ?? []), ...crmHosts])];
    },
  },
});
