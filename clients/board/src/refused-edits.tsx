import { type FormEvent, useRef, useState } from 'react';
import { inTrash, type RefusedEdits as Refused } from '../../kit/outbox-state.ts';
import type { Account } from './account.ts';
import { useDraft } from './drafts.ts';
import { Field, focusFirstIssue, type Issues, MinutesField, readTaskForm } from './field.tsx';
import {
  changeEdit,
  restoreTask,
  type SeenTask,
  type Status,
  statusNames,
  type TaskEdit,
  type TaskTexts,
} from './tasks.ts';
import { useOutbox } from './use-account.ts';

interface RefusedEditsProps {
  readonly account: Account;
  /** A task as the board shows it now, if it does. */
  readonly presentOf: (id: string) => SeenTask | undefined;
}

/** What the server has refused: with the reason, and with the texts, to mend and send again or to discard. */
export function RefusedEdits({ account, presentOf }: RefusedEditsProps) {
  const { refused } = useOutbox(account);
  return (
    <>
      {/* Said, since the focus stays where somebody types. */}
      <div role="status" className="hidden">
        {refused.map(({ edits: [edit] }) => (
          <p key={edit.id}>Not saved: {nameOf(edit)}.</p>
        ))}
      </div>
      {refused.length > 0 && (
        <section aria-labelledby="refused" className="refused">
          <h2 id="refused">Not saved</h2>
          {refused.map((one) => (
            <RefusedForm
              key={one.edits[0].id}
              refused={one}
              present={presentOf(one.edits[0].nodeId)}
              account={account}
            />
          ))}
        </section>
      )}
    </>
  );
}

interface RefusedFormProps {
  readonly refused: Refused<TaskEdit>;
  readonly present: SeenTask | undefined;
  readonly account: Account;
}

function RefusedForm({ refused, present, account: { outbox, drafts } }: RefusedFormProps) {
  const [edit, ...behind] = refused.edits;
  const { code, message, issues, version } = refused.refusal;
  const { change, task } = edit.shown;
  const [typing, setTyping] = useState<Issues | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft(form, drafts, edit.id);
  const shownIssues = typing ?? issues;
  // What is said at no field is said above them.
  const others = issues.filter(({ path }) => !Object.keys(change).includes(path.at(-1) ?? ''));
  const reason = issues.length === 0 ? message : others.map((issue) => issue.message).join(' ');
  /** Whether to show what is there now, because the edit that is sent again overwrites it. */
  const isOther = (field: keyof TaskTexts) =>
    present && (code === 'CONFLICT' || (task && present[field] !== task[field]));

  function sendAgain(event: FormEvent<HTMLFormElement>): void {
    const { texts, issues: found } = readTaskForm(event);
    if (found.length > 0) {
      setTyping(found);
      requestAnimationFrame(() => focusFirstIssue(form.current));
      return;
    }
    const next = {
      ...(change.title !== undefined && { title: texts.title }),
      ...(change.estimateMinutes !== undefined && { estimateMinutes: texts.estimateMinutes }),
    };
    // What is overwritten now is what is shown here, with the edits that were made since. Of what has left the board, a conflict has told.
    const left =
      code === 'CONFLICT' && task && version !== undefined ? { ...task, version, lastEdit: undefined } : undefined;
    draft.forget();
    outbox.addAgain(edit.id, () => [changeEdit(edit, next, present ?? left), ...behind]).catch(console.error);
  }

  function discard(): void {
    draft.forget();
    outbox.discard(edit.id).catch(console.error);
  }

  return (
    <form ref={form} onSubmit={sendAgain} onInput={draft.keep} noValidate>
      <fieldset>
        <legend className="title">{nameOf(edit)}</legend>
        {reason !== '' && <p className="issue">{reason}</p>}
        {change.title !== undefined && (
          <Field
            label="Title"
            name="title"
            autoComplete="off"
            defaultValue={change.title}
            issues={shownIssues}
            hint={isOther('title') ? `Now: “${present?.title}”` : ''}
          />
        )}
        {change.estimateMinutes !== undefined && (
          <MinutesField
            defaultValue={change.estimateMinutes ?? ''}
            issues={shownIssues}
            hint={isOther('estimateMinutes') ? `Now: ${present?.estimateMinutes ?? 'none'}` : ''}
          />
        )}
        {code === 'CONFLICT' && !present && <p className="muted">It has left the board.</p>}
        {behind.length > 0 && code !== inTrash && (
          <p className="muted">Edits of it that wait for this one: {behind.length}.</p>
        )}
        <p className="actions">
          {code === inTrash && task ? (
            <button
              type="button"
              onClick={() => void outbox.addAgain(edit.id, () => [restoreTask(task)]).catch(console.error)}
            >
              Restore
            </button>
          ) : (
            <button type="submit">Send again</button>
          )}
          <button type="button" className="quiet" onClick={discard}>
            {code === inTrash ? 'Leave it there' : 'Discard'}
          </button>
        </p>
      </fieldset>
    </form>
  );
}

function nameOf({ shown: { task, change } }: TaskEdit): string {
  if (!task) return 'New task';
  if (change.isTrashed !== undefined) return `${change.isTrashed ? 'Trash' : 'Restore'} “${task.title}”`;
  if (change.status) return `Move “${task.title}” to ${statusNames[change.status as Status]}`;
  return `Change “${task.title}”`;
}
