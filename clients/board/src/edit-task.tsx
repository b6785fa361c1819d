import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Drafts, useDraft } from './drafts.ts';
import { Field, focusFirstIssue, type Issues, MinutesField, readTaskForm } from './field.tsx';
import { changeTask, type SeenTask, type Task, type TaskEdit } from './tasks.ts';

interface EditTaskProps {
  /** The task as it was when the form was opened. */
  readonly opened: SeenTask;
  /** The task as the board shows it now, if it still does. */
  readonly present: Task | undefined;
  readonly drafts: Drafts;
  readonly onEdit: (edit: TaskEdit) => void;
  readonly onClose: () => void;
}

/**
 * The form for a task. It is above the columns, so that what was typed stays while cards come and go. What is saved depends on the task
 * as it was opened: if it has changed since, elsewhere or in another tab, the server refuses it.
 */
export function EditTask({ opened, present, drafts, onEdit, onClose }: EditTaskProps) {
  const [issues, setIssues] = useState<Issues>([]);
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form, drafts, 'edit');
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (issues.length > 0) focusFirstIssue(form.current);
  }, [issues]);

  function save(event: FormEvent<HTMLFormElement>): void {
    const { texts, issues: found } = readTaskForm(event);
    setIssues(found);
    if (found.length > 0) return;
    const change = {
      ...(texts.title !== opened.title && { title: texts.title }),
      ...(texts.estimateMinutes !== opened.estimateMinutes && { estimateMinutes: texts.estimateMinutes }),
    };
    if (Object.keys(change).length > 0) onEdit(changeTask(opened, change));
    dialog.current?.close();
  }

  function close(): void {
    // The button that has opened it may be gone, and another one be in another column.
    document.getElementById(`edit-${opened.id}`)?.focus();
    draft.forget();
    onClose();
  }

  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="edit-task">
      <form ref={form} onSubmit={save} onInput={draft.keep} noValidate>
        <fieldset>
          <legend id="edit-task" className="title">
            Edit {opened.title}
          </legend>
          <Field
            label="Title"
            name="title"
            autoComplete="off"
            defaultValue={opened.title}
            hint={present && present.title !== opened.title ? `Changed elsewhere: “${present.title}”` : ''}
          />
          <MinutesField
            defaultValue={opened.estimateMinutes ?? ''}
            issues={issues}
            hint={
              present && present.estimateMinutes !== opened.estimateMinutes
                ? `Changed elsewhere: ${present.estimateMinutes ?? 'none'}`
                : ''
            }
          />
          <p role="status" className="muted">
            {present ? '' : 'This task has left the board.'}
          </p>
          <p className="actions">
            <button type="submit">Save</button>
            <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
              Cancel
            </button>
          </p>
        </fieldset>
      </form>
    </dialog>
  );
}
