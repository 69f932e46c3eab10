import { Plus, Undo2, X } from 'lucide-react';
import { LEVELS, STAGES } from '../../shared/values.ts';
import { IconButton } from '../ui/button.tsx';
import { Box } from '../ui/choice.tsx';
import { Tag } from '../ui/tag.tsx';
import { RowSelect } from '../ui/row-select.tsx';
import { t } from '../words.ts';
import { changeOf, restored, type EditLine } from './edit-lines.ts';
import styles from './editor.module.css';

const WEIGHTS = [1, 2, 3, 4, 5] as const;

type EditorRowProps = Readonly<{
  line: EditLine;
  /** Null takes the line away. */
  onChange: (line: EditLine | null) => void;
  /** It was moved to another stage just now, so its field has the focus again. */
  isMoved: boolean;
}>;

/** One line of a role in the editor, beside what the original says. */
export const EditorRow = ({ line, onChange, isMoved }: EditorRowProps) => {
  const { title, need, level, weight, stage, entry, original, removed } = line;
  const change = changeOf(line);
  const was = (isChanged: boolean, value: string) => isChanged && <span className={styles.was}>{value}</span>;
  return (
    <tr data-removed={removed || undefined}>
      <th scope="row">
        <span dir="auto">{title}</span>
        {need.kind === 'group' && <span className={styles.was}>{t('ownRole.group')}</span>}
        {change !== 'same' && <Tag>{t(`ownRole.${change}`)}</Tag>}
      </th>
      <td data-label={t('ownRole.level')}>
        <RowSelect
          label={t('ownRole.levelOf', { title })}
          value={level}
          options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          disabled={removed}
          onChange={(value) => onChange({ ...line, level: value })}
        />
        {original && was(original.level !== level, t('ownRole.was', { value: t(`level.${original.level}`) }))}
      </td>
      <td data-label={t('ownRole.weight')}>
        <RowSelect
          label={t('ownRole.weightOf', { title })}
          value={weight}
          options={WEIGHTS.map((value) => ({ value, label: String(value) }))}
          disabled={removed}
          onChange={(value) => onChange({ ...line, weight: value })}
        />
        {original && was(original.weight !== weight, t('ownRole.was', { value: original.weight }))}
      </td>
      <td data-label={t('ownRole.stage')}>
        <RowSelect
          label={t('ownRole.stageOf', { title })}
          value={stage}
          options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
          disabled={removed}
          isFocused={isMoved}
          onChange={(value) => onChange({ ...line, stage: value })}
        />
        {original && was(original.stage !== stage, t('ownRole.was', { value: t(`stage.${original.stage}`) }))}
      </td>
      <td data-label={t('ownRole.entry')}>
        <Box
          aria-label={t('ownRole.entryOf', { title })}
          checked={entry}
          disabled={removed}
          onChange={({ target }) => onChange({ ...line, entry: target.checked })}
        />
        {original && was(original.entry !== entry, t(original.entry ? 'ownRole.wasIn' : 'ownRole.wasOut'))}
      </td>
      <td className={styles.actions}>
        {original && change !== 'same' && (
          <IconButton
            small
            label={t('ownRole.restoreLine', { title })}
            icon={removed ? <Plus aria-hidden="true" /> : <Undo2 aria-hidden="true" />}
            onClick={() => onChange(restored(line))}
          />
        )}
        {!removed && (
          <IconButton
            small
            label={t('ownRole.removeLine', { title })}
            icon={<X aria-hidden="true" />}
            onClick={() => onChange(original ? { ...restored(line), removed: true } : null)}
          />
        )}
      </td>
    </tr>
  );
};
