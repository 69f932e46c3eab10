import type { RoleComparison } from '../../shared/model/plan.ts';
import { Section } from '../ui/page.tsx';
import { t } from '../words.ts';
import styles from './compare.module.css';
import { RolesLine, RolesTable } from './table.tsx';

/** What the roles bring besides skills: certifications, projects, demand and the way in. */
export const FactsTable = ({ roles }: Readonly<{ roles: RoleComparison['roles'] }>) => (
  <Section id="facts" title={t('compare.facts')}>
    <RolesTable caption={t('compare.facts')} first={t('compare.facts')} roles={roles}>
      <tbody className={styles.prose}>
        <RolesLine
          head={t('compare.certifications')}
          cells={roles.map(({ id, certifications }) => (
            <Names
              key={id}
              names={certifications.map(({ name, status }) =>
                status === 'active' ? name : `${name} (${t(`role.${status}`)})`,
              )}
            />
          ))}
        />
        <RolesLine
          head={t('compare.projects')}
          cells={roles.map(({ id, projects }) => (
            <Names key={id} names={projects.map(({ title }) => title)} />
          ))}
        />
        <RolesLine head={t('compare.demand')} cells={roles.map(({ demand }) => demand)} />
        <RolesLine head={t('compare.wayIn')} cells={roles.map(({ usualWayIn }) => usualWayIn)} />
        <RolesLine head={t('compare.longTerm')} cells={roles.map(({ longTerm }) => longTerm)} />
      </tbody>
    </RolesTable>
  </Section>
);

const Names = ({ names }: Readonly<{ names: readonly string[] }>) =>
  names.length === 0 ? (
    t('compare.none')
  ) : (
    <ul className={styles.names}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
