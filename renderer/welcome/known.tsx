import { useState } from 'react';
import type { EntryItem, RoleDetail } from '../../shared/model/role.ts';
import { fitting } from '../../shared/rules/choices.ts';
import { LEVELS, type Level } from '../../shared/values.ts';
import { Answer } from '../parts/answer.tsx';
import { Remark } from '../parts/remark.tsx';
import { useQuery } from '../query.ts';
import { useStore } from '../store.ts';
import { atFoot } from '../ui/at-foot.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { RadioRow } from '../ui/choice.tsx';
import { Select } from '../ui/form.tsx';
import { Page, PageHead } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './welcome.module.css';

/** The two-minute pass over the entry list of the first target: how far one is with each item. */
export const Known = () => {
  // What was read may be from before they were picked.
  const picked = useStore((state) => state.targets);
  return (
    <Answer query={useQuery('targets.list', {})}>
      {({ targets }) => {
        const [first] = picked ?? targets;
        return first ? <KnownOf role={first.role} /> : <NoTarget />;
      }}
    </Answer>
  );
};

const NoTarget = () => (
  <Page focused>
    <PageHead
      title={t('known.title')}
      lead={t('known.nothing')}
      actions={
        <ButtonLink variant="primary" href="#/start/roles">
          {t('known.choose')}
        </ButtonLink>
      }
    />
  </Page>
);

const KnownOf = ({ role }: Readonly<{ role: string }>) => (
  <Answer query={useQuery('roles.read', { role })}>{(detail) => <Pass role={detail} />}</Answer>
);

/** Of an item: the level that was answered, and which member of its group that concerns. */
type Said = { readonly skill: string; readonly level: Level | null };

const keyOf = (item: EntryItem): string => item.group?.id ?? item.skill;

const isMet = ({ topics }: EntryItem): boolean => topics.done >= topics.total;

type AllSaid = Readonly<Record<string, Said>>;

const saidOf = (said: AllSaid, item: EntryItem): Said =>
  said[keyOf(item)] ?? { skill: item.skill, level: null };

/**
 * A framework that nothing was said of yet goes with the language; what was said or fixed stays, and so does `chosen`, the
 * item whose member the person just chose.
 */
const goingTogether = (items: readonly EntryItem[], said: AllSaid, chosen: string | null): AllSaid => {
  const grouped = items.filter(({ group }) => group);
  const open = grouped.filter(
    (item) =>
      keyOf(item) !== chosen &&
      !isMet(item) &&
      item.group!.fixed === null &&
      saidOf(said, item).level === null,
  );
  const fits = fitting(
    open.map((item) => ({ group: keyOf(item), pairs: item.group!.pairs })),
    Object.fromEntries(grouped.map((item) => [keyOf(item), saidOf(said, item).skill])),
  );
  const followed = open.flatMap((item): [string, Said][] => {
    const skill = fits[keyOf(item)]!;
    const isOffered = item.group!.members.some((member) => member.skill === skill);
    return isOffered ? [[keyOf(item), { skill, level: null }]] : [];
  });
  return { ...said, ...Object.fromEntries(followed) };
};

const Pass = ({ role }: Readonly<{ role: RoleDetail }>) => {
  const send = useStore((state) => state.send);
  const asked = role.entryList.filter(({ waived }) => !waived);
  const [said, setSaid] = useState<AllSaid>(() => goingTogether(asked, {}, null));
  const [isBusy, setBusy] = useState(false);
  // One skill may be asked for twice, alone and in a group: its highest answer counts.
  const known = new Map<string, Level>();
  for (const { skill, level } of Object.values(said)) {
    if (level !== null && level > (known.get(skill) ?? 0)) known.set(skill, level);
  }
  const met = asked.filter(isMet);
  const open = asked.filter((item) => !isMet(item));
  const leave = (): void => {
    location.hash = '/today';
  };
  const save = async (): Promise<void> => {
    if (isBusy) return;
    if (known.size === 0) return leave();
    setBusy(true);
    const skills = [...known].map(([skill, level]) => ({ skill, level }));
    const change = await send('skills.knowMany', { skills }, { undoable: true });
    setBusy(false);
    if (change) leave();
  };
  return (
    <Page focused>
      <PageHead
        title={t('known.title')}
        lead={t(open.length === 0 && met.length > 0 ? 'known.allMet' : 'known.lead', { role: role.title })}
      />
      <ul className={styles.items}>
        {open.map((item) => (
          <Item
            key={keyOf(item)}
            item={item}
            said={saidOf(said, item)}
            onSay={(answer) =>
              setSaid((all) => goingTogether(asked, { ...all, [keyOf(item)]: answer }, keyOf(item)))
            }
          />
        ))}
      </ul>
      {met.length > 0 && (
        <div className={styles.met}>
          <Remark>
            {t('known.met', { count: met.length, names: met.map(({ title }) => title).join(', ') })}
          </Remark>
        </div>
      )}
      <div className={styles.actions} ref={atFoot}>
        <Button variant="primary" aria-disabled={isBusy} onClick={() => void save()}>
          {known.size > 0
            ? t('known.save', { count: known.size })
            : t(open.length === 0 ? 'known.goOn' : 'known.none')}
        </Button>
        {known.size > 0 && (
          <Button variant="quiet" onClick={leave}>
            {t('known.skip')}
          </Button>
        )}
      </div>
    </Page>
  );
};

type ItemProps = Readonly<{ item: EntryItem; said: Said; onSay: (said: Said) => void }>;

const NOT_YET = '0';

const Item = ({ item, said, onSay }: ItemProps) => {
  const { title, level: asked, group } = item;
  const member = group?.members.find(({ skill }) => skill === said.skill);
  const topics = member?.topics ?? item.topics;
  return (
    <li>
      <div className={styles.item}>
        <b dir="auto">{group?.title ?? title}</b>
        <span className={styles.hint}>
          {t('known.asks', { level: t(`level.${asked}`) })}
          {topics.done > 0 && `, ${t('known.done', topics)}`}
        </span>
      </div>
      {group && (
        <Select
          label={t('known.member', { group: group.title })}
          value={said.skill}
          options={group.members.map(({ skill, name }) => ({ value: skill, label: name }))}
          onChange={(skill) => onSay({ ...said, skill })}
        />
      )}
      <RadioRow
        label={t('known.item', { skill: member?.name ?? title })}
        hideLabel
        value={String(said.level ?? NOT_YET)}
        options={[
          { value: NOT_YET, label: t('known.notYet') },
          ...LEVELS.filter((level) => level <= asked).map((level) => ({
            value: String(level),
            label: t(`level.${level}`),
          })),
        ]}
        onChange={(value) => onSay({ ...said, level: value === NOT_YET ? null : (Number(value) as Level) })}
      />
    </li>
  );
};
