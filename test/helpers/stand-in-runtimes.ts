import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { repository } from './paths.ts';

/**
 * Folders that electron-builder takes for Electron's runtime. They hold the one thing that packaging changes, the fuses, and
 * nothing that runs: they show what is packed, not that it starts.
 */

/** What electron-builder itself depends on, in the version that it uses. */
const builderRequire = createRequire(
  createRequire(join(repository, 'package.json')).resolve('electron-builder/package.json'),
);
const appBuilder = createRequire(builderRequire.resolve('app-builder-lib'));

export const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Version 1, nine fuses, each the other way round than the product wants it: one that is left alone shows. */
const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([1, 9]), Buffer.from('101100110')]);

type Resedit = {
  readonly NtExecutable: {
    readonly createEmpty: (is32Bit: boolean, isDll: boolean) => { readonly generate: () => ArrayBuffer };
  };
  readonly NtExecutableResource: {
    readonly from: (executable: unknown) => {
      readonly entries: unknown[];
      readonly outputResource: (executable: unknown) => void;
    };
  };
  readonly Resource: {
    readonly VersionInfo: {
      readonly createEmpty: () => {
        lang: number;
        readonly setFileVersion: (version: string) => void;
        readonly setStringValues: (language: object, values: Readonly<Record<string, string>>) => void;
        readonly outputToResourceEntries: (entries: unknown[]) => void;
      };
    };
  };
};

/** A Windows program without code: version information to be changed, and the fuses as a resource. */
const windowsProgram = (): Buffer => {
  const { NtExecutable, NtExecutableResource, Resource } = appBuilder('resedit') as Resedit;
  const executable = NtExecutable.createEmpty(false, false);
  const resource = NtExecutableResource.from(executable);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = 1033;
  info.setFileVersion('45.3.4');
  info.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  info.outputToResourceEntries(resource.entries);
  const bin = new Uint8Array(wire).buffer;
  resource.entries.push({ type: 10, id: 1, lang: 1033, codepage: 1200, bin });
  resource.outputResource(executable);
  return Buffer.from(executable.generate());
};

const plist = (name: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>CFBundleExecutable</key><string>${name}</string>` +
  `<key>CFBundleName</key><string>${name}</string><key>CFBundleIdentifier</key><string>com.github.${name.replaceAll(' ', '')}</string></dict></plist>\n`;

const write = (file: string, content: string | Buffer): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content, { mode: 0o755 });
};

const macBundle = (folder: string): void => {
  const contents = join(folder, 'Electron.app/Contents');
  write(join(contents, 'Info.plist'), plist('Electron'));
  write(join(contents, 'MacOS/Electron'), 'no program');
  write(join(contents, 'Resources/electron.icns'), 'icns');
  const frameworks = join(contents, 'Frameworks');
  write(join(frameworks, 'Electron Framework.framework/Electron Framework'), wire);
  for (const helper of ['', ' (GPU)', ' (Plugin)', ' (Renderer)']) {
    const name = `Electron Helper${helper}`;
    write(join(frameworks, `${name}.app/Contents/Info.plist`), plist(name));
    write(join(frameworks, `${name}.app/Contents/MacOS/${name}`), 'no program');
  }
};

/** Makes the folder that stands in for the runtime of a system. */
export const makeRuntime = (system: 'linux' | 'win' | 'mac', folder: string): void => {
  mkdirSync(folder, { recursive: true });
  if (system === 'linux') write(join(folder, 'electron'), wire);
  else if (system === 'win') write(join(folder, 'electron.exe'), windowsProgram());
  else macBundle(folder);
};

type AsarHeader = {
  readonly size?: number;
  readonly unpacked?: boolean;
  readonly offset?: string;
  readonly link?: string;
  readonly integrity?: {
    readonly algorithm: string;
    readonly hash: string;
    readonly blockSize: number;
    readonly blocks: readonly string[];
  };
  readonly files?: Readonly<Record<string, AsarHeader>>;
};
export type Asar = {
  readonly getRawHeader: (file: string) => { readonly header: AsarHeader; readonly headerString: string };
  readonly listPackage: (file: string, options: { readonly isPack: boolean }) => string[];
  readonly extractFile: (file: string, path: string) => Buffer;
  readonly extractAll: (file: string, folder: string) => void;
};
export type { AsarHeader };

/** The reader of Electron's archives. */
export const asar = appBuilder('@electron/asar') as Asar;
