import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { pageWithNonce, responseNonce, securityHeaders } from '../content-security.ts';
import { contentType, resolveStatic } from '../static-files.ts';
import { HOST, SCHEME } from './origin.ts';

/** Before the app is ready. `bypassCSP` and its like are absent: the pages live by the policy of the web host. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);

type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
};

const refusal = (status: number, body: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body,
});

const answerOf = async (root: string, request: Request, nonce: string): Promise<Answer> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405, 'Only GET and HEAD.');
  const url = URL.parse(request.url);
  const file = url?.host === HOST ? resolveStatic(root, url.pathname) : null;
  if (file === null) return refusal(404, 'Not found.');
  try {
    const type = contentType(file);
    const bytes = new Uint8Array(await readFile(file));
    const body = file.endsWith('.html') ? pageWithNonce(new TextDecoder().decode(bytes), nonce) : bytes;
    return { status: 200, type, body };
  } catch {
    return refusal(404, 'Not found.');
  }
};

/** Serves the built page from `root`, a folder, as `app://groundwork/`; nothing else is served by any scheme. */
export const servePage = (root: string): void =>
  protocol.handle(SCHEME, async (request) => {
    const nonce = responseNonce();
    const { status, type, body } = await answerOf(root, request, nonce);
    const headers = { ...securityHeaders(nonce), 'content-type': type };
    return new Response(request.method === 'HEAD' ? null : body, { status, headers });
  });
