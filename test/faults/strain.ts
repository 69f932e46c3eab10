import { readFileSync, writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const EVERY_MS = 10;
const TICK_MS = 10;

/**
 * From now on this process says, when asked by SIGUSR2, how long its thread was kept from its work since it was last asked, 99th
 * percentile and most in milliseconds, and the most memory that it took so far, in KB.
 */
export const tellStrain = (): void => {
  const delay = monitorEventLoopDelay({ resolution: EVERY_MS });
  delay.enable();
  process.on('SIGUSR2', () => {
    const [late, most] = [delay.percentile(99), delay.max].map((ns) => Math.max(0, ns / 1e6 - EVERY_MS));
    writeSync(1, `stall ${late!.toFixed(1)} ${most!.toFixed(1)} ${process.resourceUsage().maxRSS}\n`);
    delay.reset();
  });
};

/** Time of a processor that a process took so far, in milliseconds; null where the system does not tell. */
export const workOf = (pid: number): number | null => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
};
