import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { afterPack, fuseFile, setWasmFuse } from '../../../main/electron/wasm-fuse.ts';
import { icnsKinds } from '../../helpers/icon-files.ts';
import { tempFolder } from './boot.ts';

const pngSize = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

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
};
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Config;
const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly main: string;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** SHA-256 of what better-sqlite3 13.2.0 ships. */
const nativeFiles: Readonly<Record<string, string>> = {
  'darwin-arm64.node': 'c45fd39d66a36bb4683a78ec6395429af0c4f0ebbbeea64ffc36c3a2380a3e03',
  'darwin-x64.node': 'ebdc3de0ca192960581fd9c67967876d374114e1d1ee72da47d8c74eec2d2faa',
  'linux-arm64.node': 'bfa8c1f220b9430cb99c1197d5772e255aad3c90847572a202b29872ce1bcb4e',
  'linux-x64.node': '1a03a2916dd210925f8a074d460f0f7a2a28b1aeed2a1c3e2bf1a3b0322276cf',
  'linuxmusl-arm64.node': '3cecb8ff08dfc3a8dca4af25f5b0f47c5e6b542b9b0ebbabaa06cf1339615fea',
  'linuxmusl-x64.node': '83fa110c518d8a0f17625053473e7d25d251b8b28a321c35a59f815e11bbe78e',
  'win32-arm64.node': '0f9141489eb25c9605a690e23867e1ff71f8b542caaa7ef9c1317149ca558df4',
  'win32-x64.node': '2442992c114c9dcaa299c2495370f09a890e02706e96c642f9f8d61ce2998848',
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

  it('has icons of every size, made from the present drawing', () => {
    const icons = join(root, 'renderer/icons');
    expect(config.linux.icon).toBe('renderer/icons/linux');
    for (const size of [16, 24, 32, 48, 64, 96, 128, 256, 512]) {
      const png = readFileSync(join(icons, `linux/${size}x${size}.png`));
      expect(pngSize(png)).toEqual([size, size]);
    }
    const ico = readFileSync(join(root, config.win.icon!));
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
      const entry = 6 + 16 * at;
      const picture = ico.subarray(ico.readUInt32LE(entry + 12));
      return {
        size: ico.readUInt8(entry) || 256,
        width: picture.readUInt32LE(0) === 40 ? picture.readInt32LE(4) : pngSize(picture)[0],
      };
    });
    expect(entries).toEqual([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, width: size })));
    const icns = readFileSync(join(root, config.mac.icon!));
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    let at = 8;
    for (const [kind, size] of icnsKinds) {
      expect(icns.toString('latin1', at, at + 4)).toBe(kind);
      expect(pngSize(icns.subarray(at + 8))).toEqual([size, size]);
      at += icns.readUInt32BE(at + 4);
    }
    const drawing = createHash('sha256')
      .update(readFileSync(join(icons, 'app-icon.svg')))
      .digest('hex');
    // Another one: the drawing was changed, and `npm run icons` not run since.
    expect(readFileSync(join(icons, 'app-icon.svg.sha256'), 'utf8').trim()).toBe(drawing);
  });

  it('offers an installer and a plain archive for each system', () => {
    const kinds = (target: 'linux' | 'win' | 'mac'): string[] =>
      config[target].target.map((one) => one.target);
    expect(kinds('linux')).toEqual(['AppImage', 'deb', 'tar.gz']);
    expect(kinds('win')).toEqual(['nsis', 'zip']);
    expect(kinds('mac')).toEqual(['dmg', 'zip']);
    for (const { arch } of config.mac.target) expect(arch).toEqual(['x64', 'arm64']);
  });

  it('packs one exact version of Electron, of the three major ones that are kept up', () => {
    expect(packageJson.devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
    // Of 45, 44 and 43; raise it when 46 is out.
    expect(Number.parseInt(packageJson.devDependencies['electron']!, 10)).toBeGreaterThanOrEqual(43);
    expect(packageJson.main).toBe('dist/main/electron.js');
  });
});

describe('the native files', () => {
  it('are the ones that were looked at, for each system', () => {
    const folder = join(root, 'node_modules/better-sqlite3/prebuilds');
    const found = readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]);
    // A new version of better-sqlite3 brings new ones; look at what changed before writing them down here.
    expect(Object.fromEntries(found)).toEqual(nativeFiles);
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
