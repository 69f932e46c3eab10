import type { Link } from '../../shared/model/common.ts';

/** A Markdown task list as the product understands it. Lines count from 1 and are those of the source. */
export type ListDocument = {
  /** The first h1, else the file's name without its extension. */
  readonly category: string;
  /** A note on the category; only a list that Groundwork wrote has one. */
  readonly note: string | null;
  readonly skills: readonly ListSkill[];
  /** What is neither task nor note, in the order of the file; the caller may keep it as a note on the category. */
  readonly leftOut: readonly LeftOut[];
  readonly lookalikes: readonly Lookalike[];
  /** Tasks nested deeper than the product keeps; each is shown among `leftOut`. */
  readonly tooDeep: number;
  readonly counts: ListCounts;
};

/** A heading with tasks of its own. Two headings of the same name are two skills. */
export type ListSkill = {
  readonly name: string;
  /** Headings above it, outermost first, without the first h1. */
  readonly path: readonly string[];
  readonly note: string | null;
  readonly tasks: readonly ListTask[];
  readonly line: number;
};

/** Text that may be formatted. */
export type Inline = {
  /** Plain text on one line. */
  readonly text: string;
  /** The Markdown of the text where it says more than `text`, on one line. */
  readonly markdown: string | null;
  /** Its http, https and mailto links. */
  readonly links: readonly Link[];
};

export type ListTask = Inline & {
  readonly checked: boolean;
  readonly note: string | null;
  readonly children: readonly ListTask[];
  readonly line: number;
};

export type LeftOutKind =
  | 'front matter'
  | 'heading'
  | 'prose'
  | 'list'
  | 'quote'
  | 'table'
  | 'code'
  | 'html'
  | 'rule'
  | 'link definition'
  | 'footnote'
  | 'too deep';

export type LeftOut = {
  readonly line: number;
  readonly kind: LeftOutKind;
  /** As it stands in the source: whole lines. */
  readonly text: string;
};

export type LookalikeKind =
  /** `- [ ]` with nothing after it. */
  | 'empty'
  /** `- []`, `- [ x ]`, `- [ ]no space`. */
  | 'brackets'
  /** `- [-]`, `- [/]`, `- [>]`, as Obsidian and others write them. */
  | 'other mark'
  /** No-break spaces, full-width brackets, `[✓]`. */
  | 'unusual characters'
  /** `- \[ ] x`. */
  | 'escaped'
  /** `-[ ] x` or `[ ] x`, without a bullet that Markdown knows. */
  | 'no bullet'
  /** `- [Done] x`. */
  | 'word'
  /** `- ✅ x`, `- ⬜ x`. */
  | 'emoji'
  | 'code'
  /** Swallowed by a block of HTML, or a checkbox written in HTML. */
  | 'html'
  | 'table row';

/** Looks like a task and is none by the rules of Markdown. Unless it is taken it also stands where it would otherwise. */
export type Lookalike = {
  readonly line: number;
  readonly kind: LookalikeKind;
  /** The text that it would have; empty where it can never be taken. */
  readonly text: string;
  /** A guess. */
  readonly checked: boolean;
  /** Index among `skills`; null where its heading has no task and so is no skill. */
  readonly skill: number | null;
};

/** Figures as GitHub's Markdown counts them, before any rule of the product; lookalikes that were taken are not in them. */
export type ListCounts = {
  readonly tasks: number;
  readonly checked: number;
  readonly topLevelTasks: number;
  readonly maxTaskNesting: number;
  /** Lists around the task that stands in most of them, itself included. */
  readonly maxListDepth: number;
  readonly tasksWithLink: number;
  readonly headings: number;
  readonly headingsWithDirectTasks: number;
  /** Tasks whose text another one above them has. */
  readonly duplicateTaskTexts: number;
};
