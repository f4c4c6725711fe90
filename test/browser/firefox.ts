import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { findBrowser } from '../../scripts/browsers.ts';
import { waitFor } from './wait-for.ts';

/** The Firefox build, as `npm run build:firefox` leaves it. */
const EXTENSION_DIR = path.resolve(import.meta.dirname, '../../.output/firefox-mv3');
const EXTENSION_ID = 'alongside@alongside.example';
/** Firefox makes up an address for each installation, unless it is told one. */
const ADDRESS = 'moz-extension://11111111-2222-4333-8444-555555555555';

/** The hosts that the local sandbox answers for; every other host is refused. */
const SANDBOX_HOSTS =
  /(^|\.)(leadconnectorhq\.com|gohighlevel\.com|lightning\.force\.com|my\.salesforce\.com|salesnexus\.com|salesnex\.us|my\.saleshandy\.com|app\.salesmessage\.com|crm\.example\.com|crm\.acme\.example):443$/;

/** A document that code can be run in. */
export interface FirefoxDocument {
  /** Runs the body of an async function in the document; what it returns has to be JSON. */
  run<T>(body: string): Promise<T>;
}

/** A document in a tab. */
interface FirefoxTab extends FirefoxDocument {
  /** Clicks with the mouse on the element that the expression gives. Only such a click lets an extension ask for permissions. */
  click(element: string): Promise<void>;
  /** Brings the tab to the front. */
  activate(): Promise<void>;
}

/** A real Firefox with the extension as it ships. */
export interface ExtensionFirefox {
  openTab(url: string): Promise<FirefoxTab>;
  openOptions(): Promise<FirefoxTab>;
  /** Answers the browser's own question whether an extension may have a permission. */
  answerPermission(answer: 'allow' | 'refuse'): Promise<void>;
  /** Opens the real sidebar, as its button does. */
  openSidebar(): Promise<FirefoxDocument>;
  close(): Promise<void>;
}

/** Starts Firefox over WebDriver BiDi, headless; `sandboxPort` is where the CRM and HighLevel are. */
export async function launchFirefox(sandboxPort: number): Promise<ExtensionFirefox> {
  const proxy = await startProxy(sandboxPort);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless: true,
    acceptInsecureCerts: true,
    // Lets the test reach the sidebar, which is part of the browser's own window.
    args: ['--remote-allow-system-access', '--width=1500', '--height=950'],
    extraPrefsFirefox: preferences((proxy.address() as AddressInfo).port), // A TCP server's address is an object.
  });
  await browser.installExtension(EXTENSION_DIR);
  const bidi = bidiOf(browser);
  return {
    openTab: (url) => openTab(bidi, url),
    openOptions: () => openTab(bidi, `${ADDRESS}/options.html`),
    answerPermission: (answer) => answerPermission(bidi, answer),
    openSidebar: () => openSidebar(bidi),
    close: async () => {
      await browser.close();
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

function preferences(proxyPort: number): Record<string, unknown> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    // A question can be answered as soon as it is asked.
    'security.notification_enable_delay': 0,
    'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: ADDRESS.replace('moz-extension://', '') }),
  };
}

