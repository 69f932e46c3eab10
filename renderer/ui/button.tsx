import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './button.module.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet';

type Look = Readonly<{
  variant?: ButtonVariant;
  /** 28 high, for section heads and toasts. */
  small?: boolean;
  icon?: ReactNode;
  children: ReactNode;
}>;
type Rest<Tag extends 'button' | 'a'> = Omit<ComponentPropsWithRef<Tag>, 'className' | 'style' | 'children'>;

const content = (icon: ReactNode, children: ReactNode) => (
  <>
    {icon}
    <span className={styles.text}>{children}</span>
  </>
);

export const Button = ({
  variant = 'secondary',
  small = false,
  icon,
  children,
  ...rest
}: Look & Rest<'button'>) => (
  <button
    type="button"
    {...rest}
    className={styles.button}
    data-variant={variant}
    data-small={small || undefined}
  >
    {content(icon, children)}
  </button>
);

/** Looks like a button, goes somewhere. */
export const ButtonLink = ({
  variant = 'secondary',
  small = false,
  icon,
  children,
  ...rest
}: Look & Rest<'a'>) => (
  <a {...rest} className={styles.button} data-variant={variant} data-small={small || undefined}>
    {content(icon, children)}
  </a>
);

type IconButtonProps = Readonly<{
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant;
  small?: boolean;
  /** Tooltip where it says more than the name, such as a key. */
  tooltip?: string;
}> &
  Omit<Rest<'button'>, 'aria-label' | 'title'>;

export const IconButton = ({
  label,
  icon,
  variant = 'quiet',
  small = false,
  tooltip = label,
  ...rest
}: IconButtonProps) => (
  <button
    type="button"
    {...rest}
    aria-label={label}
    title={tooltip}
    className={styles.button}
    data-variant={variant}
    data-small={small || undefined}
    data-icon
  >
    {icon}
  </button>
);

/** An underlined link in running text. */
export const TextLink = ({ children, ...rest }: Readonly<{ children: ReactNode }> & Rest<'a'>) => (
  <a {...rest} className={styles.link}>
    {children}
  </a>
);

/** Looks like a link, does something in place. */
export const TextButton = ({ children, ...rest }: Readonly<{ children: ReactNode }> & Rest<'button'>) => (
  <button type="button" {...rest} className={styles.link}>
    {children}
  </button>
);
