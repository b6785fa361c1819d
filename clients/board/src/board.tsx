import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Account } from './account.ts';
import { applyEdits, type Tasks } from './cards.ts';
import { BoardColumn } from './column.tsx';
import { Field, readForm } from './field.tsx';
import type { Person } from './person.ts';
import { RefusedEdits } from './refused-edits.tsx';
import { SignOut } from './sign-out.tsx';
import { createTask, moveTask, type Status, statuses, statusNames, type Task, type TaskEdit } from './tasks.ts';
import { useIsOnline, useOutbox, useShownEdits } from './use-edits.ts';

interface BoardProps {
  readonly account: Account;
  readonly person: Person;
  readonly onSignOut: () => Promise<void>;
}

const emptyList = { tasks: [], totalCount: 0 };

export function Board({ account, person, onSignOut }: BoardProps) {
  const { data, outbox, copy, copyAtStart } = account;
  const columns = {
    TODO: data.useColumn('TODO'),
    IN_PROGRESS: data.useColumn('IN_PROGRESS'),
    DONE: data.useColumn('DONE'),
  };
  const view = useOutbox(account);
  const edits = useShownEdits(account);
  const [announcement, setAnnouncement] = useState('');
  const [failure, setFailure] = useState('');
  /** The task that the focus follows to its next column. */
  const followed = useRef<string | null>(null);

  const listOf = (status: Status): Tasks =>
    columns[status].isLoaded ? columns[status] : (copyAtStart.lists?.[status] ?? emptyList);
  const lists = { TODO: listOf('TODO'), IN_PROGRESS: listOf('IN_PROGRESS'), DONE: listOf('DONE') };
  const isLoaded = statuses.every((status) => columns[status].isLoaded);
  const text = JSON.stringify(lists, [
    'TODO',
    'IN_PROGRESS',
    'DONE',
    'tasks',
    'totalCount',
    'id',
    'title',
    'status',
    'estimateMinutes',
    'version',
  ]);
  useEffect(() => {
    if (isLoaded) copy.update((before) => ({ ...before, lists: JSON.parse(text) })).catch(console.error);
  }, [copy, isLoaded, text]);

  function add(edit: TaskEdit): void {
    outbox.add(edit).then(
      () => setFailure(''),
      (error: unknown) => setFailure(`This edit could not be kept on this device: ${String(error)}`),
    );
  }

  function move(task: Task, status: Status): void {
    followed.current = task.id;
    add(moveTask(task, status));
    setAnnouncement(`“${task.title}” moved to ${statusNames[status]}.`);
  }

  function create(event: FormEvent<HTMLFormElement>): void {
    const value = readForm(event);
    const minutes = value('estimateMinutes');
    add(createTask({ title: value('title'), estimateMinutes: minutes === '' ? null : Number(minutes) }));
    event.currentTarget.reset();
    event.currentTarget.querySelector('input')?.focus();
  }

  const shown = applyEdits(lists, edits);
  return (
    <>
      <header>
        <h1>Board</h1>
        <p>{person.name}</p>
        <SignOut count={view.edits.length + view.refused.length} onSignOut={onSignOut} />
      </header>
      <main>
        <Progress account={account} />
        <p role="status" className="hidden">
          {announcement}
        </p>
        {failure !== '' && <p role="alert">{failure}</p>}
        <RefusedEdits account={account} />
        <form className="new" onSubmit={create} noValidate aria-label="New task">
          <Field label="New task" name="title" autoComplete="off" />
          <Field label="Minutes" name="estimateMinutes" type="number" />
          <button type="submit">Add</button>
        </form>
        <div className="columns">
          {statuses.map((status) => (
            <BoardColumn
              key={status}
              status={status}
              cards={shown[status]}
              column={columns[status]}
              followed={followed}
              onEdit={add}
              onMove={move}
            />
          ))}
        </div>
        <p className="muted">Alt+← and Alt+→ move the task that has the focus.</p>
      </main>
    </>
  );
}

/** Whether everything is sent, and if not, why. */
function Progress({ account }: { readonly account: Account }) {
  const { edits, refused, delay } = useOutbox(account);
  const isOnline = useIsOnline();
  const kept = edits.length === 1 ? '1 edit is kept on this device.' : `${edits.length} edits are kept on this device.`;
  let text = refused.length === 0 ? 'Everything is saved.' : 'Everything else is saved.';
  if (edits.length > 0) text = 'Sending.';
  if (edits.length > 0 && delay === 'busy') text = `The server is busy. ${kept}`;
  if (!isOnline || delay === 'offline')
    text = edits.length > 0 ? `Offline. ${kept}` : 'Offline. This is what came last.';
  return (
    <p role="status" className="progress">
      {text}
    </p>
  );
}
