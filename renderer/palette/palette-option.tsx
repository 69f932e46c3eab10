import {
  Award,
  Book,
  BookOpen,
  Briefcase,
  CheckCheck,
  Folder,
  Hammer,
  History,
  ListTree,
  Plus,
  Signpost,
  StickyNote,
} from 'lucide-react';
import { memo, type ReactElement } from 'react';
import type { TopicState } from '../../shared/model/topic.ts';
import { marksOf } from '../../shared/rules/search-marks.ts';
import { localToday } from '../clock.ts';
import { shortDate } from '../format.ts';
import { actions } from '../actions.ts';
import { keyTexts } from '../keys.ts';
import { toggled, useTopicState } from '../parts/topics/topic-mark.tsx';
import { useStoreApi } from '../store.ts';
import { StatusIcon } from '../ui/status-mark.tsx';
import { Key } from '../ui/tag.tsx';
import { t } from '../words.ts';
import { Marked } from './marked.tsx';
import styles from './palette.module.css';
import type { PaletteRow } from './rows.ts';

type PaletteOptionProps = Readonly<{
  id: string;
  index: number;
  row: PaletteRow;
  isSelected: boolean;
  /** What the answer is to, and the near words that stood in for it. */
  typed: string;
  near: readonly string[];
  onPoint: (index: number) => void;
  onPick: (row: PaletteRow, way: 'run' | 'open') => void;
}>;

/** One line. It renders again only where its own content, its marks or its selection change. */
export const PaletteOption = memo((props: PaletteOptionProps) => {
  const { id, index, row, isSelected, typed, near, onPoint, onPick } = props;
  return (
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      className={styles.option}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      // A list that changes below a pointer at rest is no movement, though the browser tells one.
      onMouseMove={({ movementX, movementY }) => {
        if (!isSelected && (movementX !== 0 || movementY !== 0)) onPoint(index);
      }}
      onClick={(event) => onPick(row, event.ctrlKey || event.metaKey ? 'open' : 'run')}
    >
      {row.kind === 'topic' ? (
        <TopicContent hit={row.hit} isSelected={isSelected} typed={typed} near={near} />
      ) : (
        <Content row={row} isSelected={isSelected} typed={typed} near={near} />
      )}
    </div>
  );
});

type ContentProps<R> = Pick<PaletteOptionProps, 'isSelected' | 'typed' | 'near'> & Readonly<R>;
type TopicHit = Extract<PaletteRow, { kind: 'topic' }>['hit'];

const Enter = () => (
  <span aria-hidden="true">
    <Key>{t('key.enter')}</Key>
  </span>
);

const whatEnterDoes = ({ status }: TopicState): string => {
  if (status === 'skipped') return t('palette.bringBack');
  return toggled(status) === 'done' ? t('palette.tick') : t('palette.untick');
};

const TopicContent = ({ hit, isSelected, typed, near }: ContentProps<{ hit: TopicHit }>) => {
  const state = useTopicState(hit.id, hit.state);
  const rest = (): string => {
    if (hit.near) return nearText(hit.text, typed, near);
    if (state.status === 'todo') return hit.skillName;
    if (state.status !== 'done' || state.doneOn === null) return t(`status.${state.status}`).toLowerCase();
    return t('palette.doneOn', { date: shortDate(state.doneOn, localToday()) });
  };
  return (
    <>
      <span className={styles.icon}>
        <StatusIcon status={state.status} />
      </span>
      <span className={styles.text} dir="auto">
        <span className="sr-only">{t(`status.${state.status}`)}: </span>
        <Marked text={hit.text} typed={typed} near={hit.near ? near : NONE} />
      </span>
      <span className={styles.meta}>
        <span className={styles.words}>{isSelected ? whatEnterDoes(state) : rest()}</span>
        {isSelected && <Enter />}
      </span>
    </>
  );
};

const NONE: readonly string[] = [];

/** The near words by which a text was found: those that stand in it, else the nearest one. */
const nearText = (text: string, typed: string, near: readonly string[]): string => {
  const marked = marksOf(text, typed, near).map(([start, end]) => text.slice(start, end).toLowerCase());
  const words = marked.length > 0 ? [...new Set(marked)] : near.slice(0, 1);
  return t('palette.near', { words: words.join(', ') });
};

