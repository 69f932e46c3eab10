import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterAll, afterEach, vi } from 'vitest';

/** What jsdom lacks: it lays nothing out, never scrolls, and knows no media queries. */

// A page that leaves its theme to the system is light and of standard contrast.
window.matchMedia = (media) =>
  ({
    media,
    matches: false,
    onchange: null,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
    dispatchEvent: () => true,
  }) satisfies MediaQueryList;

globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// A window of 60 rows of 36, so that lists which render only what is in sight render something.
const ROW = 36;
const WINDOW = 60 * ROW;
const heightOf = (element: HTMLElement): number => (element.localName === 'main' ? WINDOW : ROW);
for (const name of ['clientHeight', 'offsetHeight'] as const) {
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return heightOf(this);
    },
  });
}
Element.prototype.scrollTo = function scrollTo(this: Element, options?: ScrollToOptions | number) {
  this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : 0;
  this.dispatchEvent(new Event('scroll'));
};
Element.prototype.scrollIntoView = () => undefined;
window.scrollTo = () => undefined;

configure({
  asyncUtilTimeout: 2_000,
  // Whether an element is hidden takes jsdom most of a test's time; the real browser's tests look at that.
  defaultHidden: true,
  // A page is long; what was looked for says more.
  getElementError: (message) => new Error(message?.split('\n\n')[0]),
});

afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
  // The next test is another tab.
  sessionStorage.clear();
  document.title = '';
  const root = document.documentElement;
  delete root.dataset['theme'];
  delete root.dataset['contrast'];
  root.removeAttribute('style');
});

// A page fetches the other rooms ahead: what is on its way when the last test ends must not arrive in a world that is gone.
afterAll(() => vi.dynamicImportSettled());
