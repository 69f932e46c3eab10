import type { Reply } from '../shared/reply.ts';
import type { StartFault } from './start-error.ts';

/** What a host's thread and the core's thread say to each other. */
export type ToCore =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'close' };

export type FromCore =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly fault: StartFault; readonly sentence: string }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> };
