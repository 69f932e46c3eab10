import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';

const pixels = z.int().min(-100_000).max(100_000);
const schema = z.strictObject({
  x: pixels,
  y: pixels,
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  maximised: z.boolean(),
});

/** Size and place of the window when it is not maximised, in device-independent pixels. */
export type WindowState = Readonly<z.infer<typeof schema>>;
type Area = Pick<Rectangle, 'x' | 'y' | 'width' | 'height'>;
/** What a window opens with; without x and y the system puts it in the middle. */
type Placement = Pick<Area, 'width' | 'height'> & Partial<Area>;

export const MIN_SIZE = { width: 760, height: 520 } as const;
const USUAL_SIZE = { width: 1280, height: 840 } as const;
/** So much of the title bar must be on a screen for a person to get hold of the window. */
const GRIP = { width: 120, height: 32 } as const;

/** The state of last time; null where there is none or the file holds anything else. */
export const readWindowState = (file: string): WindowState | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
};

/** Never an error: where the window stood is not worth a message. */
export const writeWindowState = (file: string, state: WindowState): void => {
  try {
    writeFileSync(file, `${JSON.stringify(state)}\n`);
  } catch {
    // A folder that cannot be written has already been reported by the core.
  }
};

const canBeGrabbed = (state: WindowState, area: Area): boolean => {
  const shown = Math.min(state.x + state.width, area.x + area.width) - Math.max(state.x, area.x);
  return shown >= GRIP.width && state.y >= area.y && state.y <= area.y + area.height - GRIP.height;
};

/** Where to open, given the work areas of the screens of now: a screen that was unplugged takes no window with it. */
export const placeWindow = (state: WindowState | null, areas: readonly Area[]): Placement => {
  const area = state === null ? undefined : areas.find((candidate) => canBeGrabbed(state, candidate));
  if (state === null || area === undefined) return USUAL_SIZE;
  return {
    x: state.x,
    y: state.y,
    width: Math.max(MIN_SIZE.width, Math.min(state.width, area.width)),
    height: Math.max(MIN_SIZE.height, Math.min(state.height, area.height)),
  };
};
