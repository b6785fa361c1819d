import type { Account } from './account.ts';
import { useIsOnline, useOutbox, useRefresh } from './use-account.ts';

/** Whether everything is sent and the lists come, and if not, why. */
export function Progress({ account }: { readonly account: Account }) {
  const { edits, refused, delay } = useOutbox(account);
  const { count, failure } = useRefresh(account);
  const isOnline = useIsOnline();
  const kept = edits.length === 1 ? '1 edit is kept on this device.' : `${edits.length} edits are kept on this device.`;
  let text = refused.length === 0 ? 'Everything is saved.' : 'Everything else is saved.';
  if (count === 0) text = 'Loading.';
  if (failure !== null) text = `The tasks could not be loaded. ${failure}`;
  if (edits.length > 0) text = delay === 'busy' ? `The server is busy. ${kept}` : 'Sending.';
  if (!isOnline || delay === 'unreachable')
    text = edits.length > 0 ? `Offline. ${kept}` : 'Offline. This is what came last.';
  return (
    <div className="progress">
      <p role="status">{text}</p>
      {failure !== null && isOnline && (
        <button type="button" className="quiet" onClick={account.lists.tryNow}>
          Try again
        </button>
      )}
    </div>
  );
}
