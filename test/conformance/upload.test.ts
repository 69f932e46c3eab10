import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { uploadPath } from '../../main/uploads.ts';
import { MAX_UPLOAD } from '../../shared/bridge.ts';
import { tempDir } from '../helpers/test-core.ts';
import { inProcess, overHttp, throughElectron } from './carriers.ts';

const carriers = { inProcess, overHttp, throughElectron };
const files = {
  'no bytes': new Uint8Array(),
  'every byte': new Uint8Array(70_000).map((_, at) => at % 256),
  'a text': new TextEncoder().encode('Grüße, 日本, 🙂\r\n\0'),
  'the largest': new Uint8Array(MAX_UPLOAD).fill(0xa5),
};

describe.each(Object.entries(carriers))('a file handed over: %s', (_, open) => {
  test('arrives unchanged, under an id that leads to it, and is gone with the host', async () => {
    const dataDir = tempDir();
    const carrier = await open(dataDir);
    for (const [name, bytes] of Object.entries(files)) {
      const reply = await carrier.upload(bytes);
      expect(reply, name).toStrictEqual({
        ok: true,
        value: { upload: expect.stringMatching(/^[\w-]{22}$/) },
      });
      const path = uploadPath(dataDir, reply.ok ? reply.value.upload : '')!;
      expect(readFileSync(path).equals(bytes), name).toBe(true);
    }
    expect(readdirSync(join(dataDir, 'uploads'))).toHaveLength(4);
    await carrier.close();
    expect(existsSync(join(dataDir, 'uploads'))).toBe(false);
  });
});
