import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OutboxView } from '../../kit/outbox.ts';
import type { Account } from './account.ts';
import type { RefreshView } from './refresher.ts';
import type { TaskEdit } from './tasks.ts';

/** What waits to be sent and what was refused, as it changes in any tab. */
export const useOutbox = ({ outbox }: Account): OutboxView<TaskEdit> =>
  useSyncExternalStore(outbox.subscribe, outbox.view);

export const useShownEdits = ({ shownEdits }: Account): readonly TaskEdit[] =>
  useSyncExternalStore(shownEdits.subscribe, shownEdits.view);

/** Whether the lists come. */
export const useRefresh = ({ lists }: Account): RefreshView => useSyncExternalStore(lists.subscribe, lists.view);

/** Whether changes that are made elsewhere do not arrive. */
export const useIsDelayed = ({ live }: Account): boolean => useSyncExternalStore(live.subscribe, live.isDelayed);

/** Whether the device has a connection. */
export function useIsOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const follow = () => setOnline(navigator.onLine);
    addEventListener('online', follow);
    addEventListener('offline', follow);
    return () => {
      removeEventListener('online', follow);
      removeEventListener('offline', follow);
    };
  }, []);
  return isOnline;
}
