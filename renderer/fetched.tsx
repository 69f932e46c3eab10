import { lazy, useState, type ComponentType } from 'react';

export type Fetched<P extends object> = ComponentType<P> & {
  /** Fetches it ahead of its first use. */
  readonly fetch: () => Promise<unknown>;
};

/**
 * A component that is fetched when it is first shown, or ahead of that. One that is there stands in the first frame: a lazy
 * component would show its fallback even then, and React keeps any fallback for 300 ms.
 */
export const fetched = <P extends object>(load: () => Promise<ComponentType<P>>): Fetched<P> => {
  let component: ComponentType<P> | null = null;
  const fetch = async (): Promise<{ default: ComponentType<P> }> => ({
    default: (component ??= await load()),
  });
  const Later = lazy(fetch);
  const Shown = (props: P) => {
    // Settled for as long as it stands: another component in its place would forget what is written in it.
    const [Settled] = useState<ComponentType<P>>(() => component ?? Later);
    return <Settled {...props} />;
  };
  return Object.assign(Shown, { fetch });
};
