import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ProjectDetail, ProjectItem } from '../../shared/model/project.ts';
import { LENGTHS } from '../../shared/values.ts';
import { useStore } from '../store.ts';
import { Remark } from '../parts/remark.tsx';
import { Button, IconButton, TextButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { TextField } from '../ui/form.tsx';
import { Section } from '../ui/page.tsx';
import { Track } from '../ui/track.tsx';
import { t } from '../words.ts';
import styles from './project.module.css';

const ORIGINS = ['template', 'common', 'own'] as const;

/** What the project still asks for: each item is ticked, or waived with a reason. */
export const DoneList = ({ project }: Readonly<{ project: ProjectDetail }>) => {
  const [waiving, setWaiving] = useState<ProjectItem | null>(null);
  const { settled, items, finished, status } = project;
  const isSettled = settled.done === settled.total;
  const stand = finished ? 'finished' : isSettled ? 'ship' : status === 'shipped' ? 'shipped' : 'open';
  return (
    <Section id="done" title={t('done.title')} remark={t('done.count', settled)}>
      <div className={styles.progress}>
        <Track value={settled.total === 0 ? null : (100 * settled.done) / settled.total} kind="neutral" />
      </div>
      <Remark>{t(`done.is.${stand}`)}</Remark>
      {ORIGINS.map((origin) => {
        const own = items.filter((item) => item.origin === origin);
        if (own.length === 0) return null;
        return (
          <div key={origin} className={styles.group}>
            <h3>{t(`done.${origin}`)}</h3>
            <ul>
              {own.map((item) => (
                <Item key={item.id} item={item} onWaive={() => setWaiving(item)} />
              ))}
            </ul>
          </div>
        );
      })}
      <AddItem project={project.id} />
      {waiving && <WaiveDialog item={waiving} onClose={() => setWaiving(null)} />}
    </Section>
  );
};

const Item = ({ item, onWaive }: Readonly<{ item: ProjectItem; onWaive: () => void }>) => {
  const send = useStore((state) => state.send);
  const { id, text, ticked, reason, required, origin } = item;
  return (
    <li className={styles.item} data-waived={reason !== null || undefined}>
      <Checkbox
        label={<span dir="auto">{text}</span>}
        checked={ticked}
        onChange={(checked) => void send('projects.setItem', { item: id, ticked: checked })}
        {...(reason !== null && { hint: t('done.waived', { reason }) })}
      />
      <span className={styles.itemEnd}>
        {!required && <span>{t('done.optional')}</span>}
        {!ticked && reason === null && (
          <TextButton aria-label={t('done.waiveNamed', { text })} onClick={onWaive}>
            {t('done.waive')}
          </TextButton>
        )}
        {reason !== null && (
          <TextButton
            aria-label={t('done.bringBackNamed', { text })}
            onClick={() => void send('projects.setItem', { item: id, reason: null })}
          >
            {t('done.bringBack')}
          </TextButton>
        )}
        {origin === 'own' && (
          <IconButton
            small
            label={t('done.remove', { text })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => void send('projects.removeItem', { item: id }, { undoable: true })}
          />
        )}
      </span>
    </li>
  );
};

const AddItem = ({ project }: Readonly<{ project: string }>) => {
  const [text, setText] = useState('');
  const send = useStore((state) => state.send);
  const add = async (): Promise<void> => {
    if (text.trim() === '') return;
    if (await send('projects.addItem', { project, text: text.trim() })) setText('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField label={t('done.add')} value={text} onChange={setText} maxLength={LENGTHS.topic} />
      <Button type="submit" aria-disabled={text.trim() === ''}>
        {t('done.addButton')}
      </Button>
    </form>
  );
};

const WaiveDialog = ({ item, onClose }: Readonly<{ item: ProjectItem; onClose: () => void }>) => {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useStore((state) => state.send);
  const waive = async (): Promise<void> => {
    setTried(true);
    if (reason.trim() === '') return;
    if (await send('projects.setItem', { item: item.id, reason: reason.trim() })) onClose();
  };
  return (
    <FormDialog
      title={t('done.waiveTitle')}
      cancel={t('project.cancel')}
      confirm={t('done.waive')}
      onCancel={onClose}
      onSubmit={() => void waive()}
    >
      <p>{t('done.waiveBody', { text: item.text })}</p>
      {item.required && <p>{t('done.waiveProof')}</p>}
      <TextField
        label={t('done.reason')}
        value={reason}
        onChange={setReason}
        maxLength={LENGTHS.line}
        error={tried && reason.trim() === '' ? t('done.reasonMissing') : undefined}
        autoFocus
      />
    </FormDialog>
  );
};
