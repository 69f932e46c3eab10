import { listCredentials } from '../../data/certifications.ts';
import { readStoredFile } from '../../data/stored-files.ts';
import type { StateChange } from '../../data/events.ts';
import { readRow } from '../../data/rows.ts';
import type { ResultInput } from '../../shared/model/exam-result.ts';
import { AppError } from '../../shared/reply.ts';
import { addMonths } from '../../shared/rules/certification.ts';
import { SHOWN_BY } from '../../shared/values.ts';
import {
  credentialOf,
  credentialRow,
  existingCredential,
  keepUpload,
} from '../certifications/credentials.ts';
import { existingCertification, existingResult, liveSkills } from '../certifications/existing.ts';
import { keepBadge } from '../certifications/keep-badge.ts';
import { act, make } from '../commands.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow, newId } from '../row-change.ts';
import type { Workspace } from '../workspace.ts';

export const credentialHandlers: Handlers<
  | 'results.save'
  | 'results.remove'
  | 'credentials.list'
  | 'credentials.save'
  | 'credentials.remove'
  | 'credentials.file'
  | 'badges.read'
  | 'badges.keep'
> = {
  'results.save': (workspace, { request, result, certification, earn, ...input }) => {
    const { db } = workspace;
    const record = existingCertification(db, certification);
    if (result !== null) existingResult(db, result);
    checkResult(workspace, input, record.facts.domains);
    const id = result ?? newId(db, 'result');
    const isPass = input.kind === 'attempt' && input.outcome === 'passed';
    const { kind, takenOn, title, score, domains, outcome, resultOn } = input;
    const changes = changeRow(db, 'exam_result', id, {
      certification: record.id,
      kind,
      taken_on: takenOn,
      title,
      score,
      domains: JSON.stringify(domains),
      outcome,
      result_on: resultOn,
    });
    return make(
      workspace,
      request,
      {
        kind: isPass && earn ? 'pass-exam' : result !== null ? 'edit-result' : `add-${kind}`,
        subject: record.facts.name,
        detail: outcome,
        count: 1,
      },
      isPass && earn ? [...changes, ...earned(workspace, record, resultOn ?? takenOn)] : changes,
      id,
    );
  },

  'results.remove': (workspace, { request, result }) => {
    const { certification } = existingResult(workspace.db, result);
    const { facts } = existingCertification(workspace.db, certification);
    return act(
      workspace,
      request,
      { kind: 'remove-result', subject: facts.name, detail: null, count: 1 },
      changeRow(workspace.db, 'exam_result', result, null),
    );
  },

  'credentials.list': (workspace) => ({
    credentials: listCredentials(workspace.db).map((record) => credentialOf(workspace, record)),
  }),

  'credentials.save': (workspace, { request, credential, file: upload, ...input }, services) => {
    const { db } = workspace;
    const before = credential === null ? null : existingCredential(db, credential);
    const file =
      upload === undefined ? (before?.file ?? null) : upload && keepUpload(workspace, services, upload);
    const row = credentialRow(workspace, input, file, before?.badge ?? null);
    const id = credential ?? newId(db, 'credential');
    return make(
      workspace,
      request,
      { kind: before ? 'edit-credential' : 'add-credential', subject: input.title, detail: null, count: 1 },
      changeRow(db, 'credential', id, row),
      id,
    );
  },

  'credentials.remove': (workspace, { request, credential }) => {
    const { title } = existingCredential(workspace.db, credential);
    return act(
      workspace,
      request,
      { kind: 'remove-credential', subject: title, detail: null, count: 1 },
      changeRow(workspace.db, 'credential', credential, null),
    );
  },

  'credentials.file': ({ db }, { credential }) => {
    const { file } = existingCredential(db, credential);
    const bytes = file && readStoredFile(db, file.hash);
    if (!file || !bytes) throw new AppError('not_found', 'No file is kept with this credential.');
    return { fileName: file.name, base64: Buffer.from(bytes).toString('base64') };
  },

  'badges.read': (_workspace, { job }, services) => {
    const { fileName, found, skipped } = services.jobs().result('read-badge', job);
    return { fileName, badges: found.map(({ badge }) => badge), skipped: [...skipped] };
  },

  'badges.keep': (workspace, { request, job, badge, ...input }, services) => {
    const read = services.jobs().result('read-badge', job);
    const found = read.found[badge];
    if (!found) throw new AppError('not_found', 'This badge is not in the file.');
    const file = keepBadge(workspace.db, read, found);
    const id = newId(workspace.db, 'credential');
    return make(
      workspace,
      request,
      { kind: 'add-credential', subject: input.title, detail: null, count: 1 },
      changeRow(workspace.db, 'credential', id, credentialRow(workspace, input, file, found.badge)),
      id,
    );
  },
};

type Certification = ReturnType<typeof existingCertification>;

/** Throws `invalid`, in words, for what cannot have been. */
const checkResult = (
  workspace: Workspace,
  { kind, takenOn, score, domains, outcome, resultOn }: ResultInput,
  parts: Certification['facts']['domains'],
): void => {
  const { localDate } = workspace.moment();
  if (takenOn > localDate)
    throw new AppError(
      'invalid',
      'A result is of an exam that was taken, so its date cannot lie in the future.',
    );
  if (resultOn !== null && resultOn < takenOn)
    throw new AppError(
      'invalid',
      `The result of ${resultOn} would be older than the exam of ${takenOn}. Look at the two dates.`,
    );
  if (resultOn !== null && resultOn > localDate)
    throw new AppError('invalid', 'The day on which the result came cannot lie in the future.');
  if (kind === 'practice' && (outcome !== null || resultOn !== null))
    throw new AppError('invalid', 'A practice exam is neither passed nor failed: it has a score.');
  if (kind === 'practice' && score === null && Object.keys(domains).length === 0)
    throw new AppError('invalid', 'A practice result needs a score, of the whole or of a part.');
  if (kind === 'practice' && score !== null && score > 100)
    throw new AppError('invalid', 'The score of a practice exam is given in percent, from 0 to 100.');
  const unknown = Object.keys(domains).find((domain) => !parts.some(({ id }) => id === domain));
  if (unknown !== undefined)
    throw new AppError('not_found', 'This part of the exam does not exist any more.');
};

/** What passing brings: the credential, with the skills that it shows, and the end of the plan. */
const earned = (workspace: Workspace, { id, facts }: Certification, on: string): StateChange[] => {
  const { db } = workspace;
  const { validityMonths, neverExpires } = facts;
  const row = credentialRow(
    workspace,
    {
      certification: id,
      title: facts.name,
      issuer: facts.issuer,
      issuedOn: on,
      expiresOn: validityMonths === null || neverExpires ? null : addMonths(on, Math.round(validityMonths)),
      number: '',
      url: null,
      skills: liveSkills(db, facts.skills).map((skill) => ({
        skill: skill.id,
        level: SHOWN_BY[facts.level],
      })),
    },
    null,
    null,
  );
  const plan = readRow(db, 'certification_plan', id);
  return [
    ...changeRow(db, 'credential', newId(db, 'credential'), row),
    ...(plan ? changeRow(db, 'certification_plan', id, { ...plan, status: 'done' }) : []),
  ];
};
