import type { Settings } from '../shared/model/settings.ts';

const moreContrast = matchMedia('(prefers-contrast: more)');
const dark = matchMedia('(prefers-color-scheme: dark)');

const apply = ({ theme, contrast, textSize }: Settings): void => {
  const root = document.documentElement;
  const isDark = theme === 'system' ? dark.matches : theme === 'dark';
  const isMore = contrast === 'system' ? moreContrast.matches : contrast === 'more';
  root.dataset.theme = isDark ? 'dark' : 'light';
  if (isMore) root.dataset.contrast = 'more';
  else delete root.dataset.contrast;
  const size = `${textSize}%`;
  const isOther = size !== (root.style.fontSize || '100%');
  root.style.fontSize = size;
  if (!isOther) return;
  // Breakpoints in rem are only measured anew when the container changes: it is one again from here.
  root.style.containerType = 'normal';
  void root.offsetWidth;
  root.style.containerType = '';
};

/**
 * Keeps the page in the theme, contrast and text size of the settings, and with the system where they leave it to it,
 * until the function that it returns is called.
 */
export const followTheme = (
  read: () => Settings,
  onChange: (listener: () => void) => () => void,
): (() => void) => {
  const update = (): void => apply(read());
  update();
  const forget = onChange(update);
  dark.addEventListener('change', update);
  moreContrast.addEventListener('change', update);
  return () => {
    forget();
    dark.removeEventListener('change', update);
    moreContrast.removeEventListener('change', update);
  };
};
