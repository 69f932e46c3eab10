import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { openForReading } from '../data/open.ts';
import { AppError } from '../shared/reply.ts';
import { removeWaiting } from './backup-occasion.ts';
import type { DataFile, DataFileOptions } from './data-file.ts';
import { openFullChecks } from './full-check.ts';
import { inProcessRunner } from './jobs/in-process-runner.ts';
import type { JobRunner } from './jobs/job.ts';
import { openJobs, type Jobs } from './jobs/jobs.ts';
import { openOwnFile } from './own-file.ts';
import { replaceDataFile } from './replace-data-file.ts';
import { createRouter, type Dispatch } from './router.ts';
import { openSafekeeping } from './safekeeping.ts';
import { openSample, removeSample, sampleFileOf } from './sample.ts';
import type { Services } from './services.ts';
import { openStanding } from './standing.ts';
import { uploadPath } from './uploads.ts';

export type Core = {
  readonly dispatch: Dispatch;
  /** Saves caches, and has a copy or a check in full made where one is due: called when idle. */
  readonly rest: () => void;
  /** Refuses every write from now on, with this reason in words. */
  readonly stopWrites: (reason: string) => void;
  /** The file was found sound at start: copies of it may be made, and checks in full. */
  readonly startCopies: () => void;
  readonly close: () => void;
};

export type CoreSetting = DataFileOptions & {
  readonly log: (error: unknown) => void;
  /** How the jobs on a file are run; in this thread where nothing else is said. */
  readonly runnerOf?: (data: DataFile) => JobRunner;
};

/** File and router, wired. Throws `OpenError` where the file cannot be used. */
export const createCore = (setting: CoreSetting): Core => coreOver(openOwnFile(setting), setting);

/** A stand-in's jobs are about the file that it stands for. */
const inThisThread = ({ db, damage, readsFrom }: DataFile): JobRunner =>
  inProcessRunner(() => (damage === null ? db : openForReading(readsFrom)));

/** What is shown: the person's file, or sample data in a file of its own. */
type Shown = { readonly data: DataFile; readonly jobs: Jobs };

/** The core over a file that is open already. */
export const coreOver = (first: DataFile, setting: CoreSetting): Core => {
  const { log, clock, runnerOf = inThisThread } = setting;
  const show = (data: DataFile): Shown => ({
    data,
    jobs: openJobs({ run: runnerOf(data), newId: randomUUID, now: clock.now, log }),
  });
  let own = show(first);
  let shown = own;
  const standing = openStanding();
  const sampleStanding = openStanding();
  const tell = ({ damage, viewOnly }: DataFile): void => {
    if (damage !== null) standing.damaged(damage);
    if (viewOnly !== null) standing.viewedOnly(viewOnly);
  };
  tell(first);
  const fullChecks = openFullChecks({ clock, standing, log });
  const safekeeping = openSafekeeping({ clock, standing, log, onCheckedInFull: fullChecks.passed });
  const startCopies = (): void => {
    safekeeping.start();
    fullChecks.start();
  };

  const isSample = (): boolean => shown !== own;
  /** Beside what is read: a file that can only be looked at lies where nothing can be made, and its copy does not. */
  const sampleFile = (): string => sampleFileOf(own.data.readsFrom);
  const leaveSample = (): void => {
    if (!isSample()) return;
    shown.jobs.close();
    shown.data.close();
    shown = own;
    removeSample(sampleFile());
  };
  const services: Services = {
    version: first.version,
    clock,
    catalogueDir: setting.catalogueDir,
    file: () => shown.data.file,
    // What is wrong with the person's file is no fault of the sample.
    standing: () => (isSample() ? sampleStanding : standing),
    fullCheck: { last: () => fullChecks.last(own.data), passed: () => fullChecks.passed(own.data) },
    catalogue: () => own.data.catalogue,
    jobs: () => shown.jobs,
    upload: (id) => uploadPath(dirname(own.data.file), id),
    isSample,
    enterSample: () => {
      if (!isSample()) shown = show(openSample({ ...setting, file: sampleFile() }, services, log));
    },
    leaveSample,
    replaceFile: (checked) => {
      if (own.data.viewOnly !== null) throw new AppError('read_only', own.data.viewOnly);
      const damage = standing.isDamaged();
      own.jobs.close();
      fullChecks.stop();
      const { data, refused } = replaceDataFile(own.data, checked, damage, setting);
      own = show(data);
      shown = own;
      if (refused !== null) throw refused;
      standing.renewed();
      tell(data);
      // What took the place was checked in full; what was there before may never have been found sound.
      startCopies();
    },
    forget: () => shown.data.forget(),
  };
  // A file that must not be written any more is left alone at close, too.
  const saveCaches = (): void => {
    if (services.standing().refusal() === null) shown.data.saveCaches();
  };
  return {
    dispatch: createRouter({ workspace: () => shown.data.workspace(), services, log }),
    rest: () => {
      saveCaches();
      // One after the other: each reads the whole file.
      if (fullChecks.isRunning()) return;
      const run = runnerOf(own.data);
      safekeeping.rest(own.data, run);
      if (!safekeeping.isRunning()) fullChecks.rest(own.data, run);
    },
    stopWrites: standing.damaged,
    startCopies,
    close: () => {
      leaveSample();
      saveCaches();
      fullChecks.save(own.data);
      fullChecks.stop();
      own.jobs.close();
      const isOwned = own.data.viewOnly === null;
      own.data.close();
      if (isOwned) removeWaiting(setting.file);
    },
  };
};
