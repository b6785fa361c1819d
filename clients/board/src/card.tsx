import { type FormEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Card } from './cards.ts';
import { Field, readForm } from './field.tsx';
import { changeTask, type Status, statuses, statusNames, type Task, type TaskEdit } from './tasks.ts';

interface CardViewProps {
  readonly card: Card;
  readonly followed: RefObject<string | null>;
  readonly onEdit: (edit: TaskEdit) => void;
  readonly onMove: (task: Task, status: Status) => void;
}

/** A task: moved by its list of columns, by keys, or by dragging; changed in place. */
export function CardView({ card, followed, onEdit, onMove }: CardViewProps) {
  const { id, title, status, estimateMinutes, isPending } = card;
  const [isEditing, setEditing] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (followed.current !== id) return;
    followed.current = null;
    select.current?.focus();
  }, [followed, id]);

  function move(to: string): void {
    const known = statuses.find((one) => one === to);
    if (known && known !== status) onMove(card, known);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!event.altKey || step === undefined) return;
    event.preventDefault();
    move(statuses[statuses.indexOf(status as Status) + step] ?? '');
  }

  function save(event: FormEvent<HTMLFormElement>): void {
    const value = readForm(event);
    const minutes = value('estimateMinutes');
    const next = { title: value('title'), estimateMinutes: minutes === '' ? null : Number(minutes) };
    const change = {
      ...(next.title !== title && { title: next.title }),
      ...(next.estimateMinutes !== estimateMinutes && { estimateMinutes: next.estimateMinutes }),
    };
    if (Object.keys(change).length > 0) onEdit(changeTask(card, change));
    setEditing(false);
  }

  if (isEditing) {
    return (
      <form onSubmit={save} noValidate>
        <fieldset>
          <legend className="title">Edit {title}</legend>
          <Field label="Title" name="title" defaultValue={title} autoFocus />
          <Field label="Minutes" name="estimateMinutes" type="number" defaultValue={estimateMinutes ?? ''} />
          <p className="actions">
            <button type="submit">Save</button>
            <button type="button" className="quiet" onClick={() => setEditing(false)}>
              Cancel
            </button>
          </p>
        </fieldset>
      </form>
    );
  }
  return (
    <article aria-label={title}>
      <p className="title">{title}</p>
      {estimateMinutes !== null && <p className="muted">{estimateMinutes} minutes</p>}
      {isPending && <p className="muted">Not sent yet</p>}
      <p className="actions">
        <select
          ref={select}
          aria-label={`Column of ${title}`}
          aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
          value={status}
          onChange={(event) => move(event.target.value)}
          onKeyDown={onKeyDown}
        >
          {statuses.map((one) => (
            <option key={one} value={one}>
              {statusNames[one]}
            </option>
          ))}
        </select>
        {status !== 'DONE' && (
          <button type="button" onClick={() => move('DONE')} onKeyDown={onKeyDown} aria-label={`Complete ${title}`}>
            Complete
          </button>
        )}
        <button
          type="button"
          className="quiet"
          onClick={() => setEditing(true)}
          onKeyDown={onKeyDown}
          aria-label={`Edit ${title}`}
        >
          Edit
        </button>
      </p>
    </article>
  );
}
