import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { openDataFile, type DataFile, type DataFileOptions } from './data-file.ts';
import { inProcessRunner } from './jobs/in-process-runner.ts';
import type { JobRunner } from './jobs/job.ts';
import { openJobs, type Jobs } from './jobs/jobs.ts';
import { createRouter, type Dispatch } from './router.ts';
import { openSample, removeSample, sampleFileOf } from './sample.ts';
import type { Services } from './services.ts';
import { uploadPath } from './uploads.ts';

export type Core = {
  readonly dispatch: Dispatch;
  /** Called when idle and at close. */
  readonly saveCaches: () => void;
  /** Refuses every write from now on, with this reason in words. */
  readonly stopWrites: (reason: string) => void;
  readonly close: () => void;
};

export type CoreSetting = DataFileOptions & {
  readonly log: (error: unknown) => void;
  /** How the jobs on a file are run; in this thread where nothing else is said. */
  readonly runnerOf?: (data: DataFile) => JobRunner;
};

/** File and router, wired. Throws `OpenError` where the file cannot be used. */
export const createCore = (setting: CoreSetting): Core => coreOver(openDataFile(setting), setting);

/** What is shown: the person's file, or sample data in a file of its own. */
type Shown = { readonly data: DataFile; readonly jobs: Jobs };

/** The core over a file that is open already. */
export const coreOver = (own: DataFile, setting: CoreSetting): Core => {
  const { log, runnerOf = ({ db }: DataFile) => inProcessRunner(db) } = setting;
  const show = (data: DataFile): Shown => ({
    data,
    jobs: openJobs({ run: runnerOf(data), newId: randomUUID, now: setting.clock.now, log }),
  });
  const ownShown = show(own);
  let shown = ownShown;
  let readOnly: string | null = null;

  const isSample = (): boolean => shown !== ownShown;
  const leaveSample = (): void => {
    if (!isSample()) return;
    shown.jobs.close();
    shown.data.close();
    shown = ownShown;
    removeSample(sampleFileOf(own.file));
  };
  const services: Services = {
    version: own.version,
    file: () => shown.data.file,
    // What is wrong with the person's file is no fault of the sample.
    readOnly: () => (isSample() ? null : readOnly),
    catalogue: () => own.catalogue,
    jobs: () => shown.jobs,
    upload: (id) => uploadPath(dirname(own.file), id),
    isSample,
    enterSample: () => {
      if (!isSample()) shown = show(openSample(setting, services, log));
    },
    leaveSample,
    forget: () => shown.data.forget(),
  };
  // A file that must not be written any more is left alone at close, too.
  const saveCaches = (): void => {
    if (services.readOnly() === null) shown.data.saveCaches();
  };
  return {
    dispatch: createRouter({ workspace: () => shown.data.workspace(), services, log }),
    saveCaches,
    stopWrites: (reason) => (readOnly = reason),
    close: () => {
      leaveSample();
      saveCaches();
      ownShown.jobs.close();
      own.close();
    },
  };
};
