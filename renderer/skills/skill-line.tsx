import { Ellipsis, StickyNote } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { Category, SkillRow } from '../../shared/model/skill.ts';
import { DUE_BELOW, STALE_BELOW } from '../../shared/values.ts';
import { reachedWord } from '../parts/reached.ts';
import { useStore } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Pips } from '../ui/pips.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './skills.module.css';

/** What a line of the tree stands for. */
export type TreeItem =
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'skill'; readonly skill: SkillRow };

/** Opens the menu of a line at a place in the window. */
export type OpenTreeMenu = (menu: {
  readonly item: TreeItem;
  readonly at: { readonly x: number; readonly y: number };
}) => void;

const share = ({ done, total }: { readonly done: number; readonly total: number }): number =>
  total === 0 ? 0 : (100 * done) / total;

const freshnessWord = (value: number | null): string => {
  if (value === null) return '';
  if (value < STALE_BELOW) return t('skills.stale');
  return value < DUE_BELOW ? t('skills.fading') : t('skills.fresh');
};

const onContextMenu = (item: TreeItem, onMenu: OpenTreeMenu) => (event: MouseEvent) => {
  event.preventDefault();
  onMenu({ item, at: { x: event.clientX, y: event.clientY } });
};

type MoreProps = Readonly<{ name: string; item: TreeItem; tabIndex: 0 | -1; onMenu: OpenTreeMenu }>;

/** The way to the menu that needs no knowledge of keys: in sight on the line in hand, and always where nothing hovers. */
const More = ({ name, item, tabIndex, onMenu }: MoreProps) => (
  <span className={styles.more}>
    <IconButton
      small
      tabIndex={tabIndex}
      label={t('skillRow.more', { name })}
      icon={<Ellipsis aria-hidden="true" />}
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        onMenu({ item, at: { x: left, y: bottom } });
      }}
    />
  </span>
);

/** Says that there is a note on the category, and opens it. */
const NoteButton = ({ category, tabIndex }: Readonly<{ category: Category; tabIndex: 0 | -1 }>) => {
  const openOverlay = useStore((state) => state.openOverlay);
  const { id, title } = category;
  return (
    <span className={styles.noted}>
      <IconButton
        small
        tabIndex={tabIndex}
        label={t('own.noteTitle', { text: title })}
        icon={<StickyNote aria-hidden="true" />}
        aria-haspopup="dialog"
        onClick={() => openOverlay({ kind: 'category-note', category: id, title })}
      />
    </span>
  );
};

type LineProps = Readonly<{ tabIndex: 0 | -1; onMenu: OpenTreeMenu }>;

export const CategoryLine = ({
  category,
  tabIndex,
  onMenu,
}: LineProps & Readonly<{ category: Category }>) => {
  const item: TreeItem = { kind: 'category', category };
  return (
    <div className={styles.line} data-category onContextMenu={onContextMenu(item, onMenu)}>
      <span className={styles.name}>
        <span dir="auto">
          <b>{category.title}</b>
          {'\u00a0'}
          <span className={styles.quiet}>{t('figure.whole', { value: category.skills })}</span>
          {category.hasNote && <NoteButton category={category} tabIndex={tabIndex} />}
        </span>
        <More name={category.title} item={item} tabIndex={tabIndex} onMenu={onMenu} />
      </span>
      <span />
      <span className={styles.topics}>
        <Track value={share(category.topics)} kind="covered" size="small" />
        <span>{t('figure.slash', category.topics)}</span>
      </span>
      <span />
      <span />
    </div>
  );
};

export const SkillLine = ({ skill, tabIndex, onMenu }: LineProps & Readonly<{ skill: SkillRow }>) => {
  const progress = useStore((state) => state.skills[skill.id]) ?? skill.progress;
  const level = reachedWord(progress);
  const path = skill.path.join(' › ');
  const item: TreeItem = { kind: 'skill', skill };
  return (
    <div className={styles.line} onContextMenu={onContextMenu(item, onMenu)}>
      <span className={styles.name}>
        <span dir="auto">
          <a href={`#/skills/${encodeURIComponent(skill.id)}`} tabIndex={-1}>
            {skill.name}
          </a>
          {path !== '' && (
            <span className={styles.path} title={path}>
              {path}
            </span>
          )}
        </span>
        <More name={skill.name} item={item} tabIndex={tabIndex} onMenu={onMenu} />
      </span>
      <span className={styles.level}>
        <Pips
          reached={progress.reached}
          target={skill.target}
          top={progress.top}
          label={level}
          {...(skill.target > 0 && {
            description: t('skills.pips', { level, target: t(`level.${skill.target}`) }),
          })}
        />
      </span>
      <span className={styles.topics}>
        <Track value={share(progress)} kind="covered" size="small" />
        <span>{t('figure.slash', { done: progress.done, total: progress.total })}</span>
      </span>
      <span className={styles.quiet}>{freshnessWord(progress.freshness)}</span>
      <span className={styles.evidence}>
        {skill.evidence > 0 && (
          <>
            <span className="sr-only">{t('skillRow.evidence')}: </span>
            {t(`level.${skill.evidence}`)}
          </>
        )}
      </span>
    </div>
  );
};
