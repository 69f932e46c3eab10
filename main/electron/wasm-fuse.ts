import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AfterPackContext } from 'electron-builder';

const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
const WIRE_VERSION = 1;
/** Place of WasmTrapHandlers in the wire, counted from 0. */
const WASM_TRAP_HANDLERS = 8;
const ON = 0x31;

/** Sets the ninth fuse in every slice of a binary, in place. Throws where the binary has no such fuse. */
export const setWasmFuse = (binary: Buffer): void => {
  let at = binary.indexOf(SENTINEL);
  if (at === -1) throw new Error('The binary has no fuses.');
  for (; at !== -1; at = binary.indexOf(SENTINEL, at + 1)) {
    const wire = at + SENTINEL.length;
    if (binary[wire] !== WIRE_VERSION || (binary[wire + 1] ?? 0) <= WASM_TRAP_HANDLERS) {
      throw new Error('The binary has no fuse WasmTrapHandlers.');
    }
    binary[wire + 2 + WASM_TRAP_HANDLERS] = ON;
  }
};

/** Where the binary with the fuses lies in an unpacked app; names as electron-builder makes them. */
export const fuseFile = (context: AfterPackContext): string => {
  const { appOutDir, electronPlatformName, packager } = context;
  const name = packager.appInfo.productFilename;
  switch (electronPlatformName) {
    case 'darwin':
      return join(
        appOutDir,
        `${name}.app/Contents/Frameworks/Electron Framework.framework/Electron Framework`,
      );
    case 'win32':
      return join(appOutDir, `${name}.exe`);
    default:
      return join(appOutDir, packager.platformSpecificBuildOptions.executableName ?? name);
  }
};

/**
 * Run by electron-builder before it flips the fuses that it knows: its @electron/fuses ends at the eighth, and no fuse
 * shall be left to the binary's own default.
 */
export const afterPack = async (context: AfterPackContext): Promise<void> => {
  const file = fuseFile(context);
  const binary = await readFile(file);
  setWasmFuse(binary);
  await writeFile(file, binary);
};
