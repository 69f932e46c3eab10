import type { LookalikeKind } from './document.ts';

/** What a line looks like: its mark is cut off, `rest` is Markdown. */
export type Mark = { readonly kind: LookalikeKind; readonly checked: boolean; readonly rest: string };

const DONE_WORDS =
  'done|completed?|finished|closed|yes|ok|erledigt|fertig|ja|fait|terminé|oui|hecho|listo|sí|feito|fatto|fine|gotowe|готово|да|完了|済|完成|已完成|是|완료|تم|נעשה';
const OPEN_WORDS =
  'to-?do|to do|open|pending|wip|in progress|doing|started|blocked|planned|next|no|not done|offen|nein|à faire|non|pendiente|por hacer|a fazer|do zrobienia|нет|未完了|未|未完成|待办|进行中|否|미완료|예정';
const WORD = new RegExp(
  `^\\\\?[\\[［【](?:(${DONE_WORDS})|(?:${OPEN_WORDS}))\\\\?[\\]］】](?![(\\[:])`,
  'iu',
);
const DONE_EMOJI = '✅|☑|✔|✓|🗹|🟩|:white_check_mark:|:heavy_check_mark:|:ballot_box_with_check:';
const OPEN_EMOJI =
  '⬜|☐|🔲|🔳|⬛|◻|◽|▢|□|❌|✗|✘|☒|⏳|🚧|🟥|🟨|:white_large_square:|:black_square_button:|:white_square_button:|:x:|:construction:';
const EMOJI = new RegExp(`^(?:(${DONE_EMOJI})|(?:${OPEN_EMOJI}))\\uFE0F?`, 'u');
/** Boxes that programs without Markdown put before a to-do; other emoji at the start of a sentence mean nothing. */
const BOX = /^[☐☑☒]/u;
const BRACKETS =
  /^(\\?)([[［【])([\s\u200B\u2060\uFEFF\u2800]*)(\P{White_Space}?)([\s\u200B\u2060\uFEFF\u2800]*)(\\?)([\]］】])/u;
const CHECKBOX = /^<input\b[^>]*\btype\s*=\s*["']?checkbox\b[^>]*>/i;

const TICKS = /^[xX×хХｘＸ✓✔☑✅vVyY√●◉]$/u;
const OTHER_MARKS = /^[-/\\><~!?*+.,;:"'#=^&%$@oOvVyY…]$/u;
const PLAIN_SPACES = /^[ \t]*$/;

const bracketMark = (source: string): Mark | null => {
  const found = BRACKETS.exec(source);
  if (!found) return null;
  const [whole, escape, open, before, mark, after, escapeEnd, close] = found as unknown as string[];
  const rest = source.slice(whole!.length);
  // A link, a reference to one, or its definition.
  if (/^[([:]/.test(rest)) return null;
  if (mark !== '' && !TICKS.test(mark!) && !OTHER_MARKS.test(mark!)) return null;
  const usual =
    open === '[' &&
    close === ']' &&
    PLAIN_SPACES.test(before! + after!) &&
    (!TICKS.test(mark!) || /[xXvVyY]/.test(mark!));
  let kind: LookalikeKind = 'brackets';
  if (rest.trim() === '') kind = 'empty';
  else if (escape || escapeEnd) kind = 'escaped';
  else if (!usual) kind = 'unusual characters';
  else if (mark !== '' && !/[xX]/.test(mark!)) kind = 'other mark';
  return { kind, checked: TICKS.test(mark!), rest };
};

const wordMark = (source: string): Mark | null => {
  const found = WORD.exec(source);
  if (!found || source.length === found[0].length) return null;
  return { kind: 'word', checked: found[1] !== undefined, rest: source.slice(found[0].length) };
};

const emojiMark = (source: string): Mark | null => {
  const found = EMOJI.exec(source);
  if (!found || source.length === found[0].length) return null;
  return { kind: 'emoji', checked: found[1] !== undefined, rest: source.slice(found[0].length) };
};

const checkboxMark = (source: string): Mark | null => {
  const tag = CHECKBOX.exec(source)?.[0];
  return tag === undefined ? null : { kind: 'html', checked: isTicked(tag), rest: source.slice(tag.length) };
};

/** Whether an HTML checkbox is ticked. */
export const isTicked = (tag: string): boolean => /\schecked\b/i.test(tag);

/** What the text of a list item looks like that is no task. */
export const itemMark = (source: string): Mark | null =>
  bracketMark(source) ?? wordMark(source) ?? emojiMark(source) ?? checkboxMark(source);

/** A bullet that is none to Markdown: glued to its brackets, another character, or a number within a paragraph. */
const GLUED = /^(?:[-*+]|\d{1,9}[.)][ \t]*|[•‣◦▪▫–—·・●○*＊－]\s*)(?=\\?[[［【]|[☐☑☒])/u;

/** What a line of a paragraph looks like; `anyStart` where it needs no bullet at all. */
export const lineMark = (line: string, anyStart: boolean): Mark | null => {
  const source = line.trim();
  const bullet = GLUED.exec(source)?.[0] ?? '';
  if (bullet === '' && !anyStart) return null;
  const own = source.slice(bullet.length);
  const mark =
    bracketMark(own) ?? wordMark(own) ?? checkboxMark(own) ?? (BOX.test(own) ? emojiMark(own) : null);
  if (!mark || mark.rest.trim() === '') return null;
  return mark.kind === 'brackets' ? { ...mark, kind: 'no bullet' } : mark;
};

/** A task as Markdown has it, on a line that Markdown does not read: `indent` is its column. */
export const unreadTask = (
  line: string,
): { readonly indent: number; readonly checked: boolean; readonly rest: string } | null => {
  const found = /^([ \t>]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\][ \t]+(\S.*)$/.exec(line);
  if (!found) return null;
  return {
    indent: found[1]!.replaceAll('\t', '    ').length,
    checked: found[2] !== ' ',
    rest: found[3]!,
  };
};

const CELL = new RegExp(
  `^(?:\\\\?\\[([ xX]?)\\\\?\\]|(?:(${DONE_EMOJI})|(?:${OPEN_EMOJI}))\\uFE0F?|(${DONE_WORDS})|(?:${OPEN_WORDS}))$`,
  'iu',
);

/** Whether a table's cell says done (true) or not done (false); null where it says something else. */
export const cellMark = (source: string): boolean | null => {
  const found = CELL.exec(source.trim());
  if (!found) return null;
  return (found[1] ?? '').trim() !== '' || found[2] !== undefined || found[3] !== undefined;
};
