import type { StateChange } from '../../data/events.ts';
import { listChooserRuns, type ChooserRun } from '../../data/plans.ts';
import { findSkill } from '../../data/skills.ts';
import { openTopics } from '../../data/topics.ts';
import type { ChooserResult, ChooserRole } from '../../shared/model/plan.ts';
import { AppError } from '../../shared/reply.ts';
import { chooserScores, closeCall, type RoleScore } from '../../shared/rules/chooser.ts';
import { withStatus } from '../../shared/rules/topic-status.ts';
import type { Level } from '../../shared/values.ts';
import { act, make } from '../commands.ts';
import { guidanceOf, type Guidance } from '../guidance.ts';
import type { Handlers } from '../handlers.ts';
import { changeRow, newId } from '../row-change.ts';
import { topicChange } from '../topic-change.ts';
import type { Workspace } from '../workspace.ts';

type Question = Guidance['chooser']['questions'][number];

/** After a close call the general role is the one from which every other is near. */
const BEGIN_WITH = 'backend-software-engineer';

export const chooserHandlers: Handlers<
  'chooser.read' | 'chooser.answer' | 'chooser.start' | 'chooser.result' | 'chooser.learn'
> = {
  'chooser.read': ({ db }, _, services) => {
    const { steps, questions } = guidanceOf(services).chooser;
    const [run] = listChooserRuns(db);
    return {
      questions: questions.map(({ id, step, type, text, answers }) => {
        const { title, intro } = steps.find((one) => one.id === step)!;
        return {
          id,
          step: { title, intro },
          type,
          text,
          answers: answers.map((answer) => ({
            id: answer.id,
            text: answer.text,
            exclusive: answer.exclusive ?? false,
          })),
          given: run?.answers[id] ? [...run.answers[id]] : null,
        };
      }),
      startedOn: run?.startedOn ?? null,
    };
  },

  'chooser.answer': (workspace, { request, question: id, answers }, services) => {
    const { db } = workspace;
    const question = guidanceOf(services).chooser.questions.find((one) => one.id === id);
    if (!question) throw new AppError('not_found', 'This question is not asked any more.');
    const given = checked(question, answers);
    const [run] = listChooserRuns(db);
    return act(
      workspace,
      request,
      {
        kind: given.length === 0 ? 'skip-question' : 'answer-chooser',
        subject: question.text,
        detail: null,
        count: 1,
      },
      changeRow(db, 'chooser_run', run?.id ?? newId(db, 'chooser'), {
        started_on: run?.startedOn ?? workspace.moment().localDate,
        answers: JSON.stringify({ ...run?.answers, [id]: given }),
      }),
    );
  },

  'chooser.start': (workspace, { request }) => {
    const { db } = workspace;
    const [run] = listChooserRuns(db);
    const isFresh = run !== undefined && Object.keys(run.answers).length === 0;
    const id = isFresh ? run.id : newId(db, 'chooser');
    return make(
      workspace,
      request,
      { kind: 'start-chooser', subject: '', detail: null, count: 1 },
      changeRow(db, 'chooser_run', id, { started_on: workspace.moment().localDate, answers: '{}' }),
      id,
    );
  },

  'chooser.result': (workspace, _, services) => {
    // A pass that was only begun says nothing yet: the one before still counts.
    const runs = listChooserRuns(workspace.db).filter(({ answers }) => isAnswered(answers));
    const [run, before] = runs;
    return { result: run ? resultOf(workspace, guidanceOf(services), run, before) : null };
  },

  'chooser.learn': (workspace, { request, skills }, services) => {
    const [run] = listChooserRuns(workspace.db).filter(({ answers }) => isAnswered(answers));
    const known = run ? knownLevels(workspace, guidanceOf(services), run) : new Map<string, Level>();
    const changes = [...new Set(skills)].flatMap((skill): StateChange[] => {
      const level = known.get(skill);
      if (level === undefined) throw new AppError('invalid', 'No answer says that you can use this skill.');
      return beginnable(workspace, skill, level);
    });
    return act(
      workspace,
      request,
      { kind: 'begin-known', subject: '', detail: null, count: Math.max(1, changes.length) },
      changes,
    );
  },
};

