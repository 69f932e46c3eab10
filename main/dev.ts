import { spawn, type ChildProcess } from 'node:child_process';
import { createServer as createPlainServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createBuilder, createServer, type Plugin, type ProxyOptions } from 'vite';
import { contentSecurityPolicy, responseNonce } from './content-security.ts';

/**
 * `npm run dev`: the page with hot reload, in front of the real web host, which is built and started again after a
 * change. Its data lies in `.groundwork/` unless `--data DIR` says otherwise, so that nobody tries things on their own.
 */
const root = join(import.meta.dirname, '..');
const configFile = join(root, 'vite.config.ts');
const HOST = '127.0.0.1';
const flags = process.argv.slice(2).includes('--data')
  ? process.argv.slice(2)
  : ['--data', join(root, '.groundwork')];

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createPlainServer().listen(0, HOST, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

// The host keeps its port over restarts, because the proxy's target is fixed.
const [devPort, hostPort] = [await freePort(), await freePort()];
const dev = `http://${HOST}:${devPort}`;
const target = `http://${HOST}:${hostPort}`;

/**
 * As in the product, but styles may stand in the page, which is how Vite swaps them, and so may the one script of React's
 * hot reload, by a nonce of this run.
 */
const nonce = responseNonce();
const policy = contentSecurityPolicy('')
  .replace("'nonce-'", "'unsafe-inline'")
  .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`);

/** To the gate of the web host a call from the dev page looks like one from its own page; no other page's does. */
const proxied: ProxyOptions = {
  target,
  changeOrigin: true,
  configure: (proxy) => {
    proxy.on('proxyReq', (out, from) => {
      if (from.headers.origin === dev) out.setHeader('origin', target);
    });
  },
};

const page = await createServer({
  configFile,
  html: { cspNonce: nonce },
  server: {
    host: HOST,
    port: devPort,
    strictPort: true,
    cors: false,
    headers: { 'content-security-policy': policy },
    // Whole names: a file of the page may begin like a route.
    proxy: { '^/(?:rpc|session|tab|upload)(?:[/?]|$)': proxied },
  },
});
await page.listen();

let host: ChildProcess | undefined;
let ending = false;

const startHost = (): void => {
  host = spawn(
    process.execPath,
    [join(root, 'dist/main/web.js'), '--no-open', '--port', String(hostPort), ...flags],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  createInterface({ input: host.stdout! }).on('line', (line) => console.log(line.replace(target, dev)));
};

const restartHost = (): void => {
  if (ending) return;
  if (host === undefined || host.exitCode !== null) return startHost();
  host.removeAllListeners('exit').once('exit', startHost);
  host.kill();
};

const restart: Plugin = {
  name: 'groundwork-restart-host',
  applyToEnvironment: (environment) => environment.name === 'main',
  closeBundle: restartHost,
};

const builder = await createBuilder({
  configFile,
  logLevel: 'warn',
  plugins: [restart],
  build: { watch: {} },
});
await builder.build(builder.environments['main']!);
createInterface({ input: process.stdin }).on('line', () => host?.stdin?.write('\n'));

const end = async (): Promise<void> => {
  if (ending) return;
  ending = true;
  const gone = new Promise<void>((done) => {
    if (host === undefined || host.exitCode !== null) done();
    else host.removeAllListeners('exit').once('exit', () => done());
  });
  host?.kill();
  await Promise.all([gone, page.close()]);
  process.exit(0);
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
// Vite ends the process by itself in some ways, such as the end of its input; the host goes with it.
process.on('exit', () => host?.kill());
