import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../main/clock.ts';
import { createCore } from '../../../main/core.ts';
import type { Reply } from '../../../shared/reply.ts';

/** Copies, restores or brings in, over and over (or brings in once), until it is killed: `file catalogueDir what [upload]`. */
const [, , file, catalogueDir, what, upload] = process.argv;
const core = createCore({
  file: file!,
  catalogueDir: catalogueDir!,
  clock: systemClock(),
  version: '0.1.0',
  log: () => undefined,
});
const ask = <T>(name: string, input: object): T => {
  const reply = core.dispatch(name, input) as Reply<T>;
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
  return reply.value;
};
const job = async (input: object): Promise<string> => {
  const { job: id } = ask<{ job: string }>('jobs.start', input);
  while (ask<{ state: string }>('jobs.read', { job: id }).state === 'running')
    await new Promise(setImmediate);
  return id;
};
writeSync(1, `ready ${join(file!)}\n`);
for (let turn = 0; ; turn += 1) {
  if (what === 'backup') {
    ask('settings.set', { hoursPerWeek: 1 + (turn % 60) });
    await job({ kind: 'backup', reason: 'by-hand' });
  } else if (what === 'restore') {
    const { backups } = ask<{ backups: { name: string; reason: string }[] }>('backups.list', {});
    const states = backups.filter(({ reason }) => reason === 'by-hand');
    const checked = await job({ kind: 'preview-restore', backup: states[turn % 2]!.name });
    const backup = await job({ kind: 'backup', reason: 'before-restore' });
    ask('backups.restore', { job: checked, backup });
  } else {
    const read = await job({ kind: 'read-file', upload, fileName: 'all.json' });
    const backup = await job({ kind: 'backup', reason: 'before-import' });
    ask('files.apply', { job: read, backup });
    if (what === 'import-once') {
      writeSync(1, 'turn 0\n');
      await new Promise(() => setInterval(() => undefined, 60_000));
    }
    const { history } = ask<{ history: { undo: { action: number } | null } }>('app.read', {});
    const request = `0194ffff-0000-7000-9000-${turn.toString(16).padStart(12, '0')}`;
    if (history.undo) core.dispatch('history.undo', { request, action: history.undo.action });
  }
  writeSync(1, `turn ${turn}\n`);
}
