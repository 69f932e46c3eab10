import { parentPort, workerData } from 'node:worker_threads';
import { quickCheck } from '../../data/check.ts';

/** The job thread: work that takes over 50 ms, on a connection that can never write. */
const { file } = workerData as { file: string };

parentPort!.postMessage({ ok: quickCheck(file) });
