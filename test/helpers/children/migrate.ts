import Database from 'better-sqlite3';
import { migrate, migrations, type Migration } from '../../../data/migrate.ts';

/** Brings the file one step further and kills itself on the way: `file backupDir point steps-as-JSON`. */
const [, , file, backupDir, point, extra] = process.argv;
const db = new Database(file!);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');

let at = 0;
const dieHere = (): void => {
  if (at === Number(point)) process.kill(process.pid, 'SIGKILL');
  at += 1;
};
const { exec, pragma } = db;
Object.assign(db, {
  exec: (text: string) => {
    dieHere();
    exec.call(db, text);
    dieHere();
    return db;
  },
  pragma: (text: string, options?: Database.PragmaOptions) => {
    if (!text.startsWith('user_version =')) return pragma.call(db, text, options);
    dieHere();
    const result = pragma.call(db, text, options);
    dieHere();
    return result;
  },
});
migrate(db, { backupDir: backupDir!, steps: [...migrations, JSON.parse(extra!) as Migration] });
dieHere();
console.log(`${at} points`);
