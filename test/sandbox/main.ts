import { parseArgs } from 'node:util';
import { createSandbox } from './sandbox.ts';
import { sandboxScopes, seedIds, seedTokens } from './seed/ids.ts';

const help = `Usage: node test/sandbox/main.ts [--port N] [--redirect URI]...

  --port N        listen on 127.0.0.1:N (default 9443; 0 takes any free port)
  --redirect URI  redirect address of the try-out app, may be given several times`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '9443' },
    redirect: { type: 'string', multiple: true, default: ['http://localhost:8787/callback'] },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(help);
} else {
  const app = {
    clientId: '66f2c0d1a4b37e5f9c8d1e20-sandbox',
    clientSecret: 'sandbox-client-secret',
    redirectUris: values.redirect,
    scopes: sandboxScopes.all,
  };
  const sandbox = await createSandbox({ port: Number(values.port), apps: [app] });
  const map = ['services.leadconnectorhq.com', 'marketplace.gohighlevel.com'].map((host) => `MAP ${host}:443 127.0.0.1:${sandbox.port}`);
  console.log(`HighLevel sandbox on ${sandbox.url}

Locations
  Harbor Dental      ${seedIds.locations.harbor}
  Northlight Realty  ${seedIds.locations.northlight}

Private integration tokens
  Harbor Dental, all scopes      ${seedTokens.full}
  Harbor Dental, reading only    ${seedTokens.readOnly}
  Northlight Realty, all scopes  ${seedTokens.northlight}

OAuth app
  client id      ${app.clientId}
  client secret  ${app.clientSecret}
  redirect       ${app.redirectUris.join(', ')}

Chromium   --ignore-certificate-errors --host-resolver-rules="${map.join(', ')}"
Node       NODE_EXTRA_CA_CERTS=${sandbox.certificatePath}
Ctrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.stop());
}
