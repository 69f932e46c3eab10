import { useState } from 'react';
import type { NeedRef } from '../../shared/model/own.ts';
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
  <Answer query={useQuery('roles.read', { role: id })}>
    {({ title, summary, changes }) => (
      <Editor
        key={id}
        name={`role ${id}`}
        role={{ id, title }}
        base={changes?.base ?? null}
        heading={t('ownRole.editTitle', { title })}
        start={{ title, summary, lines: (changes?.lines ?? []).map(editLine) }}
      />
    )}
  </Answer>
);

/** Makes one from scratch. */
export const NewRole = () => (
  <Editor
    name="role "
    role={null}
    base={null}
    heading={t('ownRole.newTitle')}
    start={{ title: '', summary: '', lines: [] }}
  />
);

/** Makes one from a role of the catalogue; there is none until it is saved. */
export const ForkRole = ({ id }: Readonly<{ id: string }>) => {
  const role = useQuery('roles.read', { role: id });
  const fork = useQuery('roles.fork', { role: id });
  return (
    <Answer query={role}>
      {({ title, summary }) => (
        <Answer query={fork}>
          {({ lines }) => (
            <Editor
              key={id}
              name={`fork ${id}`}
              role={null}
              base={{ id, title }}
              heading={t('ownRole.forkHeading', { title })}
              start={{ title: t('ownRole.forkTitle', { title }), summary, lines: lines.map(editLine) }}
            />
          )}
        </Answer>
      )}
    </Answer>
  );
};

type Named = Readonly<{ id: string; title: string }>;
type Draft = Readonly<{ title: string; summary: string; lines: readonly EditLine[] }>;

type EditorProps = Readonly<{
  /** What its draft is kept by. */
  name: string;
  /** The role that is changed; null for one that is made. */
  role: Named | null;
  /** The role of the catalogue that it is made from. */
  base: Named | null;
  heading: string;
  start: Draft;
}>;

const Editor = ({ name, role, base, heading, start }: EditorProps) => {
  const draft = useDraft<Draft>(name, start);
  const { title, summary, lines } = draft.value;
  const change = (patch: Partial<Draft>): void => draft.change((now) => ({ ...now, ...patch }));
  const changeLines = (next: (lines: readonly EditLine[]) => readonly EditLine[]): void =>
    draft.change((now) => ({ ...now, lines: next(now.lines) }));
  const [isTried, setTried] = useState(false);
  const save = useSave(role, base, draft.forget);
  const isUntitled = title.trim() === '';
  const isEmpty = lines.every(({ removed }) => removed);
  const from = role ?? base;
  const back = from ? `#/roles/${encodeURIComponent(from.id)}` : '#/roles';
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
              ...(from ? [{ text: from.title, href: back }] : []),
            ],
          }}
          title={heading}
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

/** Saves the role once, however often it is asked for, and leads to its page. */
const useSave = (role: Named | null, base: Named | null, onSaved: () => void): ((draft: Draft) => void) => {
  const send = useStore((state) => state.send);
  const once = useOnce();
  const save = async ({ title, summary, lines }: Draft): Promise<void> => {
    const made = await send(
      'roles.save',
      {
        role: role?.id ?? null,
        title,
        summary,
        base: base?.id ?? null,
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
