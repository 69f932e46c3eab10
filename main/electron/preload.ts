import { contextBridge, ipcRenderer } from 'electron';
import { actionIds, type Bridge } from '../../shared/bridge.ts';
import { ACTION_CHANNEL, CALL_CHANNEL, UPLOAD_CHANNEL } from './channels.ts';

/** Everything that the page can reach. The event object stays here: it would hand the page `ipcRenderer`. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  // A `File` of the page comes as far as this script, but only bytes go further.
  upload: async (file) => ipcRenderer.invoke(UPLOAD_CHANNEL, new Uint8Array(await file.arrayBuffer())),
  can: { pickFolder: false, showInFolder: false, notify: false, openTab: false },
  onAction: (listener) => {
    const hear = (_event: unknown, id: unknown): void => {
      const action = actionIds.find((known) => known === id);
      if (action !== undefined) listener(action);
    };
    ipcRenderer.on(ACTION_CHANNEL, hear);
    return () => {
      ipcRenderer.off(ACTION_CHANNEL, hear);
    };
  },
};

contextBridge.exposeInMainWorld('groundwork', bridge);
