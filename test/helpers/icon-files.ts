/** The two container formats of desktop icons: a few bytes around pictures. */

/** One picture: its PNG, and its pixels row by row from the top as red, green, blue, alpha. */
export type Picture = { readonly size: number; readonly png: Buffer; readonly rgba: Buffer };

/** Windows reads PNG within an icon at 256 only, and plain bitmaps at every other size. */
const bitmapOf = ({ size, rgba }: Picture): Buffer => {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(size, 4);
  head.writeInt32LE(size * 2, 8); // colours and mask, one above the other
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const colours = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const to = ((size - 1 - y) * size + x) * 4; // the last row comes first
      colours.set([rgba[from + 2]!, rgba[from + 1]!, rgba[from]!, rgba[from + 3]!], to);
    }
  }
  // All zero: what is seen through is said by the alpha of the colours.
  const mask = Buffer.alloc(Math.ceil(size / 32) * 4 * size);
  return Buffer.concat([head, colours, mask]);
};

/** An .ico of these pictures, 256 pixels at most. */
export const icoOf = (pictures: readonly Picture[]): Buffer => {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  const bodies = pictures.map((picture) => (picture.size === 256 ? picture.png : bitmapOf(picture)));
  let offset = head.length + 16 * pictures.length;
  const entries = pictures.map(({ size }, at) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(bodies[at]!.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += bodies[at]!.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...bodies]);
};

/** The name of each picture within an .icns, with its size in pixels; the `ic1x` ones are for dense screens. */
export const icnsKinds = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1_024],
] as const;

/** An .icns; the pictures must have every size that it names. */
export const icnsOf = (pictures: readonly Picture[]): Buffer => {
  const parts = icnsKinds.map(([kind, size]) => {
    const { png } = pictures.find((picture) => picture.size === size)!;
    const head = Buffer.from(`${kind}\0\0\0\0`, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.from('icns\0\0\0\0', 'latin1');
  head.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 8),
    4,
  );
  return Buffer.concat([head, ...parts]);
};
