import { expect, test } from 'vitest';
import { readSettings } from '../../broker/settings.ts';
import { environment, ORIGIN } from './harness.ts';

const complete = environment({ BROKER_URL: 'https://broker.example/' });

const problemsOf = (env: Record<string, string>) => {
  const read = readSettings(env);
  return 'problems' in read ? read.problems : [];
};

test('complete settings are read, with HighLevel itself behind them', () => {
  expect(readSettings(complete)).toMatchObject({
    settings: {
      url: 'https://broker.example',
      origins: [ORIGIN],
      port: 8787,
      ghlApiUrl: 'https://services.leadconnectorhq.com',
      ghlMarketplaceUrl: 'https://marketplace.gohighlevel.com',
    },
  });
});

test('a broker at a public address listens everywhere, one on localhost on this machine only', () => {
  expect(readSettings(complete)).toMatchObject({ settings: { host: undefined } });
  for (const BROKER_URL of ['http://localhost:8787', 'http://127.0.0.1:8787']) {
    expect(readSettings({ ...complete, BROKER_URL })).toMatchObject({ settings: { host: '127.0.0.1' } });
  }
});

test('each missing setting is named in a sentence of its own', () => {
  const names = ['GHL_CLIENT_ID', 'GHL_CLIENT_SECRET', 'BROKER_URL', 'BROKER_REDIRECT_URIS', 'BROKER_KEY'];
  const problems = problemsOf({});
  expect(problems).toHaveLength(names.length);
  for (const name of names) expect(problems.filter((problem) => problem.startsWith(`${name} is missing: `))).toHaveLength(1);
});

test.each([
  ['BROKER_URL', 'http://broker.example'],
  ['BROKER_URL', 'https://broker.example/path'],
  ['BROKER_REDIRECT_URIS', 'http://evil.example/'],
  ['BROKER_KEY', 'c2hvcnQ='],
  ['PORT', 'http'],
  ['GHL_API_URL', 'ftp://x'],
])('%s=%s is named as wrong', (name, value) => {
  const problems = problemsOf({ ...complete, [name]: value });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(name);
});

test('the origin of a Firefox build is added by hand', () => {
  const read = readSettings({ ...complete, BROKER_ORIGINS: 'moz-extension://0e8b' });
  expect(read).toMatchObject({ settings: { origins: [ORIGIN, 'moz-extension://0e8b'] } });
});
