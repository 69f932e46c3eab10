import { run } from '../../../main/web/run.ts';
import { tellStrain } from '../strain.ts';

/**
 * The web host over the real core in its thread, whose clock can be set: `dataDir catalogueDir rendererDir [stallMs]`. With
 * `stallMs` it is a host at fault, which blocks its thread that long again and again.
 */
const [, , dataDir, catalogueDir, rendererDir, stallMs = '0'] = process.argv;
tellStrain();
if (Number(stallMs) > 0) {
  setInterval(() => {
    const end = performance.now() + Number(stallMs);
    while (performance.now() < end);
  }, 50).unref();
}
process.exitCode = await run(['--no-open', '--data', dataDir!], {
  workerFile: new URL('jumping-core.js', import.meta.url),
  catalogueDir: catalogueDir!,
  rendererDir: rendererDir!,
});
