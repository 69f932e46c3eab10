import { Suspense, useEffect } from 'react';
import { fetched } from './fetched.tsx';
import { useStore, useStoreApi } from './store.ts';

// They bring a library with them, which the first screen does without.
const Palette = fetched(async () => (await import('./palette/palette.tsx')).Palette);
const Shortcuts = fetched(async () => (await import('./palette/shortcuts.tsx')).Shortcuts);
const CategoryNote = fetched(async () => (await import('./skills/category-note.tsx')).CategoryNote);
const NewSkill = fetched(async () => (await import('./skills/new-skill.tsx')).NewSkill);

/** Milliseconds after which the palette is fetched: it is the first thing that people reach for. */
const AFTER_FIRST_SCREEN = 500;

/** Milliseconds of a few frames. */
const FRAMES = 60;

/** What opens above every screen: palette, shortcuts, a new skill, the note on a category. Once for the whole page. */
export const Overlays = () => {
  const overlay = useStore((state) => state.overlay);
  useEffect(() => {
    const timer = setTimeout(() => void Palette.fetch(), AFTER_FIRST_SCREEN);
    return () => clearTimeout(timer);
  }, []);
  useFocusBack();
  useTypeAhead();
  return (
    <Suspense>
      {overlay?.kind === 'palette' && <Palette />}
      {overlay?.kind === 'shortcuts' && <Shortcuts />}
      {overlay?.kind === 'category-note' && (
        <CategoryNote category={overlay.category} title={overlay.title} />
      )}
      {overlay?.kind === 'new-skill' && <NewSkill name={overlay.name} category={overlay.category} />}
    </Suspense>
  );
};

/** Keys that are pressed while the palette is on its way are meant for its field, and for nothing on the screen behind it. */
const useTypeAhead = (): void => {
  const store = useStoreApi();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { typedAhead, typeAhead, closeOverlay } = store.getState();
      if (typedAhead === null || event.isComposing || isCommand(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const { key } = event;
      if (key === 'Escape') closeOverlay();
      else if (key === 'Backspace') typeAhead(typedAhead.slice(0, -1));
      else if (key.length === 1) typeAhead(typedAhead + key);
    };
    addEventListener('keydown', onKey, true);
    return () => removeEventListener('keydown', onKey, true);
  }, [store]);
};

/** AltGr, with which many keyboards write signs, counts as Ctrl and Alt on Windows. */
const isCommand = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph');

/** Gives the focus back to where it was before the first of them opened, also where one led to another. */
const useFocusBack = (): void => {
  const store = useStoreApi();
  useEffect(() => {
    let opener: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const forget = store.subscribe(({ overlay }, before) => {
      // The palette closes before what was chosen in it opens; its field is no place to come back to.
      const isWithin = document.activeElement?.closest('[role=dialog]') !== null;
      if (overlay && !before.overlay && !isWithin) opener = document.activeElement;
      if (overlay || !before.overlay) return;
      // A single one does it by itself, in the next frame; a screen that was gone to takes the focus anyway.
      clearTimeout(timer);
      timer = setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && !store.getState().overlay && opener instanceof HTMLElement) opener.focus();
      }, FRAMES);
    });
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, [store]);
};
