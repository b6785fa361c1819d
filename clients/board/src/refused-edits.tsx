import { type FormEvent, useEffect, useRef } from 'react';
import type { RefusedEdits as Refused } from '../../kit/outbox-state.ts';
import type { Account } from './account.ts';
import { Field, readForm } from './field.tsx';
import { changeEdit, type Status, statusNames, type TaskEdit } from './tasks.ts';
import { useOutbox } from './use-edits.ts';

/** What the server has refused: with the reason, and with the texts, to mend and send again or to discard. */
export function RefusedEdits({ account }: { readonly account: Account }) {
  const { refused } = useOutbox(account);
  if (refused.length === 0) return null;
  return (
    <section aria-labelledby="refused" className="refused">
      <h2 id="refused">Not saved</h2>
      {refused.map((one) => (
        <RefusedForm key={one.edits[0].id} refused={one} account={account} />
      ))}
    </section>
  );
}

interface RefusedFormProps {
  readonly refused: Refused<TaskEdit>;
  readonly account: Account;
}

function RefusedForm({ refused, account: { outbox } }: RefusedFormProps) {
  const [edit, ...behind] = refused.edits;
  const { message, issues } = refused.refusal;
  const { change } = edit.shown;
  // What is said at no field is said above them.
  const others = issues.filter(({ path }) => !Object.keys(change).includes(path.at(-1) ?? ''));
  const reason = issues.length === 0 ? message : others.map((issue) => issue.message).join(' ');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), []);

  function sendAgain(event: FormEvent<HTMLFormElement>): void {
    const value = readForm(event);
    const next: { title?: string; estimateMinutes?: number | null } = {};
    if (change.title !== undefined) next.title = value('title');
    if (change.estimateMinutes !== undefined) next.estimateMinutes = Number(value('estimateMinutes')) || null;
    outbox.addAgain(edit.id, () => [changeEdit(edit, next), ...behind]).catch(console.error);
  }

  return (
    <form ref={form} onSubmit={sendAgain} noValidate>
      <fieldset>
        <legend className="title">{nameOf(edit)}</legend>
        {reason !== '' && <p className="issue">{reason}</p>}
        {change.title !== undefined && <Field label="Title" name="title" defaultValue={change.title} issues={issues} />}
        {change.estimateMinutes !== undefined && (
          <Field
            label="Minutes"
            name="estimateMinutes"
            type="number"
            defaultValue={change.estimateMinutes ?? ''}
            issues={issues}
          />
        )}
        {behind.length > 0 && <p className="muted">Edits of it that wait for this one: {behind.length}.</p>}
        <p className="actions">
          <button type="submit">Send again</button>
          <button type="button" className="quiet" onClick={() => void outbox.discard(edit.id).catch(console.error)}>
            Discard
          </button>
        </p>
      </fieldset>
    </form>
  );
}

function nameOf({ shown: { task, change } }: TaskEdit): string {
  if (!task) return 'New task';
  if (change.status) return `Move “${task.title}” to ${statusNames[change.status as Status]}`;
  return `Change “${task.title}”`;
}
