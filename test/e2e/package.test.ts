import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from '../helpers/paths.ts';
import { asar, makeRuntime, SENTINEL, type AsarHeader } from '../helpers/stand-in-runtimes.ts';
import { startHost } from '../helpers/web-host.ts';

/**
 * The desktop app as electron-builder packs it, around made-up runtimes: what is in it, not that Electron starts it. The core
 * in it is run by Node, out of the archive.
 */
const base = mkdtempSync(join(tmpdir(), 'groundwork-package-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const systems = [
  {
    system: 'linux',
    arch: 'x64',
    native: 'linux-x64.node',
    out: 'linux-unpacked',
    resources: 'resources',
    program: 'groundwork',
  },
  {
    system: 'win',
    arch: 'x64',
    native: 'win32-x64.node',
    out: 'win-unpacked',
    resources: 'resources',
    program: 'Groundwork.exe',
  },
  {
    system: 'mac',
    arch: 'arm64',
    native: 'darwin-arm64.node',
    out: 'mac-arm64',
    resources: 'Groundwork.app/Contents/Resources',
    program: 'Groundwork.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
  },
] as const;

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const prebuilds = join(repository, 'node_modules/better-sqlite3/prebuilds');

/** All files of an archive: path from its root, with what its header says of each. */
const filesOf = (header: AsarHeader, path = ''): [string, AsarHeader][] =>
  Object.entries(header.files ?? {}).flatMap(([name, entry]) =>
    entry.files ? filesOf(entry, `${path}${name}/`) : [[`${path}${name}`, entry] as [string, AsarHeader]],
  );

/** Files whose bytes are not the ones that the header vouches for. */
const changedIn = (archive: string): string[] =>
  filesOf(asar.getRawHeader(archive).header)
    .filter(([, { unpacked }]) => !unpacked)
    .filter(([path, { integrity }]) => {
      const bytes = asar.extractFile(archive, path);
      return integrity?.algorithm !== 'SHA256' || integrity.hash !== sha256(bytes);
    })
    .map(([path]) => path);

/** The fuses of a program, as electron-builder left them. */
const fusesOf = (program: Buffer): string => {
  const at = program.indexOf(SENTINEL) + SENTINEL.length;
  return program.toString('latin1', at + 2, at + 2 + program[at + 1]!);
};

/** Packs the app. Rejects with what electron-builder said. */
const build = ({ system, arch }: (typeof systems)[number]): Promise<void> => {
  const runtime = join(base, `${system}-runtime`);
  makeRuntime(system, runtime);
  const args = [`--${system}`, 'dir', `--${arch}`, '--publish', 'never'];
  const own = [`-c.electronDist=${runtime}`, `-c.directories.output=${join(base, system)}`];
  const program = join(repository, 'node_modules/electron-builder/cli.js');
  const env = { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' };
  const building = spawn(process.execPath, [program, ...args, ...own], { cwd: repository, env });
  let said = '';
  for (const stream of [building.stdout, building.stderr])
    stream.on('data', (part) => (said += String(part)));
  return new Promise((resolve, reject) => {
    building.on('error', reject);
    building.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${system}: ${said}`))));
  });
};
beforeAll(async () => {
  await Promise.all(systems.map(build));
});

/** The one that this machine can run the native file of. */
const platform = { linux: 'linux', win32: 'win', darwin: 'mac' }[String(process.platform)];
const here = systems.find(({ system, arch }) => system === platform && arch === process.arch);

describe.each(systems)('the app for $system $arch', (target) => {
  const folder = join(base, target.system, target.out);
  const archive = join(folder, target.resources, 'app.asar');

  it('is one archive of less than 3 MB with what the product needs, and nothing else', () => {
    const paths = filesOf(asar.getRawHeader(archive).header).map(([path]) => path);
    expect(statSync(archive).size).toBeLessThan(3_000_000);
    const groups = new Set(
      paths.map((path) =>
        path
          .split('/')
          .slice(0, path.startsWith('dist/') ? 2 : 1)
          .join('/'),
      ),
    );
    expect([...groups].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'dist/catalogue',
      'dist/main',
      'dist/preload',
      'dist/renderer',
      'node_modules',
      'package.json',
    ]);
    for (const path of [
      'dist/main/electron.js',
      'dist/main/core-worker.js',
      'dist/main/job-worker.js',
      'dist/preload/preload.cjs',
      'dist/renderer/index.html',
      'dist/catalogue/catalogue.json',
    ])
      expect(paths).toContain(path);
    const packages = new Set(
      paths.filter((path) => path.startsWith('node_modules/')).map((path) => path.split('/')[1]),
    );
    expect([...packages]).toEqual(['better-sqlite3']);
    expect(
      paths.filter(
        (path) =>
          /\.(?:map|ts|tsx|md|c|h|gyp)$|(?:^|\/)(?:test|\.git|\.env)/i.test(path) && !path.includes('README'),
      ),
    ).toEqual([]);
  });

  it('brings the native file of its own system beside the archive, as it came from its maker, and no other', () => {
    const unpacked = readdirSync(`${archive}.unpacked`, { recursive: true, encoding: 'utf8' }).filter(
      (path) => statSync(join(`${archive}.unpacked`, path)).isFile(),
    );
    expect(unpacked.map((path) => basename(path))).toEqual([target.native]);
    expect(sha256(readFileSync(join(`${archive}.unpacked`, unpacked[0]!)))).toBe(
      sha256(readFileSync(join(prebuilds, target.native))),
    );
    const native = filesOf(asar.getRawHeader(archive).header).filter(([path]) => path.endsWith('.node'));
    expect(native.map(([path, { unpacked: beside }]) => [basename(path), beside])).toEqual([
      [target.native, true],
    ]);
  });

  it('has all nine fuses set', () => {
    // Run as Node, encrypted cookies, options by environment, inspection, integrity, only the archive, snapshot, file://, traps.
    expect(fusesOf(readFileSync(join(folder, target.program)))).toBe('010011001');
  });

  it('vouches for every byte of the archive, and for its head where the system checks it', () => {
    expect(changedIn(archive)).toEqual([]);
    const head = sha256(asar.getRawHeader(archive).headerString);
    if (target.system === 'win') {
      expect(readFileSync(join(folder, target.program)).toString('latin1')).toContain(head);
    }
    if (target.system === 'mac') {
      const info = readFileSync(join(folder, 'Groundwork.app/Contents/Info.plist'), 'utf8');
      expect(info).toMatch(new RegExp(`ElectronAsarIntegrity[^]*Resources/app\\.asar[^]*${head}`));
    }
    const damaged = join(base, `${target.system}-damaged.asar`);
    copyFileSync(archive, damaged);
    const bytes = readFileSync(damaged);
    const at = bytes.lastIndexOf('Groundwork');
    bytes[at] = bytes[at]! ^ 1;
    writeFileSync(damaged, bytes);
    expect(changedIn(damaged)).toHaveLength(1);
  });
});

it.skipIf(here === undefined)(
  'the core in the archive runs under Node; needs a machine that one of the apps is for',
  async () => {
    const { system, out: built, resources } = here!;
    const archive = join(base, system, built, resources, 'app.asar');
    const out = join(base, `${system}-extracted`);
    asar.extractAll(archive, out);
    const dataDir = join(base, `${system}-data`);
    const host = await startHost({ dataDir, entry: join(out, 'dist/main/web.js') });
    try {
      const { origin, address } = host;
      const post = async (path: string, body: object, token = ''): Promise<Record<string, unknown>> => {
        const headers = { origin, 'content-type': 'application/json', authorization: `Bearer ${token}` };
        const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
        return (await answer.json()) as Record<string, unknown>;
      };
      const page = await (await fetch(origin)).text();
      expect(page).toContain('<div id="root">');
      const script = /src="\.?(\/assets\/[^"]+\.js)"/.exec(page)![1]!;
      expect((await fetch(origin + script)).headers.get('content-type')).toContain('javascript');
      const { token } = await post('/session', { nonce: address.split('#nonce=')[1] });
      const request = '01940000-0000-7000-8000-000000000001';
      const tick = { request, topic: 'git.01', status: 'done' };
      expect(await post('/rpc', { name: 'topics.setStatus', input: tick }, String(token))).toMatchObject({
        ok: true,
      });
      const found = await post('/rpc', { name: 'search.find', input: { text: 'git' } }, String(token));
      expect(JSON.stringify(found)).toContain('"git"');
    } finally {
      expect((await host.stop()).code).toBe(0);
    }
    expect(host.stderr()).toBe('');
    expect(existsSync(join(dataDir, 'groundwork.db'))).toBe(true);
  },
);
