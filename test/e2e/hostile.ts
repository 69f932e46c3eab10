import type { Page } from 'playwright-core';

/** Counts what texts do in a page, from its first moment. */
export const observe = async (page: Page, own: string): Promise<Map<string, number>> => {
  const seen = new Map<string, number>();
  const note = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);
  page.on('dialog', (dialog) => {
    note('a dialog opened');
    void dialog.dismiss();
  });
  page.on('popup', () => note('a window opened'));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(?:data|blob|about):/.test(url)) note(`asked for ${url.slice(0, 60)}`);
  });
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame() || !frame.url().startsWith(own))
      note(`went to ${frame.url().slice(0, 60)}`);
  });
  await page.exposeFunction('noted', note);
  await page.addInitScript(() => {
    const { noted } = globalThis as unknown as { noted: (what: string) => void };
    Object.assign(globalThis, { hit: (number: number) => noted(`ran ${number}`) });
    document.addEventListener('securitypolicyviolation', (event) =>
      noted(`reported ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return seen;
};

/** What stands in the page that no text may bring about: scripts, frames, handlers, addresses of other kinds. */
export const foreignIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const name = element.localName;
      const isOwnScript = name === 'script' && element.getAttribute('src')?.startsWith('./assets/') === true;
      if (/^(?:script|iframe|object|embed|base|meta|link|frame|applet|style)$/.test(name) && !isOwnScript)
        found.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on') || attribute === 'srcdoc') found.push(`${name} ${attribute}`);
        const isAddress = /^(?:href|src|srcset|action|formaction|xlink:href|poster|data|background)$/.test(
          attribute,
        );
        if (isAddress && !/^(?:https?:|mailto:|#|\.\/|data:image\/|$)/i.test(value))
          found.push(`${name} ${attribute}=${value.slice(0, 40)}`);
      }
    }
    return found;
  });

/** A list with each text as a heading, a task, a link and a line of a note. With NUL in it, the file as a whole is refused. */
export const hostileList = (texts: readonly string[]): string =>
  texts
    .map((text) => text.replaceAll(/[\r\n\0]+/g, ' '))
    .map((text) => `# ${text}\n\n- [x] ${text}\n  - [ ] [${text}](${text})\n\n> ${text}\n`)
    .join('\n');