/** Made once: a line that gets another text keeps its icon. */
const icons: Readonly<Record<string, ReactElement>> = {
  skill: <ListTree aria-hidden="true" />,
  role: <Signpost aria-hidden="true" />,
  category: <Folder aria-hidden="true" />,
  certification: <Award aria-hidden="true" />,
  project: <Hammer aria-hidden="true" />,
  experience: <Briefcase aria-hidden="true" />,
  note: <StickyNote aria-hidden="true" />,
  resource: <Book aria-hidden="true" />,
  reading: <BookOpen aria-hidden="true" />,
  visit: <History aria-hidden="true" />,
  know: <CheckCheck aria-hidden="true" />,
  add: <Plus aria-hidden="true" />,
};

type Shown = {
  readonly icon: ReactElement | undefined;
  readonly text: string;
  readonly meta: string;
  /** Keys that do the same without the palette. */
  readonly keys?: readonly string[];
};
type OtherRow = Exclude<PaletteRow, { kind: 'topic' }>;

const Content = ({ row, isSelected, typed, near }: ContentProps<{ row: OtherRow }>) => {
  const store = useStoreApi();
  const {
    icon,
    text,
    meta,
    keys = NONE,
  } = shownOf(row, typed, near, (action) => action.label(store.getState()));
  const words = row.kind === 'hit' && row.hit.near ? near : NONE;
  return (
    <>
      <span className={styles.icon}>{icon}</span>
      <span className={styles.text} dir="auto">
        {row.kind === 'add' ? text : <Marked text={text} typed={typed} near={words} />}
      </span>
      <span className={styles.meta}>
        {meta !== '' && <span className={styles.words}>{meta}</span>}
        {isSelected ? <Enter /> : keys.length > 0 && <KeyTexts texts={keys} />}
      </span>
    </>
  );
};

const KeyTexts = ({ texts }: Readonly<{ texts: readonly string[] }>) => (
  <span aria-hidden="true" className={styles.presses}>
    {texts.map((text) => (
      <Key key={text}>{text}</Key>
    ))}
  </span>
);

const shownOf = (
  row: OtherRow,
  typed: string,
  near: readonly string[],
  labelOf: (action: Extract<OtherRow, { kind: 'action' }>['action']) => string,
): Shown => {
  switch (row.kind) {
    case 'visit':
      return { icon: icons['visit'], text: row.visit.title, meta: '' };
    case 'action': {
      const [first] = row.action.keys;
      return {
        icon: <row.action.icon aria-hidden="true" />,
        text: labelOf(row.action),
        meta: '',
        keys: first === undefined ? [] : keyTexts(first),
      };
    }
    case 'know': {
      const { total, done } = row.skill.topics;
      return {
        icon: icons['know'],
        text: t('palette.know', { skill: row.skill.text }),
        meta: t('palette.knowMeta', { count: total - done }),
      };
    }
    case 'add':
      return {
        icon: icons['add'],
        text: t('palette.addSkill', { name: row.name }),
        meta: '',
        keys: keyTexts(actions['skill.new'].keys[0]!),
      };
    case 'hit': {
      const kind = kindOf(row.hit);
      return {
        icon: icons[row.hit.kind],
        text: row.hit.text,
        meta: row.hit.near ? t('palette.nearHit', { kind, near: nearText(row.hit.text, typed, near) }) : kind,
      };
    }
  }
};

const withAlias = (alias: string | null, kind: string): string =>
  alias === null ? kind : t('palette.alias', { alias, kind });

const kindOf = (hit: Extract<OtherRow, { kind: 'hit' }>['hit']): string => {
  switch (hit.kind) {
    case 'skill':
      return withAlias(hit.alias, t('palette.skill', hit.topics));
    case 'role':
      return withAlias(hit.alias, t('palette.role'));
    case 'category':
      return t('palette.category');
    case 'certification':
      return t('palette.certification', { issuer: hit.issuer });
    case 'project':
      return t('palette.project', { status: t(`project.status.${hit.status}`) });
    case 'experience':
      return hit.organisation === ''
        ? t('palette.experience')
        : t('palette.experienceAt', { organisation: hit.organisation });
    case 'note':
      return t('palette.note', { title: hit.title });
    case 'resource':
      return t('palette.resource', { skill: hit.skillName });
    case 'reading': {
      const section = t(`reading.sections.${hit.section}`);
      // The publisher stands first, before title and date.
      const [publisher] = hit.source?.split(', ') ?? [];
      return publisher === undefined ? section : t('palette.reading', { section, publisher });
    }
  }
};
