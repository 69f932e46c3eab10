import { describe, expect, test } from 'vitest';
import { silent, uploadOver } from '../../renderer/api.ts';
import { MAX_UPLOAD, uploadTooLarge, type Bridge, type UploadFile } from '../../shared/bridge.ts';

const taken = { ok: true, value: { upload: 'x'.repeat(22) } } as const;

describe('handing a file to the host', () => {
  const over = (
    upload: Bridge['upload'],
  ): { give: (file: Blob) => Promise<unknown>; given: UploadFile[] } => {
    const given: UploadFile[] = [];
    const bridge = {
      upload: (file: UploadFile) => {
        given.push(file);
        return upload(file);
      },
    } as unknown as Bridge;
    return { give: uploadOver(bridge), given };
  };

  test('gives the id that the host answers', async () => {
    const { give, given } = over(() => Promise.resolve(taken));
    const file = new File(['text'], 'list.md');
    expect(await give(file)).toEqual(taken);
    expect(given).toEqual([file]);
  });

  test('says at once that it is too large, without asking the host', async () => {
    const { give, given } = over(() => Promise.resolve(taken));
    const file = new File(['x'], 'large.md');
    Object.defineProperty(file, 'size', { value: MAX_UPLOAD + 1 });
    expect(await give(file)).toEqual(uploadTooLarge);
    expect(given).toEqual([]);
  });

  test('tells a file that cannot be read from a host that does not answer', async () => {
    const { give, given } = over(() => Promise.reject(new TypeError('Failed to fetch')));
    const gone = new File(['x'], 'gone.md');
    gone.slice = () =>
      ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) as unknown as Blob;
    expect(await give(gone)).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringContaining('cannot be read') },
    });
    expect(given).toEqual([]);
    const file = new File(['x'], 'list.md');
    expect(await give(file)).toBe(silent);
    expect(given).toHaveLength(1);
  });
});
