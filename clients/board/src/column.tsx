import { useState } from 'react';
import type { Account } from './account.ts';
import { type CardActions, CardView } from './card.tsx';
import type { Cards } from './cards.ts';
import type { Column } from './data/data.ts';
import { sentenceOf } from './refresher.ts';
import { type SeenTask, type Status, statusNames } from './tasks.ts';
import { useRefresh } from './use-account.ts';

interface BoardColumnProps extends CardActions {
  readonly status: Status;
  readonly cards: Cards;
  readonly column: Column;
  /** Whether there is a list that came before. */
  readonly hasCopy: boolean;
  readonly account: Account;
}

/** The type of what is dragged. */
const dragType = 'application/x-waymark-task';

/** A column, in which tasks are dropped, too. */
export function BoardColumn({
  status,
  cards: { cards, totalCount },
  column,
  hasCopy,
  account,
  ...actions
}: BoardColumnProps) {
  const { failure } = useRefresh(account);
  const [moreFailure, setMoreFailure] = useState('');
  const [isAsking, setAsking] = useState(false);
  const isKnown = column.isLoaded || hasCopy;
  let empty = 'No tasks.';
  if (!isKnown) empty = failure === null ? 'Loading.' : 'Not loaded.';

  function loadMore(): void {
    if (isAsking) return;
    setMoreFailure('');
    setAsking(true);
    column
      .loadMore()
      .catch((error: unknown) => setMoreFailure(`There are more, which could not be loaded. ${sentenceOf(error)}`))
      .finally(() => setAsking(false));
  }

  return (
    <section
      aria-labelledby={`column-${status}`}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
      }}
      onDrop={(event) => {
        const task = JSON.parse(event.dataTransfer.getData(dragType) || 'null') as SeenTask | null;
        if (!task) return;
        // Browsers would open what was dropped.
        event.preventDefault();
        if (task.status !== status) actions.onMove(task, status);
      }}
    >
      <h2 id={`column-${status}`}>
        {statusNames[status]} {isKnown && <span className="count">{totalCount}</span>}
      </h2>
      <ul>
        {cards.map((card) => (
          <li
            key={card.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(dragType, JSON.stringify(card))}
          >
            <CardView card={card} {...actions} />
          </li>
        ))}
      </ul>
      {cards.length === 0 && <p className="muted">{empty}</p>}
      {moreFailure !== '' && <p role="alert">{moreFailure}</p>}
      {column.hasMore && (
        <button type="button" onClick={loadMore} aria-disabled={isAsking}>
          Load more: {statusNames[status]}
        </button>
      )}
    </section>
  );
}
