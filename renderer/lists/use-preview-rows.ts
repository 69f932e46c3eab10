import { useEffect, useState } from 'react';
import type { ListRow } from '../../shared/model/list.ts';
import type { Failure } from '../../shared/reply.ts';
import { useStoreApi } from '../store.ts';

type Read = { readonly job: string; readonly rows: readonly ListRow[]; readonly error: Failure | null };

/**
 * All lines of a preview, page by page: what can be joined and what the tabs show is known only once all are here. Kept
 * beside the store, since they belong to this one reading.
 */
export const usePreviewRows = (
  job: string,
): { readonly rows: readonly ListRow[]; readonly error: Failure | null } => {
  const store = useStoreApi();
  const [read, setRead] = useState<Read>({ job, rows: [], error: null });
  useEffect(() => {
    let isGone = false;
    const readAll = async (): Promise<void> => {
      const rows: ListRow[] = [];
      for (;;) {
        const reply = await store.getState().readPreview(job, rows.length);
        if (isGone) return;
        if (!reply.ok) return setRead({ job, rows: [...rows], error: reply.error });
        rows.push(...reply.value.rows);
        const isAll = rows.length >= reply.value.total || reply.value.rows.length === 0;
        // Shown at the first page and at the last: each time costs as much as there is.
        if (isAll || rows.length <= 200) setRead({ job, rows: [...rows], error: null });
        if (isAll) return;
      }
    };
    void readAll();
    return () => {
      isGone = true;
    };
  }, [store, job]);
  return read.job === job ? read : { rows: [], error: null };
};
