import type { ComparedLine } from '../../shared/model/own.ts';
import type { RoleDetail } from '../../shared/model/role.ts';
import { keyOfNeed } from '../../shared/rules/own-role.ts';
import { useStore } from '../store.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { t } from '../words.ts';

/** What can be done with a role as a whole: one of the catalogue is made the person's own, one of theirs is changed. */
export const OwnRoleActions = ({ role }: Readonly<{ role: RoleDetail }>) => {
  const send = useStore((state) => state.send);
  const remove = async (): Promise<void> => {
    if (await send('roles.remove', { role: role.id }, { undoable: true })) location.hash = '/roles';
  };
  if (!role.own) {
    return <ButtonLink href={`#/roles/${encodeURIComponent(role.id)}/fork`}>{t('ownRole.fork')}</ButtonLink>;
  }
  return (
    <>
      <Button variant="quiet" onClick={() => void remove()}>
        {t('ownRole.remove')}
      </Button>
      <ButtonLink href={`#/roles/${encodeURIComponent(role.id)}/edit`}>{t('ownRole.edit')}</ButtonLink>
    </>
  );
};

type Values = NonNullable<ComparedLine['original']>;

const detail = ({ level, weight, stage, entry }: Values): string =>
  [
    t('ownRole.detail', { level: t(`level.${level}`), weight, stage: t(`stage.${stage}`) }),
    ...(entry ? [t('ownRole.entryToo')] : []),
  ].join(', ');

/** What the person changed against the role that theirs was made from. */
export const RoleChanges = ({ changes }: Readonly<{ changes: NonNullable<RoleDetail['changes']> }>) => {
  const { base, lines } = changes;
  if (base === null) return null;
  const changed = lines.filter(({ change }) => change !== 'same');
  return (
    <Section id="changes" title={t('ownRole.changes')} hint={t('ownRole.from', { base: base.title })}>
      {changed.length === 0 ? (
        <Empty>{t('ownRole.noChanges', { base: base.title })}</Empty>
      ) : (
        <Rows label={t('ownRole.changes')}>
          {changed.map(({ need, title, change, original, ...values }) => (
            <Row
              key={keyOfNeed(need)}
              muted={change === 'removed'}
              end={<Tag>{change !== 'same' && t(`ownRole.${change}`)}</Tag>}
              second={[
                ...(change === 'removed' ? [] : [detail(values)]),
                ...(original ? [t('ownRole.wasDetail', { detail: detail(original) })] : []),
              ].join(' · ')}
            >
              <span dir="auto">{title}</span>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  );
};
