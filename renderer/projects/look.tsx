import { Check, X } from 'lucide-react';
import { useState } from 'react';
import type { FolderFinding, FolderLook, FolderReason, ProjectDetail } from '../../shared/model/project.ts';
import { plainPath } from '../../shared/rules/plain-path.ts';
import { LEVELS, type Level } from '../../shared/values.ts';
import { fullDate } from '../format.ts';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { RowSelect } from '../ui/row-select.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { t } from '../words.ts';
import styles from './project.module.css';

/** Fills in a project from a folder on this computer, one finding after the other. */
export const Look = ({ project }: Readonly<{ project: ProjectDetail }>) => {
  const [path, setPath] = useState(project.folder ?? '');
  const [tried, setTried] = useState(false);
  const { stand, start, stop } = useJob();
  const send = useStore((state) => state.send);
  const look = async (): Promise<void> => {
    setTried(true);
    const folder = plainPath(path);
    if (folder === '') return;
    const job = await start({ kind: 'look-at-folder', path: folder });
    if (job !== null && folder !== project.folder)
      await send('projects.edit', { project: project.id, folder });
  };
  if (stand.kind === 'done') return <Found project={project} job={stand.job} onClose={stop} />;
  const error = stand.kind === 'failed' ? stand.message : undefined;
  return (
    <Section id="look" title={t('look.title')}>
      <Remark>{t('look.lead')}</Remark>
      {stand.kind === 'running' ? (
        <JobProgress
          label={t('look.running', { count: stand.done })}
          done={stand.done}
          total={0}
          onCancel={stop}
        />
      ) : (
        <form
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            void look();
          }}
        >
          <TextField
            label={t('look.path')}
            value={path}
            onChange={setPath}
            spellCheck={false}
            maxLength={4_096}
            error={error ?? (tried && plainPath(path) === '' ? t('look.pathMissing') : undefined)}
          />
          <Button type="submit">{t('look.start')}</Button>
        </form>
      )}
    </Section>
  );
};

type FoundProps = Readonly<{ project: ProjectDetail; job: string; onClose: () => void }>;

const Found = ({ project, job, onClose }: FoundProps) => {
  const { data } = useQuery('projects.look', { project: project.id, job });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (!data) return null;
  const findings = data.findings.filter((finding) => !left.has(keyOf(finding)));
  const name = data.path.split(/[\\/]/).findLast((part) => part !== '') ?? data.path;
  return (
    <Section
      id="look"
      title={t('look.found', { name })}
      remark={findings.length}
      action={
        <Button small variant="quiet" onClick={onClose}>
          {t('look.close')}
        </Button>
      }
    >
      <Remark>{[countsOf(data), ...data.remarks].join(' · ')}</Remark>
      {findings.length === 0 && <Remark>{t('look.nothing')}</Remark>}
      <Rows label={t('look.found', { name })}>
        {findings.map((finding) => (
          <Finding
            key={keyOf(finding)}
            project={project}
            finding={finding}
            onLeave={() => setLeft(new Set([...left, keyOf(finding)]))}
          />
        ))}
      </Rows>
    </Section>
  );
};

const countsOf = ({ files, commits, lastOn }: FolderLook): string =>
  [
    t('look.counts', { count: files }),
    ...(commits === null ? [] : [t('look.commits', { count: commits })]),
    ...(lastOn === null ? [] : [t('look.lastOn', { date: fullDate(lastOn) })]),
  ].join(', ');

const keyOf = ({ says }: FolderFinding): string => JSON.stringify(says);

const wordsOf = ({ says }: FolderFinding): string => {
  switch (says.what) {
    case 'title':
      return t('look.says.title', { value: says.title });
    case 'repository':
      return t('look.says.repository', { value: says.url });
    case 'started':
    case 'finished':
      return t(`look.says.${says.what}`, { value: fullDate(says.date) });
    case 'item':
      return t('look.says.item', { value: says.text });
    case 'tag':
      return t('look.says.tag', { value: says.tag });
    case 'skill':
      return says.name;
  }
};

const reasonOf = (reason: FolderReason): string => {
  switch (reason.by) {
    case 'files':
      return t('look.why.files', { count: reason.count, path: reason.path });
    case 'package':
      return t('look.why.package', { name: reason.name, path: reason.path });
    case 'history':
      return t('look.why.history', { count: reason.commits });
    case 'firstCommit':
    case 'lastCommit':
    case 'remote':
      return t(`look.why.${reason.by}`);
  }
};

type FindingProps = Readonly<{ project: ProjectDetail; finding: FolderFinding; onLeave: () => void }>;

const Finding = ({ project: { id: project, tags }, finding, onLeave }: FindingProps) => {
  const [level, setLevel] = useState<Level>(1);
  const send = useStore((state) => state.send);
  const { says, why } = finding;
  const take = (): void => {
    switch (says.what) {
      case 'title':
        return void send('projects.edit', { project, title: says.title });
      case 'repository':
        return void send('projects.edit', { project, repository: says.url });
      case 'started':
        return void send('projects.edit', { project, startedOn: says.date });
      case 'finished':
        return void send('projects.edit', { project, finishedOn: says.date });
      case 'tag':
        return void send('projects.edit', { project, tags: [...tags, says.tag] });
      case 'item':
        return void send('projects.setItem', { item: says.item, ticked: true });
      case 'skill':
        return void send('projects.setSkill', { project, skill: says.skill, level });
    }
  };
  const what = wordsOf(finding);
  return (
    <Row
      second={why.map(reasonOf).join('; ')}
      end={
        <span className={styles.finding}>
          {says.what === 'skill' && (
            <RowSelect
              label={t('look.level', { skill: says.name })}
              value={level}
              options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
              onChange={setLevel}
            />
          )}
          <IconButton
            small
            label={t('look.leave', { what })}
            icon={<X aria-hidden="true" />}
            onClick={onLeave}
          />
          <IconButton
            small
            label={t('look.take', { what })}
            icon={<Check aria-hidden="true" />}
            onClick={take}
          />
        </span>
      }
    >
      <span dir="auto">{what}</span>
    </Row>
  );
};
