import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Account } from './account.ts';
import { applyToTrash } from './cards.ts';
import { useIsLong } from './progress.tsx';
import type { SeenTask, TaskEdit } from './tasks.ts';
import type { TrashList } from './trash-list.ts';
import { useIsOnline } from './use-account.ts';

interface TrashProps {
  readonly account: Account;
  readonly edits: readonly TaskEdit[];
  readonly onRestore: (task: SeenTask) => void;
}

/** The tasks in the trash, to restore. They are asked for while they are shown, and nothing of them is kept. */
export function Trash(props: TrashProps) {
  const [list, setList] = useState<TrashList | null>(null);
  useEffect(() => () => list?.stop(), [list]);
  return (
    <details onToggle={({ currentTarget }) => setList(currentTarget.open ? props.account.createTrash() : null)}>
      <summary>Trash</summary>
      {list && <Trashed list={list} {...props} />}
    </details>
  );
}

function Trashed({ list, account, edits, onRestore }: TrashProps & { readonly list: TrashList }) {
  const { tasks: loaded, totalCount, hasMore, count: times, failure } = useSyncExternalStore(list.subscribe, list.view);
  const isOnline = useIsOnline();
  const isLate = useIsLong(times === 0 && failure === null);
  const { lists } = account;
  useEffect(() => {
    list.refresh();
    let { count } = lists.view();
    return lists.subscribe(() => {
      if (lists.view().count === count) return;
      // What has changed the lists may have changed it.
      ({ count } = lists.view());
      list.refresh();
    });
  }, [list, lists]);
  useEffect(() => {
    if (isOnline) list.wake();
  }, [list, isOnline]);

  function tryNow(): void {
    list.tryNow();
    account.tryNow();
  }

  const tasks = applyToTrash(loaded, edits);
  const isMissing = !isOnline || failure !== null;
  let text = times === 0 ? 'Loading.' : '';
  if (isLate) text = 'The server has not answered yet.';
  if (times > 0 && tasks.length === 0) text = 'The trash is empty.';
  if (isMissing) text = isOnline ? `The trash could not be loaded. ${failure}` : 'The trash cannot be loaded offline.';
  if (isMissing && times > 0) text = `${text} This is what came last.`;
  return (
    <>
      <p role="status" className="muted">
        {text}
      </p>
      {isOnline && (failure !== null || isLate) && (
        <button type="button" className="quiet" onClick={tryNow}>
          Try again
        </button>
      )}
      <ul aria-label="Trash">
        {tasks.map((task) => (
          <li key={task.id}>
            <p className="title">{task.title}</p>
            <p className="actions">
              <button
                type="button"
                className="quiet"
                onClick={() => onRestore(task)}
                aria-label={`Restore ${task.title}`}
              >
                Restore
              </button>
            </p>
          </li>
        ))}
      </ul>
      {hasMore && (
        <p className="actions">
          <button type="button" onClick={list.loadMore}>
            Load more: Trash
          </button>
          <span className="muted">
            {loaded.length} of {totalCount}
          </span>
        </p>
      )}
    </>
  );
}
