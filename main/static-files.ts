import { realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/**
 * A name that a build may give to a file. An allow-list, because every platform adds traps of its own: drive letters,
 * UNC paths, alternate streams, trailing dots and blanks, 8.3 names, hidden files.
 */
const segmentName = /^[A-Za-z0-9_-](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?$/;
const MAX_PATH = 512;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The content type of a file by its ending; unknown endings are served as plain bytes, which no page can run. */
export const contentType = (file: string): string =>
  contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';

/** Decodes once and cuts into checked segments; null where the path is anything but a plain relative path. */
const segmentsOf = (urlPath: string): readonly string[] | null => {
  if (urlPath.length > MAX_PATH || !urlPath.startsWith('/')) return null;
  let path: string;
  try {
    path = decodeURIComponent(urlPath.slice(1));
  } catch {
    return null;
  }
  if (path === '') return ['index.html'];
  const segments = path.split('/');
  return segments.every((segment) => segmentName.test(segment)) ? segments : null;
};

/**
 * The one way from a path of a URL to a file, for the web host and for the window's protocol.
 * `root` is a folder, `urlPath` the path part of a URL: still encoded, without query and fragment.
 * Gives the real path of an existing plain file inside the real root, else null. Never throws.
 */
export const resolveStatic = (root: string, urlPath: string): string | null => {
  const segments = segmentsOf(urlPath);
  if (segments === null) return null;
  try {
    const realRoot = realpathSync.native(root);
    const file = realpathSync.native(join(realRoot, ...segments));
    const inside = file.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
    return inside && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
};
