import type { Category } from '../../shared/model/skill.ts';
import { LENGTHS } from '../../shared/values.ts';
import { useStore } from '../store.ts';
import { t } from '../words.ts';
import { NameDialog } from './filter-name.tsx';

type RenameCategoryProps = Readonly<{ category: Category; onClose: () => void }>;

export const RenameCategory = ({ category: { id, title }, onClose }: RenameCategoryProps) => {
  const send = useStore((state) => state.send);
  return (
    <NameDialog
      title={t('category.renameTitle', { name: title })}
      confirm={t('category.rename')}
      name={title}
      maxLength={LENGTHS.line}
      onSave={(name) => {
        onClose();
        if (name !== title) void send('categories.edit', { category: id, title: name }, { undoable: true });
      }}
      onCancel={onClose}
    />
  );
};
