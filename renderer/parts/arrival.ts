/** Going back or forward leads to where one was; a link leads to the top, or to the part that it names. */
let back = false;
if ('navigation' in window) {
  window.navigation.addEventListener('navigate', ({ navigationType }) => {
    back = navigationType === 'traverse';
  });
}

/** The person came to this screen by Back or Forward. Browsers that cannot tell say no. */
export const isReturn = (): boolean => back;
