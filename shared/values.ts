import type { CertificationFacts } from './model/certification-facts.ts';
import type { Settings } from './model/settings.ts';
import type { TopicState } from './model/topic.ts';

/** Constants and types that both the schemas and the page need at run time; no zod here, so the page stays small. */

/** 1 aware, 2 working, 3 proficient, 4 expert. */
export type Level = 1 | 2 | 3 | 4;
export const LEVELS: readonly Level[] = [1, 2, 3, 4];
/** A level or 0, "not started". */
export type ReachedLevel = 0 | Level;

/** The part of a role in which a requirement stands. */
export const STAGES = ['foundation', 'core', 'advanced'] as const;
export type Stage = (typeof STAGES)[number];

/** The three readings of readiness, always in this order. */
export const BARS = ['covered', 'proven', 'fresh'] as const;
export type Bar = (typeof BARS)[number];

/** In the order of the keys 1 to 5. */
export const TOPIC_STATUSES = ['todo', 'learning', 'done', 'revise', 'skipped'] as const;
export type TopicStatus = (typeof TOPIC_STATUSES)[number];

/** Deepest nesting of topics; a topic at the top has depth 1. */
export const MAX_DEPTH = 16;

/** What a person can keep to read, watch or do. */
export const RESOURCE_KINDS = ['article', 'video', 'course', 'book', 'docs', 'exercise', 'other'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** The parts of the reader, in order. */
export const READING_SECTIONS = [
  'role',
  'signs',
  'moves',
  'claims',
  'pay',
  'industries',
  'trends',
  'challenges',
  'principles',
  'companies',
  'workplace',
  'wellbeing',
  'education',
  'experience',
  'language',
  'people',
  'portfolio',
  'additions',
  'questions',
  'terms',
  'tools',
] as const;
export type ReadingSection = (typeof READING_SECTIONS)[number];

/** What notes are written about. */
export const NOTE_SUBJECTS = ['skill', 'topic', 'role', 'category', 'certification'] as const;
export type NoteSubject = (typeof NOTE_SUBJECTS)[number];

/** What kind of work a project is. */
export const PROJECT_KINDS = ['personal', 'course', 'open-source', 'client', 'work'] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];

/** How many tags a project has at most, and UTF-16 units of one. */
export const TAGS = { most: 30, length: 60 } as const;

/** How far a project is, in the order of the board. */
export const PROJECT_STATUSES = ['idea', 'planned', 'building', 'shipped', 'paused', 'dropped'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** Screenshots of a project: bytes of one, and how many. */
export const PICTURES = { bytes: 4 * 1024 * 1024, most: 8 } as const;

/** As what things can be saved: everything as JSON, or one noun as a table. */
export const EXPORT_FORMATS = ['json', 'skills', 'projects', 'certifications'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Work, or education. */
export const EXPERIENCE_AREAS = ['work', 'education'] as const;
export type ExperienceArea = (typeof EXPERIENCE_AREAS)[number];

/** A skill is due for review below the first share of freshness and stale below the second. */
export const DUE_BELOW = 0.9;
export const STALE_BELOW = 0.5;

/** Longest texts of the person's own, in UTF-16 units. A title has room for 200 characters of any script. */
export const LENGTHS = {
  line: 200,
  title: 2_400,
  topic: 2_000,
  description: 5_000,
  note: 200_000,
  url: 2_048,
} as const;

/** Both count as known; `revise` says that it wants a look. */
export const isCounted = (status: TopicStatus): boolean => status === 'done' || status === 'revise';

/** The state of a topic that nobody said anything about. */
export const untouched: TopicState = { status: 'todo', reason: null, since: null, doneOn: null };

export const defaultSettings: Settings = {
  theme: 'system',
  contrast: 'system',
  textSize: 100,
  hoursPerWeek: 8,
  firstDayOfWeek: 'monday',
  reviewsPerDay: 5,
  reviewsPausedUntil: null,
  weeklyTarget: null,
  streak: false,
  streakPauses: [],
  welcomed: false,
};

export const TEXT_SIZES = { smallest: 90, largest: 140, step: 10 } as const;

/** How far an exam asks for what a person can, as the issuers name it. */
export const CERTIFICATION_LEVELS = ['entry', 'associate', 'professional', 'specialty'] as const;
export type CertificationLevel = (typeof CERTIFICATION_LEVELS)[number];

/** The highest level that a passed certification shows of its skills. */
export const SHOWN_BY: Readonly<Record<CertificationLevel, Level>> = {
  entry: 1,
  associate: 2,
  professional: 3,
  specialty: 3,
};

/** Hours of study that are taken for an exam until the person says their own. */
export const STUDY_HOURS: Readonly<Record<CertificationLevel, number>> = {
  entry: 30,
  associate: 80,
  professional: 120,
  specialty: 120,
};

/** Hours a week that a person can set for one exam, in halves. */
export const EXAM_HOURS_A_WEEK = { least: 0.5, most: 80 } as const;

/** Where a person stands with a certification by their own word; passing and failing belong to an attempt. */
export const PLAN_STATUSES = ['interested', 'studying', 'booked', 'done', 'dropped'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What stands behind the weights of the parts of an exam. */
export const WEIGHT_KINDS = ['exact', 'range', 'approx', 'none', 'unverified'] as const;
export type WeightKind = (typeof WEIGHT_KINDS)[number];

/** How sure a person is of a part of an exam: 0 new, 4 could teach it. */
export const CONFIDENCES = [0, 1, 2, 3, 4] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Days before expiry from which a renewal is due, where the issuer's own window is not known. */
export const RENEWAL_DUE_DAYS = 90;
/** Why a copy of the file was made. */
export const BACKUP_REASONS = [
  'automatic',
  'by-hand',
  'before-version',
  'before-catalogue',
  'before-restore',
  'before-import',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** A certification of which nothing is known yet. */
export const blankFacts: CertificationFacts = {
  name: '',
  issuer: '',
  code: null,
  level: 'associate',
  status: 'active',
  statusNote: '',
  retiredOn: null,
  replacedBy: null,
  weightsKind: 'unverified',
  domains: [],
  durationMinutes: null,
  questions: null,
  questionsNote: '',
  passing: null,
  passingScale: '',
  costUsd: null,
  validityMonths: null,
  neverExpires: false,
  renewal: '',
  renewalOpensDays: null,
  retake: '',
  retakeWaitsDays: [],
  prerequisites: '',
  officialUrl: null,
  guideUrl: null,
  skills: [],
  notes: '',
};
