import { openForReading } from './open.ts';

/** Whether SQLite finds the structure of the file sound. A file too damaged to be read is not. */
export const quickCheck = (file: string): boolean => {
  let db: ReturnType<typeof openForReading> | undefined;
  try {
    db = openForReading(file);
    return db.pragma('quick_check', { simple: true }) === 'ok';
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return false;
    throw error;
  } finally {
    db?.close();
  }
};
