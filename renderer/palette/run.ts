import { assertNever } from '../../shared/assert-never.ts';
import type { State } from '../store.ts';
import { toggled } from '../parts/topics/topic-mark.tsx';
import type { PaletteRow } from './rows.ts';

const go = (path: string): void => {
  location.hash = path;
};
const skillPath = (id: string): string => `/skills/${encodeURIComponent(id)}`;
const rolePath = (id: string): string => `/roles/${encodeURIComponent(id)}`;
const categoryPath = (id: string): string => `/skills/in/${encodeURIComponent(id)}`;
const certificationPath = (id: string): string => `/certifications/${encodeURIComponent(id)}`;
const topicPath = (skill: string, topic: string): string =>
  `${skillPath(skill)}/${encodeURIComponent(topic)}`;

/** The address of what a line stands for; null for what only can be done. */
export const pathOf = (row: PaletteRow): string | null => {
  switch (row.kind) {
    case 'topic':
      return topicPath(row.hit.skill, row.hit.id);
    case 'hit':
      return hitPath(row.hit);
    case 'visit':
      return row.visit.path;
    case 'know':
      return skillPath(row.skill.id);
    case 'action':
    case 'add':
      return null;
    default:
      return assertNever(row);
  }
};

const hitPath = (hit: Extract<PaletteRow, { kind: 'hit' }>['hit']): string => {
  switch (hit.kind) {
    case 'skill':
      return skillPath(hit.id);
    case 'role':
      return rolePath(hit.id);
    case 'category':
      return categoryPath(hit.id);
    case 'resource':
      return skillPath(hit.skill);
    case 'certification':
      return certificationPath(hit.id);
    case 'project':
      return `/projects/${encodeURIComponent(hit.id)}`;
    case 'experience':
      return `/experience/${encodeURIComponent(hit.id)}`;
    case 'reading':
      return `/reading/${hit.section}/${encodeURIComponent(hit.id)}`;
    case 'note': {
      const { kind, id } = hit.subject;
      if (hit.skill !== null) {
        return kind === 'topic' ? topicPath(hit.skill, id) : skillPath(hit.skill);
      }
      if (kind === 'certification') return certificationPath(id);
      return kind === 'role' ? rolePath(id) : categoryPath(id);
    }
    default:
      return assertNever(hit);
  }
};

/** Does what a line says. Only a topic leaves the palette open: it is ticked in place, and the next one can follow. */
export const runRow = (row: PaletteRow, state: State): void => {
  if (row.kind === 'topic') {
    const { status } = state.topics[row.hit.id] ?? row.hit.state;
    return void state.setStatus(row.hit.id, toggled(status));
  }
  state.closeOverlay();
  switch (row.kind) {
    case 'action':
      return void row.action.run(state);
    case 'know':
      return void state.know(row.skill.id, null);
    case 'add':
      return state.openOverlay({ kind: 'new-skill', name: row.name, category: null });
    case 'hit':
    case 'visit':
      go(pathOf(row)!);
      return openNote(row, state);
    default:
      return assertNever(row);
  }
};

/** The note on a category stands in a dialog above its line. */
const openNote = (row: PaletteRow, { openOverlay }: State): void => {
  if (row.kind !== 'hit' || row.hit.kind !== 'note' || row.hit.subject.kind !== 'category') return;
  openOverlay({ kind: 'category-note', category: row.hit.subject.id, title: row.hit.title });
};

/** Opens the page of what a line stands for; does what it says where there is none. */
export const openRow = (row: PaletteRow, state: State): void => {
  const path = pathOf(row);
  if (path === null) return runRow(row, state);
  state.closeOverlay();
  go(path);
  openNote(row, state);
};
