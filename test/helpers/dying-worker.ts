import { parentPort } from 'node:worker_threads';

/** A core that is ready and dies at the first call: what a host sees of a fault that nobody foresaw. */
parentPort!.postMessage({ kind: 'ready' });
parentPort!.on('message', () => {
  throw new Error('died');
});
