import type { Input, Output } from '../../shared/contract.ts';
import { download } from '../download.ts';
import type { SliceOf } from '../store.ts';

/** What leaves the product from the room of certifications. */
export type CertificationSlice = {
  /** Hands the calendar to the browser as a file. Gives how many entries are in it; null where there is no file. */
  readonly exportCalendar: (
    choice: Input<'calendar.export'>,
  ) => Promise<Pick<Output<'calendar.export'>, 'events' | 'cancelled'> | null>;
  /** Hands the file that is kept with a credential back as it was. */
  readonly saveCredentialFile: (credential: string) => Promise<void>;
};

export const createCertificationSlice: SliceOf<CertificationSlice> = (_set, get, call) => ({
  exportCalendar: async (choice) => {
    const reply = await call('calendar.export', choice);
    if (!reply.ok) {
      get().complain(reply.error.message);
      return null;
    }
    download(reply.value.fileName, reply.value.text, 'text/calendar');
    return reply.value;
  },
  saveCredentialFile: async (credential) => {
    const reply = await call('credentials.file', { credential });
    if (!reply.ok) return get().complain(reply.error.message);
    const bytes = Uint8Array.from(atob(reply.value.base64), (letter) => letter.charCodeAt(0));
    // Never as what it says it is: a picture with a script in it is saved, not shown.
    download(reply.value.fileName, bytes, 'application/octet-stream');
  },
});
