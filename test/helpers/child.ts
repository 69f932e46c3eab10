import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A small script of `helpers/children` in a process of its own. It is gone when the test ends. */
export const startChild = (
  script: string,
  ...args: readonly string[]
): {
  child: ChildProcess;
  line: () => Promise<string>;
  lines: string[];
  ended: Promise<string | number | null>;
} => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'children', script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout! });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(
    ([[code, signal]]) => (signal ?? code) as string | number | null,
  );
  return {
    child,
    lines,
    ended,
    line: async () => {
      if (lines.length === 0) await Promise.race([once(reader, 'line'), ended]);
      return lines[0] ?? '';
    },
  };
};
