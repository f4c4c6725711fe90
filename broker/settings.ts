/** Everything the broker can be told, read from the environment once at the start. */
export interface Settings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The broker's own public origin, without a slash at the end. */
  readonly url: string;
  /** Exact addresses the extension may be sent back to. */
  readonly redirectUris: readonly string[];
  /** Origins whose scripts may call `/token` and `/revoke`. */
  readonly origins: readonly string[];
  /** 32 bytes. */
  readonly key: Buffer;
  /** Path of the SQLite file. */
  readonly database: string;
  readonly port: number;
  /** The address to listen on; `undefined`: every one of this machine's. */
  readonly host: string | undefined;
  readonly ghlApiUrl: string;
  readonly ghlMarketplaceUrl: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings, or every problem with them: one sentence each, never quoting a secret. */
export function readSettings(env: Environment): { settings: Settings } | { problems: readonly string[] } {
  const problems: string[] = [];
  const need = (name: string, what: string): string => {
    const value = env[name]?.trim() ?? '';
    if (value === '') problems.push(`${name} is missing: ${what}.`);
    return value;
  };
  const redirectUris = list(need('BROKER_REDIRECT_URIS', 'the redirect addresses of your extension builds, separated by commas'));
  const url = need('BROKER_URL', 'the public address of this broker, for example https://broker.example.com').replace(/\/$/, '');
  const settings: Settings = {
    clientId: need('GHL_CLIENT_ID', 'the client id of your HighLevel marketplace app'),
    clientSecret: need('GHL_CLIENT_SECRET', 'the client secret of your HighLevel marketplace app'),
    url,
    redirectUris,
    origins: [...redirectUris.flatMap(chromiumOrigin), ...list(env.BROKER_ORIGINS ?? '')],
    key: Buffer.from(need('BROKER_KEY', '32 random bytes in base64, as `openssl rand -base64 32` prints them'), 'base64'),
    database: env.BROKER_DB || 'broker.sqlite',
    port: Number(env.PORT || 8787),
    host: isLocal(url) ? '127.0.0.1' : undefined,
    ghlApiUrl: origin(env.GHL_API_URL || 'https://services.leadconnectorhq.com'),
    ghlMarketplaceUrl: origin(env.GHL_MARKETPLACE_URL || 'https://marketplace.gohighlevel.com'),
  };
  problems.push(...faults(settings));
  return problems.length === 0 ? { settings } : { problems };
}

/** What is there but cannot be right; what is missing has been said already. */
function faults({ url, redirectUris, key, port, ghlApiUrl, ghlMarketplaceUrl }: Settings): string[] {
  const faulty: [boolean, string][] = [
    [url !== '' && !isSafeOrigin(url), 'BROKER_URL must be an https address without a path (http only for localhost).'],
    [!redirectUris.every(isSafeAddress), 'BROKER_REDIRECT_URIS must hold https addresses only (http only for localhost).'],
    [key.length !== 0 && key.length !== 32, 'BROKER_KEY must be 32 bytes in base64.'],
    [!(Number.isInteger(port) && port >= 0 && port < 65_536), 'PORT must be a port number.'],
    [!isSafeOrigin(ghlApiUrl), 'GHL_API_URL must be an https address without a path (http only for localhost).'],
    [!isSafeOrigin(ghlMarketplaceUrl), 'GHL_MARKETPLACE_URL must be an https address without a path (http only for localhost).'],
  ];
  return faulty.flatMap(([wrong, sentence]) => (wrong ? [sentence] : []));
}

function list(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function origin(address: string): string {
  return address.replace(/\/$/, '');
}

/** Chromium tells the extension's origin in its redirect address; Firefox makes up another for each installation. */
function chromiumOrigin(redirectUri: string): string[] {
  const id = /^https:\/\/([a-p]{32})\.chromiumapp\.org\//.exec(redirectUri)?.[1];
  return id === undefined ? [] : [`chrome-extension://${id}`];
}

function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLocal(address));
}

function isLocal(address: string): boolean {
  const hostname = URL.parse(address)?.hostname;
  return hostname === 'localhost' || hostname === '127.0.0.1';
}

function isSafeOrigin(address: string): boolean {
  return isSafeAddress(address) && new URL(address).origin === address;
}
