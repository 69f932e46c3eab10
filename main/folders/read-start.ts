import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

// Windows has neither; there a link was told from a file by its entry in the folder.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * At most the first `bytes` of a plain file as text; null for what is none by now, such as a link, a pipe or a device.
 * Throws as the file system does.
 */
export const readStart = (path: string, bytes: number): string | null => {
  const handle = openSync(path, FLAGS);
  try {
    if (!fstatSync(handle).isFile()) return null;
    const buffer = Buffer.alloc(bytes);
    let length = 0;
    for (;;) {
      const read = readSync(handle, buffer, length, bytes - length, null);
      length += read;
      if (read === 0 || length === bytes) break;
    }
    return new TextDecoder().decode(buffer.subarray(0, length));
  } finally {
    closeSync(handle);
  }
};
