import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import styles from './page.module.css';

type PageProps = Readonly<{
  /** One column of 592, for the chooser and the first run. */
  focused?: boolean;
  children: ReactNode;
}>;

/** The centred column inside `main`. */
export const Page = ({ focused = false, children }: PageProps) => (
  <div className={styles.page} data-focused={focused || undefined}>
    {children}
  </div>
);

type PageHeadProps = Readonly<{
  /** The way up, on pages below another; `label` names the landmark. */
  crumbs?: Readonly<{ label: string; items: readonly Readonly<{ text: string; href: string }>[] }>;
  title: ReactNode;
  /** One sentence that says the state in words. */
  lead?: ReactNode;
  actions?: ReactNode;
}>;

/** The h1 can take focus, so that a change of screen is announced. */
export const PageHead = ({ crumbs, title, lead, actions }: PageHeadProps) => (
  <header className={styles.top}>
    {crumbs && (
      <nav aria-label={crumbs.label}>
        <ol className={styles.crumbs}>
          {crumbs.items.map((crumb, index) => (
            <Fragment key={crumb.text}>
              {index > 0 && (
                <li aria-hidden="true">
                  <ChevronRight />
                </li>
              )}
              <li>
                <a href={crumb.href}>{crumb.text}</a>
              </li>
            </Fragment>
          ))}
        </ol>
      </nav>
    )}
    <div className={styles.head}>
      <div className={styles.words}>
        <h1 tabIndex={-1} dir="auto">
          {title}
        </h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  </header>
);

type SectionProps = Readonly<{
  id: string;
  title: ReactNode;
  /** Explains the title, beside it. */
  hint?: ReactNode;
  /** Unit or count, at the end of the head. */
  remark?: ReactNode;
  /** A control of at most 28, at the end of the head. */
  action?: ReactNode;
  /** Nearer to the next one: for parts of one list, such as the levels of a skill. */
  close?: boolean;
  children: ReactNode;
}>;

export const Section = ({ id, title, hint, remark, action, close = false, children }: SectionProps) => (
  <section id={id} aria-labelledby={`${id}-title`} className={styles.section} data-close={close || undefined}>
    <div className={styles.sectionHead}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {remark !== undefined && <p className={styles.remark}>{remark}</p>}
      {action !== undefined && <div className={styles.action}>{action}</div>}
    </div>
    {children}
  </section>
);

/** Content and `Aside` side by side; below each other where it is narrow. */
export const Columns = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div className={styles.columns}>{children}</div>
);

/** Supporting facts. Not an `aside`: inside `main` that would be a landmark in a landmark. */
export const Aside = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div className={styles.aside}>{children}</div>
);
