/** Words are parted before they get here; "c++" and "c#" are words, and "^" marks the word that a title begins with. */
const options = `content='', contentless_delete=1, prefix='1 2 3', tokenize="ascii tokenchars '+#^'"`;
/**
 * `hashsize` (bytes): by default, a large import is written in many small pieces. The two others leave putting pieces
 * together to the edits, a little with each one.
 */
const SETTINGS = { hashsize: 8_000_000, automerge: 0, crisismerge: 128 };

/**
 * The word index holds no text, only where each word stands. Topics have one of their own: they are so many that the few
 * others could not be found among them quickly. `search_item` numbers what has only a text id.
 */
export const searchTables: readonly string[] = [
  `CREATE VIRTUAL TABLE search_topic USING fts5 (title, ${options})`,
  `CREATE VIRTUAL TABLE search_other USING fts5 (title, body, ${options})`,
  ...['search_topic', 'search_other'].flatMap((table) =>
    Object.entries(SETTINGS).map(
      ([name, value]) => `INSERT INTO ${table} (${table}, rank) VALUES ('${name}', ${value})`,
    ),
  ),
  `CREATE VIRTUAL TABLE search_topic_word USING fts5vocab (search_topic, row)`,
  `CREATE VIRTUAL TABLE search_other_word USING fts5vocab (search_other, row)`,
  `CREATE TABLE search_item (
     number INTEGER PRIMARY KEY, kind TEXT NOT NULL, ref TEXT NOT NULL, UNIQUE (kind, ref)) STRICT`,
];