const isAnswered = (answers: ChooserRun['answers']): boolean =>
  Object.values(answers).some((given) => given.length > 0);

/** The answers as the question allows them; throws `invalid` for others. */
const checked = ({ type, answers }: Question, given: readonly string[]): string[] => {
  const chosen = answers.filter(({ id }) => given.includes(id));
  if (chosen.length < new Set(given).size)
    throw new AppError('invalid', 'This is no answer to the question.');
  const isAlone = type === 'single' || chosen.some(({ exclusive }) => exclusive);
  if (isAlone && chosen.length > 1) {
    throw new AppError('invalid', 'These answers cannot be given together.');
  }
  return chosen.map(({ id }) => id);
};

const resultOf = (
  workspace: Workspace,
  { chooser }: Guidance,
  run: ChooserRun,
  before: ChooserRun | undefined,
): ChooserResult => {
  const { questions } = chooser;
  const roles = workspace.roles().filter(({ own }) => own === null);
  const ids = roles.map(({ id }) => id);
  const titleOf = (id: string): string => roles.find((role) => role.id === id)?.title ?? id;
  const scores = chooserScores(questions, ids, run.answers);
  const last = before && chooserScores(questions, ids, before.answers);
  const targets = workspace.targets();
  const shown = (score: RoleScore): ChooserRole => {
    const { id, title, summary } = roles.find((role) => role.id === score.role)!;
    const place = targets.findIndex(({ role }) => role === id);
    const lastShare = last?.find(({ role }) => role === id)?.share;
    return {
      role: id,
      title,
      summary,
      percent: 100 * score.share,
      before: lastShare === undefined ? null : 100 * lastShare,
      target: place < 0 ? null : place,
      decided: score.decided.map(({ question: asked, answers, points }) => {
        const question = questions.find((one) => one.id === asked)!;
        return {
          question: question.text,
          answers: question.answers
            .filter(({ id: answer }) => answers.includes(answer))
            .map(({ text, why }) => ({ text, why })),
          points,
        };
      }),
    };
  };
  return {
    answered: questions.filter(({ id }) => (run.answers[id] ?? []).length > 0).length,
    total: questions.length,
    startedOn: run.startedOn,
    beforeOn: before?.startedOn ?? null,
    roles: scores.map(shown),
    close: closeCall(scores, chooser.scoring.closeCall).map(titleOf),
    beginWith: titleOf(BEGIN_WITH),
    known: [...knownLevels(workspace, { chooser }, run)].flatMap(([skill, level]) => {
      const topics = beginnable(workspace, skill, level).length;
      return topics === 0 ? [] : [{ skill, name: workspace.skill(skill).name, level, topics }];
    }),
  };
};

/** Skills that the answers say the person can use, each with the highest level; ones that are gone are left out. */
const knownLevels = (
  workspace: Workspace,
  { chooser }: Pick<Guidance, 'chooser'>,
  { answers }: ChooserRun,
): ReadonlyMap<string, Level> => {
  const levels = new Map<string, Level>();
  for (const question of chooser.questions) {
    for (const answer of question.answers.filter(({ id }) => answers[question.id]?.includes(id))) {
      for (const { skill, level } of answer.sets ?? []) {
        if (findSkill(workspace.db, skill) && level > (levels.get(skill) ?? 0)) levels.set(skill, level);
      }
    }
  }
  return levels;
};

/** The changes that mark the untouched topics of a skill as learning. */
const beginnable = (workspace: Workspace, skill: string, level: Level): StateChange[] => {
  const { number } = workspace.skill(skill);
  return openTopics(workspace.db, number, level).flatMap((topic) => {
    const after = withStatus(topic.state, 'learning', null, workspace.moment().localDate);
    return topic.state.status !== 'todo' || 'refused' in after
      ? []
      : [topicChange(topic.number, topic, after)];
  });
};
