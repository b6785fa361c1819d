import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Account } from './account.ts';
import { applyEdits, findCard, type Tasks } from './cards.ts';
import { BoardColumn } from './column.tsx';
import { type Drafts, useDraft } from './drafts.ts';
import { EditTask } from './edit-task.tsx';
import { Field, focusFirstIssue, type Issues, MinutesField, readTaskForm } from './field.tsx';
import type { Person } from './person.ts';
import { Progress } from './progress.tsx';
import { RefusedEdits } from './refused-edits.tsx';
import { SignOut } from './sign-out.tsx';
import {
  createTask,
  moveTask,
  restoreTask,
  type SeenTask,
  type Status,
  statuses,
  statusNames,
  type TaskEdit,
  type TaskTexts,
  trashTask,
} from './tasks.ts';
import { Trash } from './trash.tsx';
import { useOutbox, useShownEdits } from './use-account.ts';

interface BoardProps {
  readonly account: Account;
  readonly person: Person;
  readonly onSignOut: () => void;
}

const emptyList = { tasks: [], totalCount: 0 };

export function Board({ account, person, onSignOut }: BoardProps) {
  const { data, outbox, drafts, copy, copyAtStart } = account;
  const columns = {
    TODO: data.useColumn('TODO'),
    IN_PROGRESS: data.useColumn('IN_PROGRESS'),
    DONE: data.useColumn('DONE'),
  };
  const view = useOutbox(account);
  const edits = useShownEdits(account);
  /** The task of the form that is open, as it was when it was opened: wherever its card goes, and whatever becomes of it. */
  const [opened, setOpened] = useState(drafts.opened);
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

  function open(task: SeenTask | null): void {
    drafts.opened = task;
    setOpened(task);
  }

  function add(edit: TaskEdit): void {
    outbox.add(edit).then(
      () => setFailure(''),
      (error: unknown) => setFailure(`This edit could not be kept on this device: ${String(error)}`),
    );
  }

  function move(task: SeenTask, status: Status): void {
    followed.current = task.id;
    add(moveTask(task, status));
    setAnnouncement(`“${task.title}” moved to ${statusNames[status]}.`);
  }

  function trash(task: SeenTask): void {
    add(trashTask(task));
    setAnnouncement(`“${task.title}” moved to the trash.`);
  }

  function create(task: TaskTexts): void {
    add(createTask(task));
    setAnnouncement(`“${task.title}” added.`);
  }

  function restore(task: SeenTask): void {
    add(restoreTask(task));
    setAnnouncement(`“${task.title}” restored.`);
  }

  const shown = applyEdits(lists, edits, view.edits, view.made);
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
        <RefusedEdits account={account} presentOf={(id) => findCard(shown, id)} />
        <NewTask drafts={drafts} onAdd={create} />
        <div className="columns">
          {statuses.map((status) => (
            <BoardColumn
              key={status}
              status={status}
              cards={shown[status]}
              column={columns[status]}
              hasCopy={copyAtStart.lists !== null}
              account={account}
              followed={followed}
              onOpen={open}
              onMove={move}
              onTrash={trash}
            />
          ))}
        </div>
        <p className="muted">Alt+← and Alt+→ move the task that has the focus.</p>
        <Trash account={account} edits={edits} onRestore={restore} />
        {opened && (
          <EditTask
            key={opened.id}
            opened={opened}
            present={findCard(shown, opened.id)}
            drafts={drafts}
            onEdit={add}
            onClose={() => open(null)}
          />
        )}
      </main>
    </>
  );
}

interface NewTaskProps {
  readonly drafts: Drafts;
  readonly onAdd: (task: TaskTexts) => void;
}

function NewTask({ drafts, onAdd }: NewTaskProps) {
  const [issues, setIssues] = useState<Issues>([]);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form, drafts, 'new');
  useEffect(() => {
    if (issues.length > 0) focusFirstIssue(form.current);
  }, [issues]);

  function create(event: FormEvent<HTMLFormElement>): void {
    const { texts, issues: found } = readTaskForm(event);
    setIssues(found);
    if (found.length > 0) return;
    onAdd(texts);
    draft.forget();
    event.currentTarget.reset();
    event.currentTarget.querySelector('input')?.focus();
  }

  return (
    <form ref={form} className="new" onSubmit={create} onInput={draft.keep} noValidate aria-label="New task">
      <Field label="New task" name="title" autoComplete="off" />
      <MinutesField issues={issues} />
      <button type="submit">Add</button>
    </form>
  );
}
