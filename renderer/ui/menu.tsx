import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from 'react';
import { Header, Menu as AriaMenu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import styles from './menu.module.css';
import { Key } from './tag.tsx';

export type MenuEntry = Readonly<{
  id: string;
  label: string;
  icon?: ReactNode;
  /** A key that chooses the entry while the menu is open, and is shown at its end. */
  keys?: string;
  disabled?: boolean;
}>;

/** Entries between two rules. With `selected` they are radio buttons, and null checks none. */
export type MenuGroup = Readonly<{
  id: string;
  label: string;
  entries: readonly MenuEntry[];
  selected?: string | null;
  /** The label stands above the entries, where they do not say themselves what they are. */
  isTitled?: boolean;
}>;

type MenuProps = Readonly<{
  label: string;
  groups: readonly MenuGroup[];
  /** A place in the window, or the trigger below which it opens. */
  anchor: Readonly<{ x: number; y: number }> | RefObject<HTMLElement | null>;
  onAction: (id: string) => void;
  onClose: () => void;
}>;

/** Loaded lazily, so mounted is open: the caller unmounts it in `onClose`. Focus goes back to where it was. */
export const Menu = ({ label, groups, anchor, onAction, onClose }: MenuProps) => {
  const point = useRef<HTMLSpanElement>(null);
  const atPoint = 'x' in anchor;

  const choose = (id: string) => {
    onAction(id);
    onClose();
  };
  // Before the menu's typeahead, which would take digits for letters.
  const chooseByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const entry = groups.flatMap(({ entries }) => entries).find(({ keys }) => keys === event.key);
    if (!entry) return;
    event.preventDefault();
    event.stopPropagation();
    if (!entry.disabled) choose(entry.id);
  };

  return (
    <>
      {atPoint && (
        <span
          ref={point}
          className={styles.point}
          style={{ left: anchor.x, top: anchor.y }}
          aria-hidden="true"
        />
      )}
      <Popover
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
        triggerRef={atPoint ? point : anchor}
        placement="bottom start"
        offset={atPoint ? 0 : 4}
        className={styles.popover ?? ''}
        aria-label={label}
      >
        <div onKeyDownCapture={chooseByKey}>
          <AriaMenu
            aria-label={label}
            autoFocus="first"
            onAction={(id) => choose(String(id))}
            className={styles.menu ?? ''}
          >
            {groups.flatMap((group, index) => [
              ...(index > 0 ? [<Separator key={`before ${group.id}`} className={styles.rule ?? ''} />] : []),
              <Group key={group.id} group={group} />,
            ])}
          </AriaMenu>
        </div>
      </Popover>
    </>
  );
};

const Group = ({ group }: Readonly<{ group: MenuGroup }>) => {
  const radio = group.selected !== undefined;
  return (
    <MenuSection
      {...(!group.isTitled && { 'aria-label': group.label })}
      className={styles.group ?? ''}
      {...(radio && {
        selectionMode: 'single' as const,
        selectedKeys: group.selected === null || group.selected === undefined ? [] : [group.selected],
      })}
    >
      {group.isTitled && <Header className={styles.title ?? ''}>{group.label}</Header>}
      {group.entries.map((entry) => (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          isDisabled={entry.disabled ?? false}
          className={styles.entry ?? ''}
        >
          <span className={styles.icon}>{entry.icon}</span>
          <span className={styles.label}>{entry.label}</span>
          {radio && entry.id === group.selected && <Check aria-hidden="true" className={styles.check} />}
          {entry.keys !== undefined && (
            <span aria-hidden="true">
              <Key>{entry.keys}</Key>
            </span>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
};
