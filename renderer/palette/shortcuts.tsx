import { X } from 'lucide-react';
import { Fragment } from 'react';
import { Dialog, Heading } from 'react-aria-components';
import { actions, type PageActionId } from '../actions.ts';
import { keyTexts, type Shortcut } from '../keys.ts';
import { useStore, useStoreApi } from '../store.ts';
import { IconButton } from '../ui/button.tsx';
import { Overlay } from '../ui/overlay.tsx';
import { Key } from '../ui/tag.tsx';
import { t } from '../words.ts';
import styles from './shortcuts.module.css';

/** Each way to press it, as the texts of the keys that are pressed one after the other. */
type Line = { readonly label: string; readonly ways: readonly (readonly string[])[] };
type Part = { readonly id: string; readonly title: string; readonly lines: readonly Line[] };

/** Keys that belong to what is in focus rather than to an action. */
const inPlace = (): Part[] => {
  const line = (label: string, ...ways: readonly Shortcut[]): Line => ({ label, ways: ways.map(keyTexts) });
  return [
    {
      id: 'search',
      title: t('shortcut.search'),
      lines: [line(t('shortcut.run'), 'Enter'), line(t('shortcut.openPage'), 'Mod+Enter')],
    },
    {
      id: 'lists',
      title: t('shortcut.lists'),
      lines: [
        line(t('shortcut.walk'), '↑', '↓'),
        line(t('shortcut.fold'), '→', '←'),
        line(t('shortcut.ends'), 'Home', 'End'),
        line(t('shortcut.page'), 'PageUp', 'PageDown'),
        line(t('shortcut.activate'), 'Enter'),
        line(t('shortcut.menu'), 'Shift+F10'),
      ],
    },
    {
      id: 'topics',
      title: t('shortcut.topics'),
      lines: [
        line(t('shortcut.tick'), 'Space'),
        line(t('shortcut.status'), '1–5'),
        line(t('shortcut.grow'), 'Shift+↑', 'Shift+↓'),
        line(t('shortcut.all'), 'Mod+A'),
        line(t('shortcut.clear'), 'Escape'),
      ],
    },
    {
      id: 'own',
      title: t('shortcut.ownTopics'),
      lines: [
        line(t('shortcut.edit'), 'F2'),
        line(t('shortcut.order'), 'Alt+↑', 'Alt+↓'),
        line(t('shortcut.indent'), 'Alt+→', 'Alt+←'),
      ],
    },
  ];
};

const nameOf: Partial<Record<PageActionId, () => string>> = {
  'history.undo': () => t('undo.button'),
  'history.redo': () => t('undo.redoButton'),
};

/** Every key that there is: those of the actions, and those of what is in focus. */
export const Shortcuts = () => {
  const close = useStore((state) => state.closeOverlay);
  const state = useStoreApi().getState();
  const ofActions = (isGo: boolean): Line[] =>
    Object.values(actions)
      .filter(({ id, keys }) => keys.length > 0 && id.startsWith('go.') === isGo)
      .map((action) => ({
        label: nameOf[action.id]?.() ?? action.label(state),
        ways: action.keys.map(keyTexts),
      }));
  const parts: readonly Part[] = [
    { id: 'anywhere', title: t('shortcut.anywhere'), lines: ofActions(false) },
    { id: 'go', title: t('shortcut.go'), lines: ofActions(true) },
    ...inPlace(),
  ];
  return (
    <Overlay isDismissable onClose={close} className={styles.overlay}>
      <Dialog className={styles.dialog ?? ''}>
        <header className={styles.head}>
          <Heading slot="title" level={2} className={styles.title ?? ''}>
            {t('shortcut.title')}
          </Heading>
          <IconButton label={t('shortcut.close')} icon={<X aria-hidden="true" />} onClick={close} />
        </header>
        <div className={styles.parts}>
          {parts.map(({ id, title, lines }) => (
            <section key={id} aria-labelledby={`shortcuts-${id}`} className={styles.part}>
              <h3 id={`shortcuts-${id}`}>{title}</h3>
              <dl>
                {lines.map(({ label, ways }) => (
                  <div key={label}>
                    <dt>{label}</dt>
                    <dd>
                      {ways.map((way, index) => (
                        <Fragment key={way.join(' ')}>
                          {index > 0 && <span>{t('key.or')}</span>}
                          <Way presses={way} />
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Dialog>
    </Overlay>
  );
};

const Way = ({ presses }: Readonly<{ presses: readonly string[] }>) =>
  presses.map((press, index) => (
    <Fragment key={press}>
      {index > 0 && <span>{t('key.next')}</span>}
      <Key>{press}</Key>
    </Fragment>
  ));
