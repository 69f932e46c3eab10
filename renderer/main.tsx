import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Bridge } from '../shared/bridge.ts';
import { runFromMenu } from './actions.ts';
import { callOver, uploadOver } from './api.ts';
import { App } from './app.tsx';
import { SignedOut } from './shell/signed-out.tsx';
import { createAppStore, StoreContext, type Store } from './store.ts';
import { followOtherTabs } from './tabs.ts';
import { followTheme } from './theme.ts';
import { openWebBridge } from './web-bridge.ts';

const root = createRoot(document.querySelector('#root')!);
const showSignedOut = (): void => root.render(<SignedOut />);

const show = (store: Store, onOpenTab: (() => void) | null): void =>
  root.render(
    <StrictMode>
      <StoreContext value={store}>
        <App onOpenTab={onOpenTab} />
      </StoreContext>
    </StrictMode>,
  );

/** The addresses at which a person arrives without having asked for a screen. */
const isEntrance = (): boolean => /^#?\/?(today)?$/.test(location.hash);

const start = async (bridge: Bridge, onOpenTab: (() => void) | null): Promise<void> => {
  const store = createAppStore(callOver(bridge), uploadOver(bridge));
  const { load } = store.getState();
  // Both at once: people nearly always arrive at Today.
  const first = load('app.read', {});
  if (isEntrance()) void load('today.read', {});
  await first;
  followTheme(() => store.getState().settings, store.subscribe);
  followOtherTabs(store);
  if (store.getState().firstRun && isEntrance()) location.hash = '/start';
  bridge.onAction((action) => runFromMenu(action, store.getState()));
  show(store, onOpenTab);
};

if (window.groundwork) void start(window.groundwork, null);
else {
  const web = await openWebBridge(showSignedOut);
  if (web) void start(web, () => void web.openTab());
  else showSignedOut();
}
