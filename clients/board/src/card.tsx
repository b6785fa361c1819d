import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Card } from './cards.ts';
import { type SeenTask, type Status, statuses, statusNames } from './tasks.ts';

/** What a person can do with a card. */
export interface CardActions {
  /** The task that the focus follows to its next column. */
  readonly followed: RefObject<string | null>;
  readonly onOpen: (task: SeenTask) => void;
  readonly onMove: (task: SeenTask, status: Status) => void;
  readonly onTrash: (task: SeenTask) => void;
}

/** A task: moved by its list of columns, by keys, or by dragging. */
export function CardView({ card, followed, onOpen, onMove, onTrash }: CardActions & { readonly card: Card }) {
  const { id, title, status, estimateMinutes, isPending } = card;
  const select = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
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
          id={`edit-${id}`}
          type="button"
          className="quiet"
          onClick={() => onOpen(card)}
          onKeyDown={onKeyDown}
          aria-label={`Edit ${title}`}
        >
          Edit
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => onTrash(card)}
          onKeyDown={onKeyDown}
          aria-label={`Trash ${title}`}
        >
          Trash
        </button>
      </p>
    </article>
  );
}
