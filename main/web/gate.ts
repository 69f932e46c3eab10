/** The one gate in front of every route: it sees a request before anything else does and denies by default. */

import { MAX_UPLOAD } from '../../shared/bridge.ts';

export type RouteName = 'file' | 'session' | 'rpc' | 'upload' | 'tab' | 'handover';
export type Secret = 'token' | 'handover';

type Route = {
  readonly name: RouteName;
  readonly methods: readonly string[];
  /** The secret that the caller has to hold; null for what carries no data of the person. */
  readonly secret: Secret | null;
  /** What the body is; null where there is none. */
  readonly body: keyof typeof bodies | null;
  /** The largest body in bytes; 0 where there is none. */
  readonly limit: number;
};

/** The types that a body may say it has, and what is answered to any other. */
const bodies = {
  json: {
    type: /^application\/json(?:; ?charset=utf-8)?$/i,
    otherwise: 'Groundwork reads plain JSON only.',
  },
  bytes: {
    type: /^application\/octet-stream$/i,
    otherwise: 'Groundwork takes a file in as plain bytes only.',
  },
} as const;

const MEGABYTE = 1_000_000;
const read = ['GET', 'HEAD'];
const post = ['POST'];

/** Every path that is no file. A path that is not named here is a file of the page, or nothing. */
export const routes: ReadonlyMap<string, Route> = new Map([
  ['/', { name: 'file', methods: read, secret: null, body: null, limit: 0 }],
  ['/session', { name: 'session', methods: post, secret: null, body: 'json', limit: MEGABYTE }],
  ['/rpc', { name: 'rpc', methods: post, secret: 'token', body: 'json', limit: MEGABYTE }],
  ['/upload', { name: 'upload', methods: post, secret: 'token', body: 'bytes', limit: MAX_UPLOAD }],
  ['/tab', { name: 'tab', methods: post, secret: 'token', body: 'json', limit: MEGABYTE }],
  ['/handover', { name: 'handover', methods: post, secret: 'handover', body: 'json', limit: MEGABYTE }],
]);
const file: Route = { name: 'file', methods: read, secret: null, body: null, limit: 0 };

export type GateRequest = {
  readonly method: string;
  /** The request target as it came: path and query. */
  readonly url: string;
  /** Names and values in turn, as Node's `rawHeaders`: the only form in which a repeated header is seen. */
  readonly rawHeaders: readonly string[];
};

export type GateContext = {
  readonly port: number;
  /** Whether `given` is the secret, compared in constant time. */
  readonly holds: (secret: Secret, given: string) => boolean;
};

export type Refusal = {
  readonly kind: 'refuse';
  readonly status: number;
  /** For a person to read; holds nothing that the caller sent. */
  readonly sentence: string;
  /** The methods that the route knows; only with 405. */
  readonly allow?: string;
};
export type Verdict =
  | { readonly kind: 'pass'; readonly route: RouteName; readonly path: string; readonly limit: number }
  | Refusal;

/** Headers that decide something here; said twice, two readers might each believe another one. */
const decisive = new Set([
  'host',
  'origin',
  'authorization',
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'sec-fetch-site',
  'upgrade',
  'expect',
]);

const refuse = (status: number, sentence: string): Refusal => ({ kind: 'refuse', status, sentence });

/** The decisive headers by lower-case name; null where one of them is repeated. */
const decisiveHeaders = (raw: readonly string[]): ReadonlyMap<string, string> | null => {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at]!.toLowerCase();
    if (!decisive.has(name)) continue;
    if (headers.has(name)) return null;
    headers.set(name, raw[at + 1]!);
  }
  return headers;
};

const bearer = /^Bearer ([A-Za-z0-9_-]{1,256})$/;

/** Decides one request from its head alone. The order is: who is asked, who asks, what, with which right, how much. */
export const gate = (request: GateRequest, context: GateContext): Verdict => {
  const headers = decisiveHeaders(request.rawHeaders);
  if (headers === null) return refuse(400, 'This request repeats a header that may be given once.');
  const own = `127.0.0.1:${context.port}`;
  if (headers.get('host') !== own) return refuse(403, 'This address does not belong to Groundwork.');
  if (headers.has('upgrade')) return refuse(403, 'Groundwork offers no other protocol here.');
  if (headers.has('expect')) return refuse(417, 'Groundwork does not know this expectation.');

  const site = headers.get('sec-fetch-site');
  const posts = request.method === 'POST';
  const siteAllowed = site === undefined || site === 'same-origin' || (site === 'none' && !posts);
  const origin = headers.get('origin');
  const originAllowed = origin === undefined ? !posts : origin === `http://${own}`;
  if (!siteAllowed || !originAllowed) return refuse(403, 'Another site may not ask Groundwork anything.');

  if (!request.url.startsWith('/')) return refuse(400, 'Groundwork needs a plain path.');
  const path = request.url.split('?', 1)[0]!;
  // A query is part of no route that writes: such an address is not one of ours.
  const route = routes.get(posts ? request.url : path) ?? (posts ? undefined : file);
  if (route === undefined) return refuse(404, 'There is nothing at this address.');
  if (!route.methods.includes(request.method)) {
    return { ...refuse(405, 'This address cannot be asked in this way.'), allow: route.methods.join(', ') };
  }
  if (route.secret !== null) {
    const given = bearer.exec(headers.get('authorization') ?? '')?.[1];
    if (given === undefined || !context.holds(route.secret, given)) {
      return refuse(401, 'This tab is not signed in. Open Groundwork with a new address from its terminal.');
    }
  }
  return bodyVerdict(headers, route) ?? { kind: 'pass', route: route.name, path, limit: route.limit };
};

/** What the head says of the body: its framing, its type and its length. */
const bodyVerdict = (headers: ReadonlyMap<string, string>, route: Route): Refusal | null => {
  const length = headers.get('content-length');
  const encoding = headers.get('transfer-encoding');
  if (encoding !== undefined && (length !== undefined || encoding.toLowerCase() !== 'chunked')) {
    return refuse(400, 'The length of this request is unclear.');
  }
  if (length !== undefined && !/^\d{1,15}$/.test(length)) {
    return refuse(400, 'The length of this request is unclear.');
  }
  if (Number(length ?? 0) > route.limit || (encoding !== undefined && route.limit === 0)) {
    return refuse(413, 'This request is too large.');
  }
  if (route.body === null) return null;
  const { type, otherwise } = bodies[route.body];
  if (!type.test(headers.get('content-type') ?? '') || headers.has('content-encoding')) {
    return refuse(415, otherwise);
  }
  return null;
};
