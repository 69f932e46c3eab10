import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { afterPack, fuseFile, setWasmFuse } from '../../../main/electron/wasm-fuse.ts';
import { tempFolder } from './boot.ts';

const root = resolve(import.meta.dirname, '../../..');
type Target = {
  readonly icon?: string;
  readonly files: unknown;
  readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[];
};
type Config = Readonly<Record<'linux' | 'win' | 'mac', Target>> & {
  readonly electronFuses: unknown;
  readonly afterPack: string;
  readonly asar: unknown;
  readonly asarUnpack: unknown;
  readonly npmRebuild: unknown;
  readonly publish: unknown;
  readonly files: readonly string[];
  readonly icon: string;
};
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Config;
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly main: string;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

describe('electron-builder.yml', () => {
  it('names eight fuses, and the hook sets the ninth', () => {
    expect(config.electronFuses).toStrictEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.afterPack).toBe('./main/electron/wasm-fuse.ts');
    expect(existsSync(join(root, config.afterPack))).toBe(true);
  });

  it('packs an archive with nothing but native files beside it', () => {
    expect(config.asar).toEqual({ smartUnpack: false });
    expect(config.asarUnpack).toEqual(['**/*.node']);
    expect(config.npmRebuild).toBe(false);
    expect(config.publish).toBeNull();
  });

  it('leaves out the Node binaries, which npm counts as part of the product', () => {
    expect(config.files).toContain('!node_modules/node-*/**');
    const nodes = Object.keys(packageJson.optionalDependencies);
    expect(nodes.length).toBeGreaterThan(0);
    for (const name of nodes) expect(name).toMatch(/^node-/);
  });

  it.each([
    ['linux', 'linux'],
    ['win', 'win32'],
    ['mac', 'darwin'],
  ] as const)('brings one binary to %s, by name', (target, platform) => {
    expect(config.files).toContain('!node_modules/better-sqlite3/{deps,src,build,prebuilds}/**');
    const folder = 'node_modules/better-sqlite3/prebuilds';
    expect(config[target].files).toEqual([
      { from: folder, to: folder, filter: [`${platform}-\${arch}.node`] },
    ]);
    const arches = config[target].target.flatMap(({ arch }) => arch);
    expect(arches).toContain('x64');
    for (const arch of arches) expect(existsSync(join(root, folder, `${platform}-${arch}.node`))).toBe(true);
  });

  it('has an icon that is there, large enough for every system', () => {
    const png = readFileSync(join(root, config.icon));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
    expect(readFileSync(join(root, config.win.icon!)).readUInt32LE(0)).toBe(0x10000);
    expect(readFileSync(join(root, config.mac.icon!)).toString('latin1', 0, 4)).toBe('icns');
  });

  it('packs one exact version of Electron', () => {
    expect(packageJson.devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packageJson.main).toBe('dist/main/electron.js');
  });
});

describe('the ninth fuse', () => {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const wire = (fuses: string, version = 1) =>
    Buffer.concat([Buffer.from(sentinel), Buffer.from([version, fuses.length]), Buffer.from(fuses)]);
  const context = (electronPlatformName: string, appOutDir: string, executableName?: string) =>
    ({
      appOutDir,
      electronPlatformName,
      packager: {
        appInfo: { productFilename: 'Groundwork' },
        platformSpecificBuildOptions: { executableName },
      },
    }) as unknown as Parameters<typeof afterPack>[0];

  it('is set, in every slice, and nothing else is touched', () => {
    const binary = Buffer.concat([
      Buffer.from('abc'),
      wire('100110010'),
      Buffer.from('def'),
      wire('100110010r'),
    ]);
    setWasmFuse(binary);
    expect(binary.toString('latin1')).toBe(
      ['abc', wire('100110011'), 'def', wire('100110011r')].map((part) => part.toString('latin1')).join(''),
    );
  });

  it.each([
    ['no fuses', Buffer.from('nothing here')],
    ['eight fuses', wire('10011001')],
    ['another wire', wire('100110010', 2)],
    ['an end in the middle', Buffer.from(sentinel)],
    ['an end after the version', Buffer.concat([Buffer.from(sentinel), Buffer.from([1])])],
  ])('stops the packaging of a binary with %s', (_, binary) => {
    expect(() => setWasmFuse(binary)).toThrow(/fuse/);
  });

  it.each([
    ['linux', 'groundwork', 'groundwork'],
    ['linux', undefined, 'Groundwork'],
    ['win32', undefined, 'Groundwork.exe'],
    [
      'darwin',
      undefined,
      'Groundwork.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
    ],
  ])('is set in the file of %s', async (platform, executable, expected) => {
    const folder = tempFolder();
    const file = join(folder, expected);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wire('100110010'));
    expect(fuseFile(context(platform, folder, executable))).toBe(file);
    await afterPack(context(platform, folder, executable));
    expect(readFileSync(file, 'latin1')).toBe(wire('100110011').toString('latin1'));
  });
});
