import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type Flags = {
  /** Asks for the browser where the desktop app could be had; the web host itself needs no asking. */
  readonly web: boolean;
  /** Whether the browser may be opened. */
  readonly open: boolean;
  /** 0 for any free one. */
  readonly port: number;
  /** Absolute; null for the platform's usual folder. */
  readonly data: string | null;
};

/** The command line was not understood; the message is a sentence for the person. */
export class FlagError extends Error {}

export const usage = 'npm start -- [--web] [--no-open] [--port N] [--data DIR]';

/** Reads the command line without the program's name. Throws `FlagError`. */
export const parseFlags = (argv: readonly string[]): Flags => {
  const options = {
    web: { type: 'boolean', default: false },
    'no-open': { type: 'boolean', default: false },
    port: { type: 'string', default: '0' },
    data: { type: 'string' },
  } as const;
  const { values } = parsed(() => parseArgs({ args: [...argv], options, strict: true }));
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
    throw new FlagError('A port is a number from 0 to 65535, where 0 means any free one.');
  }
  if (values.data === '') throw new FlagError('The option --data needs the name of a folder.');
  return {
    web: values.web,
    open: !values['no-open'],
    port: Number(values.port),
    data: values.data === undefined ? null : resolve(values.data),
  };
};

const parsed = <T>(parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    // Node's first sentence names the option; the rest is about its own conventions.
    const why =
      error instanceof Error ? error.message.split(/\. |\n/)[0]!.replace(/\.$/, '') : 'Not understood';
    throw new FlagError(`${why}; the command line is ${usage}.`);
  }
};
