/**
 * Ref of a bar of buttons that stays at the foot of the window: messages keep above it. A style sheet that looked for the
 * bar itself (`:root:has()`) would make the browser style the whole page again at each change of any element.
 */
export const atFoot = (): (() => void) => {
  const { dataset } = document.documentElement;
  dataset['barAtFoot'] = '';
  return () => {
    delete dataset['barAtFoot'];
  };
};
