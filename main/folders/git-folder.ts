import { lstatSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { LENGTHS } from '../../shared/values.ts';
import { readStart } from './read-start.ts';

const CONFIG_BYTES = 256 * 1_024;
const POINTER_BYTES = 4_096;

export type GitFolder =
  | { readonly kind: 'none' }
  /** A symbolic link, or an address on the network: it is not followed. */
  | { readonly kind: 'linked' }
  | { readonly kind: 'broken' }
  | {
      readonly kind: 'found';
      readonly path: string;
      /** Where what all working trees share lies: settings, objects, branches. */
      readonly common: string;
      readonly bare: boolean;
    };

/** Where the history of a folder lies. Only the folder itself is looked at, none above it. Never throws. */
export const gitFolderOf = (folder: string): GitFolder => {
  try {
    const dot = lstatSync(join(folder, '.git'), { throwIfNoEntry: false });
    if (dot?.isSymbolicLink()) return { kind: 'linked' };
    if (dot?.isDirectory()) return found(join(folder, '.git'), false);
    // A further working tree or a submodule: a file that says where.
    if (dot?.isFile()) {
      const target = /^gitdir:[ \t]*(.+)$/m.exec(readStart(join(folder, '.git'), POINTER_BYTES) ?? '')?.[1];
      return target === undefined ? { kind: 'broken' } : pointed(folder, target.trim(), false);
    }
    const names = new Set(readdirSync(folder));
    const isBare = ['HEAD', 'objects', 'refs'].every((name) => names.has(name));
    return isBare ? found(folder, true) : { kind: 'none' };
  } catch {
    return { kind: 'broken' };
  }
};

const isNetwork = (path: string): boolean => /^[\\/]{2}/.test(path);

const pointed = (from: string, target: string, bare: boolean): GitFolder => {
  if (isNetwork(target) || target.includes('\0')) return { kind: 'linked' };
  return found(isAbsolute(target) ? target : resolve(from, target), bare);
};

const found = (path: string, bare: boolean): GitFolder => {
  if (!lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return { kind: 'broken' };
  if (!lstatSync(join(path, 'commondir'), { throwIfNoEntry: false })?.isFile()) {
    return { kind: 'found', path, common: path, bare };
  }
  const shared = pointed(path, (readStart(join(path, 'commondir'), POINTER_BYTES) ?? '').trim(), bare);
  return shared.kind === 'found' ? { ...shared, path } : shared;
};

/** The address of `origin`, else of the first remote, for a page to open; null where there is none. Never throws. */
export const remoteOf = ({ common }: Extract<GitFolder, { kind: 'found' }>): string | null => {
  let config: string;
  try {
    config = readStart(join(common, 'config'), CONFIG_BYTES) ?? '';
  } catch {
    return null;
  }
  const remotes = new Map<string, string>();
  let remote: string | null = null;
  for (const line of config.split('\n')) {
    const section = /^[ \t]*\[/.test(line);
    if (section) remote = /^[ \t]*\[remote "([^"]+)"\]/i.exec(line)?.[1] ?? null;
    const url = /^[ \t]*(?:\[[^\]]*\][ \t]*)?url[ \t]*=[ \t]*"?([^"\s#;]+)/i.exec(line)?.[1];
    if (remote !== null && url !== undefined && !remotes.has(remote)) remotes.set(remote, url);
  }
  const address = remotes.get('origin') ?? remotes.values().next().value;
  return address === undefined ? null : pageOfRemote(address);
};

/**
 * The page of an address that Git fetches from: `git@host:owner/name.git` is `https://host/owner/name`. Names, passwords,
 * tokens and the port of ssh are left out. Null for a path on a disk and for what is no such address.
 */
export const pageOfRemote = (remote: string): string | null => {
  if (remote.length > LENGTHS.url) return null;
  const short = /^(?:[^@/:\s]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)\/?(\S+)$/.exec(remote);
  const address = short ? `ssh://${short[1]}/${short[2]}` : remote;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, pathname } = new URL(address);
  const isPage = protocol === 'https:' || protocol === 'http:';
  if ((!isPage && !['ssh:', 'git:', 'git+ssh:'].includes(protocol)) || hostname === '') return null;
  const path = pathname
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
  const page = `${isPage ? protocol : 'https:'}//${hostname}${isPage && port !== '' ? `:${port}` : ''}${path}`;
  return path !== '' && URL.canParse(page) && page.length <= LENGTHS.url ? page : null;
};
