import {
  ArrowUpRight,
  CheckCheck,
  Download,
  Eye,
  EyeOff,
  Pencil,
  Plus,
  StickyNote,
  Trash2,
} from 'lucide-react';
import type { Category, SkillRow } from '../../shared/model/skill.ts';
import { useStoreApi } from '../store.ts';
import { Menu, type MenuGroup } from '../ui/menu.tsx';
import { t } from '../words.ts';
import type { TreeItem } from './skill-line.tsx';

type TreeMenuProps = Readonly<{
  item: TreeItem;
  at: { readonly x: number; readonly y: number };
  /** The skills that are shown are the hidden ones. */
  isHidden: boolean;
  onRename: (category: Category) => void;
  onClose: () => void;
}>;

/** What can be done with a line of the tree. */
export const TreeMenu = ({ item, at, isHidden, onRename, onClose }: TreeMenuProps) =>
  item.kind === 'category' ? (
    <CategoryMenu category={item.category} at={at} onRename={onRename} onClose={onClose} />
  ) : (
    <SkillMenu skill={item.skill} at={at} isHidden={isHidden} onClose={onClose} />
  );

type SkillMenuProps = Omit<TreeMenuProps, 'item' | 'onRename'> & Readonly<{ skill: SkillRow }>;

const SkillMenu = ({ skill, at, isHidden, onClose }: SkillMenuProps) => {
  const { know, send } = useStoreApi().getState();
  const act: Readonly<Record<string, () => unknown>> = {
    open: () => (location.hash = `/skills/${encodeURIComponent(skill.id)}`),
    know: () => know(skill.id, null),
    hide: () => send('skills.personalise', { skill: skill.id, hidden: !isHidden }, { undoable: true }),
  };
  const { done, total } = skill.progress;
  const label = t('skillRow.menu', { name: skill.name });
  return (
    <Menu
      label={label}
      anchor={at}
      groups={[
        {
          id: 'skill',
          label,
          entries: [
            { id: 'open', label: t('skillRow.open'), icon: <ArrowUpRight aria-hidden="true" /> },
            {
              id: 'know',
              label: t('skillRow.know'),
              icon: <CheckCheck aria-hidden="true" />,
              disabled: done === total,
            },
            {
              id: 'hide',
              label: t(isHidden ? 'skillRow.show' : 'skillRow.hide'),
              icon: isHidden ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />,
            },
          ],
        },
      ]}
      onAction={(id) => void act[id]?.()}
      onClose={onClose}
    />
  );
};

type CategoryMenuProps = Omit<TreeMenuProps, 'item' | 'isHidden'> & Readonly<{ category: Category }>;

const CategoryMenu = ({ category, at, onRename, onClose }: CategoryMenuProps) => {
  const { id, title, own, topics } = category;
  const { openOverlay, exportList, send } = useStoreApi().getState();
  const act: Readonly<Record<string, () => unknown>> = {
    know: () => send('categories.know', { category: id }, { undoable: true }),
    note: () => openOverlay({ kind: 'category-note', category: id, title }),
    new: () => openOverlay({ kind: 'new-skill', name: '', category: id }),
    rename: () => onRename(category),
    export: () => exportList(id),
    remove: () => send('categories.remove', { category: id }, { undoable: true }),
  };
  const label = t('skillRow.menu', { name: title });
  const groups: MenuGroup[] = [
    {
      id: 'any',
      label,
      entries: [
        {
          id: 'know',
          label: t('skillRow.know'),
          icon: <CheckCheck aria-hidden="true" />,
          disabled: topics.done === topics.total,
        },
        { id: 'note', label: t('category.note'), icon: <StickyNote aria-hidden="true" /> },
        { id: 'new', label: t('category.newSkill'), icon: <Plus aria-hidden="true" /> },
      ],
    },
    {
      id: 'own',
      label,
      entries: [
        { id: 'rename', label: t('category.rename'), icon: <Pencil aria-hidden="true" /> },
        { id: 'export', label: t('category.export'), icon: <Download aria-hidden="true" /> },
        { id: 'remove', label: t('category.remove'), icon: <Trash2 aria-hidden="true" /> },
      ],
    },
  ];
  return (
    <Menu
      label={label}
      anchor={at}
      groups={own ? groups : groups.slice(0, 1)}
      onAction={(chosen) => void act[chosen]?.()}
      onClose={onClose}
    />
  );
};
