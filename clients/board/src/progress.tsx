import { useEffect, useState } from 'react';
import type { Account } from './account.ts';
import { useIsDelayed, useIsOnline, useOutbox, useRefresh } from './use-account.ts';

/** After how long something is slow, in milliseconds. */
const patience = 8_000;

/** Whether something has been so for long. */
export function useIsLong(isSo: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isSo) return;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isSo]);
  return isLong;
}

/** Whether everything is sent and the lists come, and if not, why. */
export function Progress({ account }: { readonly account: Account }) {
  const { edits, refused, delay } = useOutbox(account);
  const { count, failure } = useRefresh(account);
  const isDelayed = useIsDelayed(account);
  const isOnline = useIsOnline();
  const isWaiting = edits.length > 0 && (delay === 'unreachable' || delay === 'busy');
  const isSlow = useIsLong(edits.length > 0 && !isWaiting);
  const isLate = useIsLong(count === 0 && failure === null);
  const kept = edits.length === 1 ? '1 edit is kept on this device.' : `${edits.length} edits are kept on this device.`;
  let text = refused.length === 0 ? 'Everything is saved.' : 'Everything else is saved.';
  if (isDelayed) text = `${text} Changes that are made elsewhere do not arrive now.`;
  if (count === 0) text = isLate ? 'The server has not answered yet.' : 'Loading.';
  if (failure !== null) text = `The tasks could not be loaded. ${failure}`;
  if (edits.length > 0) text = isSlow ? `The server has not answered yet. ${kept}` : 'Sending.';
  if (isWaiting) text = `${delay === 'busy' ? 'The server is busy.' : 'The server cannot be reached.'} ${kept}`;
  if (!isOnline) text = `Offline. ${edits.length > 0 ? kept : 'This is what came last.'}`;
  return (
    <div className="progress">
      <p role="status">{text}</p>
      {isOnline && (failure !== null || isWaiting || isDelayed || isSlow || isLate) && (
        <button type="button" className="quiet" onClick={account.tryNow}>
          Try again
        </button>
      )}
    </div>
  );
}
