const PREFACE = 'GROUNDWORK_PREFACE';

/**
 * What a host is started with. glibc keeps more and more of what was freed, also by threads that are over, unless it is told
 * a limit in bytes when the process starts. This is the one that it begins with by itself.
 */
export const HOST_ENV = { MALLOC_TRIM_THRESHOLD_: '131072' };

/**
 * Puts the built host `file` in the place of this process; returns where the system cannot do that. `preface` is what the host
 * says before its first address.
 */
export const becomeHost = (file: string, argv: readonly string[], preface: string | undefined): void => {
  if (process.platform !== 'linux' || !process.execve) return;
  const env = { ...HOST_ENV, ...process.env, ...(preface !== undefined && { [PREFACE]: preface }) };
  try {
    process.execve(process.execPath, [process.execPath, ...process.execArgv, file, ...argv], env);
  } catch {
    // The host runs in this process then.
  }
};

/** What the process said that this host took the place of. The browser that it opens inherits nothing of all this. */
export const takePreface = (): string | undefined => {
  const { [PREFACE]: preface } = process.env;
  for (const name of [PREFACE, ...Object.keys(HOST_ENV)]) delete process.env[name];
  return preface;
};
