import { useState } from 'react';
import type { NeedRef } from '../../shared/model/own.ts';
import type { RoleDetail } from '../../shared/model/role.ts';
import { keyOfNeed } from '../../shared/rules/own-role.ts';
import { LENGTHS, STAGES, type Stage } from '../../shared/values.ts';
import { Answer } from '../parts/answer.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useOnce } from '../parts/use-once.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { TextArea, TextField } from '../ui/form.tsx';
import { Page, PageHead, Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import { AddLines } from './add-lines.tsx';
import { editLine, roleLines, type EditLine } from './edit-lines.ts';
import { EditorRow } from './editor-row.tsx';
import styles from './editor.module.css';

/** Changes a role of the person's own. */
export const EditRole = ({ id }: Readonly<{ id: string }>) => (
  <Answer query={useQuery('roles.read', { role: id })}>{(role) => <Editor key={id} role={role} />}</Answer>
);

/** Makes one from scratch. */
export const NewRole = () => <Editor role={null} />;

const Editor = ({ role }: Readonly<{ role: RoleDetail | null }>) => {
  const draft = useDraft<Draft>(`role ${role?.id ?? ''}`, {
    title: role?.title ?? '',
    summary: role?.summary ?? '',
    lines: (role?.changes?.lines ?? []).map(editLine),
  });
  const { title, summary, lines } = draft.value;
  const change = (patch: Partial<Draft>): void => draft.change((now) => ({ ...now, ...patch }));
  const changeLines = (next: (lines: readonly EditLine[]) => readonly EditLine[]): void =>
    draft.change((now) => ({ ...now, lines: next(now.lines) }));
  const [isTried, setTried] = useState(false);
  const save = useSave(role, draft.forget);
  const base = role?.changes?.base ?? null;
  const isUntitled = title.trim() === '';
  const isEmpty = lines.every(({ removed }) => removed);
  const back = role ? `#/roles/${encodeURIComponent(role.id)}` : '#/roles';
  return (
    <Page>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isUntitled && !isEmpty) save({ title: title.trim(), summary, lines });
        }}
      >
        <PageHead
          crumbs={{
            label: t('app.crumbs'),
            items: [
              { text: t('roles.title'), href: '#/roles' },
              ...(role ? [{ text: role.title, href: back }] : []),
            ],
          }}
          title={role ? t('ownRole.editTitle', { title: role.title }) : t('ownRole.newTitle')}
          lead={base ? t('ownRole.forkLead', { base: base.title }) : t('ownRole.lead')}
          actions={
            <>
              <Button
                variant="quiet"
                onClick={() => {
                  draft.forget();
                  location.hash = back;
                }}
              >
                {t('ownRole.cancel')}
              </Button>
              <Button variant="primary" type="submit">
                {t('ownRole.save')}
              </Button>
            </>
          }
        />
        {draft.isRestored && (
          <p role="status" className={styles.restored}>
            {t('ownRole.restored')}{' '}
            <Button small variant="quiet" onClick={draft.reset}>
              {t('ownRole.discard')}
            </Button>
          </p>
        )}
        <div className={styles.about}>
          <TextField
            label={t('ownRole.titleField')}
            value={title}
            maxLength={LENGTHS.line}
            error={isTried && isUntitled ? t('ownRole.titleMissing') : undefined}
            onChange={(text) => change({ title: text })}
          />
          <TextArea
            label={t('ownRole.summary')}
            value={summary}
            maxLength={LENGTHS.description}
            onChange={(text) => change({ summary: text })}
          />
        </div>
        <Lines lines={lines} onChange={changeLines} />
        {isTried && isEmpty && (
          <p role="alert" className={styles.fault}>
            {t('ownRole.noLinesFault')}
          </p>
        )}
        <AddLines
          taken={new Set(lines.map(({ need }) => keyOfNeed(need)))}
          onAdd={(need, name) => changeLines((now) => [...now, addedLine(need, name)])}
        />
      </form>
    </Page>
  );
};

const addedLine = (need: NeedRef, title: string): EditLine => ({
  need,
  title,
  level: 2,
  weight: 3,
  stage: 'core',
  entry: false,
  original: null,
  removed: false,
});

type Draft = Readonly<{ title: string; summary: string; lines: readonly EditLine[] }>;

/** Saves the role once, however often it is asked for, and leads to its page. */
const useSave = (role: RoleDetail | null, onSaved: () => void): ((draft: Draft) => void) => {
  const send = useStore((state) => state.send);
  const once = useOnce();
  const save = async ({ title, summary, lines }: Draft): Promise<void> => {
    const made = await send(
      'roles.save',
      {
        role: role?.id ?? null,
        title,
        summary,
        base: role?.changes?.base?.id ?? null,
        lines: roleLines(lines),
      },
      { undoable: true },
    );
    if (!made) return;
    onSaved();
    location.hash = `/roles/${encodeURIComponent(made.id)}`;
  };
  return (draft) => void once(() => save(draft));
};

type LinesProps = Readonly<{
  lines: readonly EditLine[];
  onChange: (change: (lines: readonly EditLine[]) => readonly EditLine[]) => void;
}>;

/** The lines of the role, stage by stage. */
const Lines = ({ lines, onChange }: LinesProps) => {
  const [moved, setMoved] = useState('');
  const change = (key: string, before: Stage, next: EditLine | null): void => {
    setMoved(next && next.stage !== before ? key : '');
    onChange((now) => now.flatMap((line) => (keyOfNeed(line.need) === key ? (next ?? []) : line)));
  };
  return (
    <Section id="lines" title={t('ownRole.lines')} remark={lines.filter(({ removed }) => !removed).length}>
      {lines.length === 0 && <Empty>{t('ownRole.noLines')}</Empty>}
      {STAGES.map((stage) => {
        const shown = lines.filter((line) => line.stage === stage);
        return (
          shown.length > 0 && (
            <table key={stage} className={styles.lines}>
              <caption>{t(`stage.${stage}`)}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('ownRole.line')}</th>
                  <th scope="col">{t('ownRole.level')}</th>
                  <th scope="col">{t('ownRole.weight')}</th>
                  <th scope="col">{t('ownRole.stage')}</th>
                  <th scope="col">{t('ownRole.entry')}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {shown.map((line) => {
                  const key = keyOfNeed(line.need);
                  return (
                    <EditorRow
                      key={key}
                      line={line}
                      isMoved={key === moved}
                      onChange={(next) => change(key, line.stage, next)}
                    />
                  );
                })}
              </tbody>
            </table>
          )
        );
      })}
    </Section>
  );
};
