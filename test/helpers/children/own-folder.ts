import { OpenError } from '../../../data/open-error.ts';
import { ownDataFolder } from '../../../data/owner-lock.ts';

/** Owns the folder until it is killed, or says why it may not. */
const started = performance.now();
try {
  ownDataFolder(process.argv[2]!);
  console.log('owns');
  setInterval(() => undefined, 60_000);
} catch (error) {
  console.log(
    `${error instanceof OpenError ? error.fault : String(error)} ${Math.round(performance.now() - started)}`,
  );
}
