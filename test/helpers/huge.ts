import { join } from 'node:path';
import Database from 'better-sqlite3';
import { repository } from './paths.ts';
import { openCore } from './test-core.ts';

/** What the huge file holds besides the catalogue. */
export const huge = {
  category: 'imported',
  title: 'Imported',
  longSkill: 'imported-long',
  longTopics: 20_000,
} as const;

const PER_SKILL = 10;
/** 200 graphemes, with words that are long and signs of more than one code point. */
const LONG = 'I can explain Donaudampfschifffahrtsgesellschaftskapitänsmützen 🏳️‍🌈 and 👩🏽‍💻 '.repeat(4);
const longTitle = [...new Intl.Segmenter('en').segment(LONG.repeat(3))]
  .slice(0, 200)
  .map(({ segment }) => segment)
  .join('');
const texts = [
  'I can import a list of my own and tick what I know of it.',
  'أستطيع أن أشرح الفرق بين العملية والخيط، وأعرف متى أستخدم كلا منهما.',
  longTitle,
  'אני יכול לכתוב שאילתה SQL עם JOIN ולהסביר את התוצאה.',
  'I can name the parts of a URL.',
];

/**
 * Makes a data file with the built catalogue and `topics` topics of the person's own: one skill of 20,000, the others of
 * ten each, in a category of their own. Long and right-to-left texts are mixed in.
 */
export const makeHuge = (file: string, topics = 100_000): void => {
  openCore({ file, catalogueDir: join(repository, 'dist/catalogue') }).close();
  const db = new Database(file);
  db.pragma('foreign_keys = ON');
  const number = (table: string): number =>
    db.prepare<[], { top: number }>(`SELECT max(number) AS top FROM ${table}`).get()!.top + 1;
  const addSkill = db.prepare(
    `INSERT INTO skill (number, id, origin, category, position, name, description, estimated_hours, half_life_months)
     VALUES (?, ?, 'user', ?, ?, ?, ?, 10, 24)`,
  );
  const addTopic = db.prepare(
    `INSERT INTO topic (number, id, origin, skill, level, position, text) VALUES (?, ?, 'user', ?, ?, ?, ?)`,
  );
  let skill = number('skill');
  let topic = number('topic');
  db.transaction(() => {
    db.prepare(`INSERT INTO category (id, origin, position, title) VALUES (?, 'user', 1000, ?)`).run(
      huge.category,
      huge.title,
    );
    addSkill.run(skill, huge.longSkill, huge.category, 0, 'A checklist of 20,000', 'One very long list.');
    for (let at = 0; at < huge.longTopics; at += 1, topic += 1) {
      addTopic.run(topic, `${huge.longSkill}.${at}`, skill, 2, at, `${at + 1}. ${texts[at % texts.length]}`);
    }
    skill += 1;
    for (let made = huge.longTopics; made < topics; made += PER_SKILL, skill += 1) {
      const name =
        skill % 50 === 0
          ? longTitle
          : skill % 30 === 0
            ? 'قواعد البيانات العلائقية'
            : `Imported list ${skill}`;
      addSkill.run(skill, `imported-${skill}`, huge.category, skill, name, 'A list that was imported.');
      for (let at = 0; at < PER_SKILL; at += 1, topic += 1) {
        addTopic.run(topic, `imported-${skill}.${at}`, skill, 1 + (at % 4), at, texts[at % texts.length]);
      }
    }
  })();
  db.close();
};
