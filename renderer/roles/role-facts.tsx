import type { MarketFact, RoleDetail } from '../../shared/model/role.ts';
import { fullDate } from '../format.ts';
import { TextLink } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { Row, Rows } from '../ui/rows.tsx';
import { Tag } from '../ui/tag.tsx';
import { t } from '../words.ts';
import styles from './role.module.css';

/** Everything about a role that is not the person's own standing. */
export const RoleFacts = ({ role }: Readonly<{ role: RoleDetail }>) => (
  <>
    <Section id="duties" title={t('role.duties')}>
      <ul className={styles.duties}>
        {role.duties.map((duty) => (
          <li key={duty}>{duty}</li>
        ))}
      </ul>
    </Section>
    <Section id="way-in" title={t('role.wayIn')}>
      <p className={styles.text}>{role.usualWayIn}</p>
    </Section>
    <Section id="certifications" title={t('role.certifications')} remark={role.certifications.length}>
      <Rows>
        {role.certifications.map(({ id, name, issuer, status }) => (
          <Row
            key={id}
            href={`#/certifications/${encodeURIComponent(id)}`}
            second={issuer}
            {...(status !== 'active' && { end: <Tag attention>{t(`role.${status}`)}</Tag> })}
          >
            {name}
          </Row>
        ))}
      </Rows>
    </Section>
    <Section id="projects" title={t('role.projects')} remark={role.projects.length}>
      <Rows>
        {role.projects.map(({ id, title, brief, difficulty, estimatedHours }) => (
          <Row key={id} second={`${difficulty}. ${brief}`} end={t('role.hours', { count: estimatedHours })}>
            {title}
          </Row>
        ))}
      </Rows>
    </Section>
    <Section id="outlook" title={t('role.outlook')}>
      <p className={styles.text}>{role.demand}</p>
      <p className={styles.text}>{role.longTerm}</p>
      <p className={styles.source}>{t('role.guides', { guides: role.guides.join('; ') })}</p>
      {role.aliases.length > 0 && (
        <p className={styles.source}>{t('role.aliases', { names: role.aliases.join(', ') })}</p>
      )}
    </Section>
    <Section id="market" title={t('role.market')} remark={t('role.marketHint')}>
      <ul className={styles.market}>
        {role.market.map((fact) => (
          <Fact key={fact.text} fact={fact} />
        ))}
      </ul>
    </Section>
  </>
);

const Fact = ({ fact }: Readonly<{ fact: MarketFact }>) => (
  <li>
    <p className={styles.text}>{fact.text}</p>
    <p className={styles.source}>
      {fact.status}.{' '}
      {fact.url === null ? (
        fact.source
      ) : (
        <TextLink href={fact.url} target="_blank" rel="noreferrer">
          {fact.source}
        </TextLink>
      )}
      . {t('role.checked', { date: fullDate(fact.checkedOn) })}
    </p>
  </li>
);
