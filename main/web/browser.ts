/** Whether there can be a browser to open: on Linux only where there is a display. */
export const hasDisplay = (
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): boolean => platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);

/**
 * Opens an address in the default browser. Says nothing where that fails: the address stands in the terminal.
 * Resolves once the opener is on its way, which is not to be waited for before anything else.
 */
export const openBrowser = async (address: string): Promise<void> => {
  try {
    const { default: open } = await import('open');
    const opener = await open(address);
    opener.on('error', () => undefined);
  } catch {
    // No opener on this computer.
  }
};
