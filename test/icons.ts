import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './helpers/chromium-setup.ts';
import { icnsKinds, icnsOf, icoOf, type Picture } from './helpers/icon-files.ts';
import { repository } from './helpers/paths.ts';
import { launchBrowser } from './helpers/web-host.ts';

/** `npm run icons`: every size of the app's icon, drawn from app-icon.svg by Chromium. */
const icons = join(repository, 'renderer/icons');
const linuxSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512];
const icoSizes = [16, 24, 32, 48, 64, 128, 256];

const executable = await findChromium();
if (executable === '') process.exit(1);
const svg = readFileSync(join(icons, 'app-icon.svg'));
const browser = await launchBrowser(executable);
try {
  const page = await browser.newPage();
  const draw = async (size: number): Promise<Picture> => {
    const drawn = await page.evaluate(
      async ({ source, side }) => {
        const image = new Image(side, side);
        image.src = source;
        await image.decode();
        const canvas = new OffscreenCanvas(side, side);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0, side, side);
        const png = await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer();
        const base64 = (bytes: Uint8Array): string =>
          btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
        const { data } = context.getImageData(0, 0, side, side);
        return { png: base64(new Uint8Array(png)), rgba: base64(new Uint8Array(data.buffer)) };
      },
      { source: `data:image/svg+xml;base64,${svg.toString('base64')}`, side: size },
    );
    return { size, png: Buffer.from(drawn.png, 'base64'), rgba: Buffer.from(drawn.rgba, 'base64') };
  };
  const sizes = new Set([...linuxSizes, ...icoSizes, ...icnsKinds.map(([, size]) => size)]);
  const pictures: Picture[] = [];
  for (const size of sizes) pictures.push(await draw(size));
  const of = (wanted: readonly number[]): Picture[] => pictures.filter(({ size }) => wanted.includes(size));

  mkdirSync(join(icons, 'linux'), { recursive: true });
  for (const { size, png } of of(linuxSizes)) writeFileSync(join(icons, `linux/${size}x${size}.png`), png);
  writeFileSync(join(icons, 'app-icon.ico'), icoOf(of(icoSizes)));
  writeFileSync(join(icons, 'app-icon.icns'), icnsOf(pictures));
  const hash = createHash('sha256').update(svg).digest('hex');
  writeFileSync(join(icons, 'app-icon.svg.sha256'), `${hash}\n`);
  console.log(`Drew ${pictures.length} sizes from app-icon.svg.`);
} finally {
  await browser.close();
}