/** Leads the real host names to the sandbox. */
async function startProxy(sandboxPort: number): Promise<Server> {
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connect', ({ url = '' }, client: Socket) => {
    if (!SANDBOX_HOSTS.test(url)) return void client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    const sandbox = connect(sandboxPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      sandbox.pipe(client).pipe(sandbox);
    });
    sandbox.on('error', () => client.destroy());
    client.on('error', () => sandbox.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

type Bidi = (method: string, parameters: object) => Promise<Record<string, unknown>>;

/** Puppeteer's own connection; its types do not show it, but pages of extensions need it. */
function bidiOf(browser: Browser): Bidi {
  const { connection } = browser as unknown as {
    connection: { send(method: string, parameters: object): Promise<{ result: Record<string, unknown> }> };
  };
  return async (method, parameters) => (await connection.send(method, parameters)).result;
}

interface Context {
  readonly context: string;
  readonly url: string;
}

async function contextsOf(bidi: Bidi, scope: object = {}): Promise<readonly Context[]> {
  const { contexts } = await bidi('browsingContext.getTree', scope);
  return contexts as readonly Context[]; // As WebDriver BiDi defines it.
}

async function openTab(bidi: Bidi, url: string): Promise<FirefoxTab> {
  const { context } = await bidi('browsingContext.create', { type: 'tab' });
  await bidi('browsingContext.navigate', { context, url, wait: 'none' });
  await waitFor(async () => (await contextsOf(bidi)).some((each) => each.context === context && each.url === url));
  const run = <T>(body: string) => evaluate<T>(bidi, String(context), body);
  return {
    run,
    click: (element) => click(bidi, String(context), run, element),
    activate: async () => void (await bidi('browsingContext.activate', { context })),
  };
}

async function click(bidi: Bidi, context: string, run: FirefoxDocument['run'], element: string): Promise<void> {
  const [x, y] = await run<[number, number]>(`const element = ${element};
    element.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = element.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2)];`);
  const acts = [
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  await bidi('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions: acts }] });
}

async function evaluate<T>(bidi: Bidi, context: string, body: string): Promise<T> {
  const expression = `(async () => { ${body} })().then((value) => JSON.stringify(value ?? null))`;
  const answer = await bidi('script.evaluate', { expression, awaitPromise: true, target: { context }, userActivation: true });
  if (answer.type === 'exception') throw new Error(JSON.stringify(answer.exceptionDetails));
  return JSON.parse((answer.result as { value: string }).value); // The expression gives a text.
}

/** Runs code in the browser's own window. */
async function windowOf(bidi: Bidi): Promise<FirefoxDocument['run']> {
  const windows = await contextsOf(bidi, { 'moz:scope': 'chrome' });
  const window = windows.find(({ url }) => url.includes('browser.xhtml'));
  if (window === undefined) throw new Error('Firefox shows no window.');
  return (body) => evaluate(bidi, window.context, body);
}

async function answerPermission(bidi: Bidi, answer: 'allow' | 'refuse'): Promise<void> {
  const inWindow = await windowOf(bidi);
  const question = "document.getElementById('addon-webext-permissions-notification')";
  await waitFor(() => inWindow<boolean>(`return PopupNotifications.panel.state === 'open' && ${question} !== null;`));
  await inWindow(`${question}.${answer === 'allow' ? 'button' : 'secondaryButton'}.click();`);
  await waitFor(() => inWindow<boolean>("return PopupNotifications.panel.state === 'closed';"));
}

async function openSidebar(bidi: Bidi): Promise<FirefoxDocument> {
  const inWindow = await windowOf(bidi);
  await inWindow(`const key = [...SidebarController.sidebars.keys()].find((each) => each.endsWith('-sidebar-action'));
    await SidebarController.show(key);`);
  await waitFor(() => inWindow<boolean>(`return ${SIDEBAR}?.currentURI.spec.startsWith('moz-extension:') ?? false;`));
  return { run: (body) => inWindow(inSidebar(body)) };
}

const SIDEBAR = "SidebarController.browser.contentDocument?.getElementById('webext-panels-browser')";

/** The sidebar's document lives in a process of its own: a frame script runs the body there and sends the answer back. */
function inSidebar(body: string): string {
  const script = `(async () => {
    const document = content.document;
    const window = content;
    try {
      sendAsyncMessage('alongside', JSON.stringify({ value: (await (async () => { ${body} })()) ?? null }));
    } catch (error) {
      sendAsyncMessage('alongside', JSON.stringify({ error: String(error) }));
    }
  })()`;
  const source = `data:application/javascript,${encodeURIComponent(script)}`;
  return `const { messageManager } = ${SIDEBAR};
    const { value, error } = JSON.parse(await new Promise((resolve) => {
      const hear = ({ data }) => { messageManager.removeMessageListener('alongside', hear); resolve(data); };
      messageManager.addMessageListener('alongside', hear);
      messageManager.loadFrameScript(${JSON.stringify(source)}, false);
    }));
    if (error !== undefined) throw new Error(error);
    return value;`;
}
