import type { StateChange } from '../data/events.ts';
import type { HistoryChange } from '../shared/model/history.ts';
import type { Workspace } from './workspace.ts';

/** Columns that tell a person something, by table, with the name of the part that they are. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  topic: { text: 'text', level: 'level' },
  skill: { name: 'name', description: 'description', category: 'category' },
  skill_own: { name: 'own name', half_life_months: 'half-life', aliases: 'aliases' },
  note: { text: 'note' },
  resource: { title: 'resource', url: 'address', read: 'read' },
  reference_state: { read: 'read', hidden: 'hidden' },
  evidence: { title: 'evidence', level: 'level', date: 'date' },
  review: { answered_on: 'review' },
  certification_plan: {
    status: 'plan',
    exam: 'exam',
    hours_per_week: 'hours a week',
    study_hours: 'hours of study',
  },
  objective: { confidence: 'confidence' },
  exam_result: { taken_on: 'taken on', score: 'score', outcome: 'outcome' },
  credential: { title: 'credential', issued_on: 'issued on', expires_on: 'expires on' },
  role_market: { region: 'region', salary: 'salary', demand: 'demand' },
  own_role: { title: 'title', summary: 'summary' },
  project: {
    title: 'title',
    status: 'status',
    brief: 'brief',
    part: 'my part',
    result: 'result',
    repository: 'repository',
    demo: 'demo',
    started_on: 'started',
    finished_on: 'finished',
    notes: 'notes',
    tags: 'tags',
  },
  project_item: { text: 'item', ticked: 'ticked', reason: 'waived' },
  project_picture: { caption: 'picture' },
  experience: {
    title: 'title',
    organisation: 'organisation',
    started: 'from',
    ended: 'to',
    did: 'what you did',
  },
};
const LONGEST = 200;

/** Columns that hold 0 or 1. */
const YES_NO: ReadonlySet<string> = new Set(['read', 'hidden', 'ticked']);

/** Columns that hold a list of texts as JSON. */
const LISTS: ReadonlySet<string> = new Set(['tags', 'aliases']);

/** Null for what says nothing: a row begins with much of that. */
const shown = (value: string | number | null | undefined, column = ''): string | null => {
  if (value === null || value === undefined || value === '' || value === '[]') return null;
  if (YES_NO.has(column)) return value === 0 ? null : 'yes';
  const text = LISTS.has(column) ? (JSON.parse(String(value)) as string[]).join(', ') : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
};

/** A change as before and after, for showing. Places and other inner matters are left out. */
export const changesShown = (workspace: Workspace, change: StateChange): HistoryChange[] => {
  switch (change.what) {
    case 'topic': {
      const { text } = workspace.topicByNumber(change.topic);
      return [{ what: text, before: change.before.status, after: change.after.status }];
    }
    case 'targets': {
      const titles = (targets: typeof change.before): string =>
        targets.map(({ role }) => workspace.roles().find(({ id }) => id === role)?.title ?? role).join(', ');
      return [{ what: 'targets', before: shown(titles(change.before)), after: shown(titles(change.after)) }];
    }
    case 'member': {
      const title = workspace.groups().get(change.group)?.title ?? change.group;
      return [{ what: title, before: change.before, after: change.after }];
    }
    case 'row':
      return Object.entries(parts[change.table] ?? {}).flatMap(([column, what]) => {
        const before = shown(change.before?.[column], column);
        const after = shown(change.after?.[column], column);
        return before === after ? [] : [{ what, before, after }];
      });
    case 'made':
      return [];
  }
};
