import { useEffect, useState } from 'react';
import type { Account } from './account.ts';
import { applyToTrash } from './cards.ts';
import { sentenceOf } from './refresher.ts';
import { restoreTask, type Task, type TaskEdit } from './tasks.ts';
import { useRefresh } from './use-account.ts';

interface TrashProps {
  readonly account: Account;
  readonly edits: readonly TaskEdit[];
  readonly onRestore: (edit: TaskEdit) => void;
}

/** The tasks in the trash, to restore. They are asked for while they are shown, and nothing of them is kept. */
export function Trash({ account, edits, onRestore }: TrashProps) {
  const [isOpen, setOpen] = useState(false);
  const [trash, setTrash] = useState<{ tasks: readonly Task[]; totalCount: number } | null>(null);
  const [failure, setFailure] = useState('');
  // Whatever changes the lists may change it.
  const { count } = useRefresh(account);
  useEffect(() => {
    if (!isOpen || count === 0) return;
    let isLeft = false;
    account.readTrash().then(
      ({ nodes, totalCount }) => {
        if (isLeft) return;
        const tasks = nodes.flatMap(({ node }) => (node?.__typename === 'Task' ? [node] : []));
        setTrash({ tasks, totalCount });
        setFailure('');
      },
      (error: unknown) => {
        if (!isLeft) setFailure(`The trash could not be loaded. ${sentenceOf(error)}`);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [account, isOpen, count]);

  const tasks = applyToTrash(trash?.tasks ?? [], edits);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Trash</summary>
      {failure !== '' && <p role="alert">{failure}</p>}
      {tasks.length === 0 && failure === '' && <p className="muted">{trash ? 'The trash is empty.' : 'Loading.'}</p>}
      <ul aria-label="Trash">
        {tasks.map((task) => (
          <li key={task.id}>
            <p className="title">{task.title}</p>
            <p className="actions">
              <button
                type="button"
                className="quiet"
                onClick={() => onRestore(restoreTask(task))}
                aria-label={`Restore ${task.title}`}
              >
                Restore
              </button>
            </p>
          </li>
        ))}
      </ul>
      {trash && trash.totalCount > trash.tasks.length && (
        <p className="muted">
          These are the last {trash.tasks.length} of {trash.totalCount}.
        </p>
      )}
    </details>
  );
}
