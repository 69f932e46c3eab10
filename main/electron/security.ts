import { app, session, type Session, type WebContents } from 'electron';
import { openExternal } from './open-external.ts';
import { isOwnUrl } from './origin.ts';

const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file:///*'];

/** Keeps contents where they are: no foreign page, no second window, no webview. */
const guardContents = (contents: WebContents): void => {
  const stay = (event: { readonly url: string; readonly preventDefault: () => void }): void => {
    if (!isOwnUrl(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url);
    return { action: 'deny' };
  });
};

/** Grants nothing and lets no page reach the network: everything that a page needs comes over `app://`. */
const guardSession = (guarded: Session): void => {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  guarded.setPermissionCheckHandler(() => false);
  guarded.setDevicePermissionHandler(() => false);
  guarded.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  guarded.webRequest.onBeforeRequest({ urls: NETWORK }, (_details, answer) => answer({ cancel: true }));
  // Chromium would fetch its dictionaries from a server.
  guarded.setSpellCheckerEnabled(false);
};

/** Before the app is ready: whatever contents or sessions come into being later are guarded from their first moment. */
export const guardEverything = (): void => {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('session-created', guardSession);
  app.once('ready', () => guardSession(session.defaultSession));
};
