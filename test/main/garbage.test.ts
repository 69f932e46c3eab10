import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { collectGarbage, collectMuchGarbage } from '../../main/garbage.ts';

describe('the garbage of a thread', () => {
  it('is given back at once when asked, and what is in use stays', async () => {
    const kept = { size: 1 };
    const [used, unused] = [new WeakRef(kept), new WeakRef({ size: 2 })];
    // A reference that was made or read in this turn of the loop holds its object until the turn is over.
    await setTimeout(0);
    collectGarbage();
    expect(unused.deref()).toBeUndefined();
    expect(used.deref()).toBe(kept);
  });

  it('is given back by itself once the process holds far more than before, and not for a little', async () => {
    collectGarbage();
    const little = new WeakRef({ size: 3 });
    await setTimeout(0);
    collectMuchGarbage();
    expect(little.deref()).toBeDefined();
    const much = new WeakRef({ bytes: Buffer.alloc(32 * 1_048_576, 1) });
    await setTimeout(0);
    collectMuchGarbage();
    expect(much.deref()).toBeUndefined();
  });
});
