import { useCallback, useState } from 'react';
import type { OwnList } from '../../shared/model/list.ts';
import { Answer } from '../parts/answer.tsx';
import { JobProgress } from '../parts/job/job-progress.tsx';
import { useJob } from '../parts/job/use-job.ts';
import type { ChosenFile } from '../parts/file-drop/use-drop.ts';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/button.tsx';
import { ErrorBox } from '../ui/error-box.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { t } from '../words.ts';
import { ChooseList } from './choose-list.tsx';
import { Preview, type Decided } from './preview.tsx';
import styles from './lists.module.css';

/** What a file is read as: a newer version of a list, a `new` one, or null to find out. */
export type Reading = { readonly category: string | null; readonly takeLookalikes: boolean | null };

/** Brings a list, or with `category` a newer version of one that is there. */
export const Bring = ({ category = null }: Readonly<{ category?: string | null }>) => (
  <Answer query={useQuery('lists.list', {})}>
    {({ lists }) => <BringPage key={category} lists={lists} category={category} />}
  </Answer>
);

type Taken = {
  readonly name: string;
  readonly isPasted: boolean;
  readonly upload: string;
  readonly reading: Reading;
  readonly decided: Decided | null;
};
/** What it is called while it is read: a paste has no name that the person knows. */
const calledBy = ({ name, isPasted }: Pick<Taken, 'name' | 'isPasted'>): string =>
  isPasted ? t('preview.pasted') : name;

type Fault = { readonly happened: string; readonly todo: string };

const BringPage = ({ lists, category }: Readonly<{ lists: readonly OwnList[]; category: string | null }>) => {
  const upload = useStore((state) => state.upload);
  const job = useJob();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [sending, setSending] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const { stand, start, stop } = job;

  const read = useCallback(
    (next: Taken): void => {
      setTaken(next);
      setFault(null);
      const { name, upload: id, reading } = next;
      void start({ kind: 'read-list', upload: id, fileName: name, ...reading });
    },
    [start],
  );
  const take = useCallback(
    async ({ name, bytes }: ChosenFile, isPasted: boolean): Promise<void> => {
      const refuse = (happened: string, todo: string = t('bring.mend')): void => setFault({ happened, todo });
      stop();
      setTaken(null);
      setFault(null);
      if (bytes.size === 0) return refuse(t('bring.emptyFile', { name }));
      if (/\.(docx?|xlsx?|pdf|odt|ods|png|jpe?g|zip|html?|rtf|csv|json)$/i.test(name)) {
        return refuse(t('bring.notMarkdown', { name }), t('bring.saveAsMarkdown'));
      }
      setSending(calledBy({ name, isPasted }));
      const reply = await upload(bytes);
      setSending(null);
      if (!reply.ok) return refuse(reply.error.message);
      const reading = { category, takeLookalikes: null };
      read({ name, isPasted, upload: reply.value.upload, reading, decided: null });
    },
    [category, upload, read, stop],
  );

  if (stand.kind === 'done' && taken) {
    return (
      <Preview
        key={stand.job}
        job={stand.job}
        isPasted={taken.isPasted}
        reading={taken.reading}
        lists={lists}
        decided={taken.decided}
        onRead={(reading, decided) => read({ ...taken, reading, decided })}
        onLeave={() => {
          stop();
          setTaken(null);
        }}
      />
    );
  }
  const list = lists.find((other) => other.category === category);
  const shown = stand.kind === 'failed' ? { happened: stand.message, todo: t('bring.mend') } : fault;
  const isBusy = sending !== null || stand.kind === 'running';
  return (
    <Page>
      <PageHead
        title={list ? t('bring.newer', { title: list.title }) : t('bring.title')}
        lead={list ? t('bring.newerLead') : t('bring.lead')}
      />
      {shown && (
        <div className={styles.fault}>
          <ErrorBox
            happened={shown.happened}
            safe={t('bring.nothingChanged')}
            todo={shown.todo}
            action={
              taken &&
              !taken.reading.takeLookalikes && (
                <Button
                  small
                  onClick={() => read({ ...taken, reading: { ...taken.reading, takeLookalikes: true } })}
                >
                  {t('bring.takeLookalikes')}
                </Button>
              )
            }
          />
        </div>
      )}
      {isBusy ? (
        <JobProgress
          label={
            sending === null
              ? t('bring.reading', { name: taken ? calledBy(taken) : '' })
              : t('bring.sending', { name: sending })
          }
          done={stand.kind === 'running' ? stand.done : 0}
          total={stand.kind === 'running' ? stand.total : 0}
          {...(sending === null && { onCancel: stop })}
        />
      ) : (
        <ChooseList onChoose={(file, isPasted) => void take(file, isPasted)} />
      )}
    </Page>
  );
};
