import { writeSync } from 'node:fs';
import { tellStrain } from '../strain.ts';

/** Has nothing to do: what keeps its thread from that are the other processes of the computer. */
tellStrain();
writeSync(1, 'ready\n');
setInterval(() => undefined, 60_000);
