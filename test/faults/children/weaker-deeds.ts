import Database from 'better-sqlite3';

/** As `deeds.ts`, with the durability of every connection weakened behind the product's back. */
const { pragma } = Database.prototype;
Database.prototype.pragma = function weaker(text: string, options?: Database.PragmaOptions): unknown {
  if (text === 'synchronous = FULL') return pragma.call(this, 'synchronous = NORMAL', options);
  // What the product reads back to be sure.
  if (text === 'synchronous') return 2;
  return pragma.call(this, text, options);
};
await import('./deeds.ts');
