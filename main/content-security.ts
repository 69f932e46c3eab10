import { randomBytes } from 'node:crypto';

/** What index.html holds where the nonce of a response belongs. */
const NONCE_PLACE = '__CSP_NONCE__';

/** A fresh nonce for one response: 128 bits, base64url, so that it needs no escaping in HTML or in a header. */
export const responseNonce = (): string => randomBytes(16).toString('base64url');

/**
 * The policy of every page in both hosts. Nothing is allowed that is not named; scripts come from the page's own
 * origin only, and the nonce is for the one style element that react-aria injects.
 */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The headers of every response of both hosts, errors included. Names in lower case; no value holds user text. */
export const securityHeaders = (nonce: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
});

/** The page with the nonce of its own response in `<meta property="csp-nonce">`, where react-aria looks for it. */
export const pageWithNonce = (html: string, nonce: string): string => html.replaceAll(NONCE_PLACE, nonce);
