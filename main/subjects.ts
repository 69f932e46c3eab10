import { findCertification } from '../data/certifications.ts';
import { categoryTitle, skillByNumber } from '../data/skills.ts';
import { topicByNumber } from '../data/topics.ts';
import type { NoteSubject } from '../shared/values.ts';
import { existingCertification } from './certifications/existing.ts';
import { existingCategoryTitle, existingRole } from './existing.ts';
import type { Workspace } from './workspace.ts';

type Subject = { readonly kind: NoteSubject; readonly id: string };

/** Key of the note on something, and its name. Throws `not_found` for what is not there any more. */
export const noteOn = (workspace: Workspace, { kind, id }: Subject): { key: string; name: string } => {
  switch (kind) {
    case 'skill': {
      const { number, name } = workspace.skill(id);
      return { key: `skill:${number}`, name };
    }
    case 'topic': {
      const { number, text } = workspace.topic(id);
      return { key: `topic:${number}`, name: text };
    }
    case 'role':
      return { key: `role:${id}`, name: existingRole(workspace, id).title };
    case 'category':
      return { key: `category:${id}`, name: existingCategoryTitle(workspace.db, id) };
    case 'certification':
      return { key: `certification:${id}`, name: existingCertification(workspace.db, id).facts.name };
  }
};

/** What a note is on, by its key; null where that is gone. `skill` is the one whose page shows it. */
export const subjectOfNote = (
  workspace: Workspace,
  key: string,
): { readonly subject: Subject; readonly skill: string | null; readonly title: string } | null => {
  const kind = key.slice(0, key.indexOf(':')) as NoteSubject;
  const rest = key.slice(kind.length + 1);
  const { db } = workspace;
  switch (kind) {
    case 'skill': {
      const skill = skillByNumber(db, Number(rest));
      return skill ? { subject: { kind, id: skill.id }, skill: skill.id, title: skill.name } : null;
    }
    case 'topic': {
      const topic = topicByNumber(db, Number(rest));
      if (!topic) return null;
      return {
        subject: { kind, id: topic.id },
        skill: skillByNumber(db, topic.skill)!.id,
        title: topic.text,
      };
    }
    case 'role': {
      const role = workspace.roles().find(({ id }) => id === rest);
      return role ? { subject: { kind, id: rest }, skill: null, title: role.title } : null;
    }
    case 'category': {
      const title = categoryTitle(db, rest);
      return title === undefined ? null : { subject: { kind, id: rest }, skill: null, title };
    }
    case 'certification': {
      const title = findCertification(db, rest)?.facts.name;
      return title === undefined ? null : { subject: { kind, id: rest }, skill: null, title };
    }
  }
};
