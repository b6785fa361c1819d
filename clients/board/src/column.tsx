import type { RefObject } from 'react';
import { CardView } from './card.tsx';
import type { Cards } from './cards.ts';
import type { Column } from './data/data.ts';
import { type Status, statusNames, type Task, type TaskEdit } from './tasks.ts';

interface BoardColumnProps {
  readonly status: Status;
  readonly cards: Cards;
  readonly column: Column;
  readonly followed: RefObject<string | null>;
  readonly onEdit: (edit: TaskEdit) => void;
  readonly onMove: (task: Task, status: Status) => void;
}

/** The type of what is dragged. */
const dragType = 'application/x-waymark-task';

/** A column, in which tasks are dropped, too. */
export function BoardColumn({
  status,
  cards: { cards, totalCount },
  column,
  followed,
  onEdit,
  onMove,
}: BoardColumnProps) {
  return (
    <section
      aria-labelledby={`column-${status}`}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
      }}
      onDrop={(event) => {
        const task = JSON.parse(event.dataTransfer.getData(dragType) || 'null') as Task | null;
        if (task && task.status !== status) onMove(task, status);
      }}
    >
      <h2 id={`column-${status}`}>
        {statusNames[status]} <span className="count">{totalCount}</span>
      </h2>
      <ul>
        {cards.map((card) => (
          <li
            key={card.id}
            draggable
            onDragStart={(event) => event.dataTransfer.setData(dragType, JSON.stringify(card))}
          >
            <CardView card={card} followed={followed} onEdit={onEdit} onMove={onMove} />
          </li>
        ))}
      </ul>
      {cards.length === 0 && <p className="muted">No tasks.</p>}
      {column.hasMore && (
        <button type="button" onClick={() => void column.loadMore().catch(console.error)}>
          Load more: {statusNames[status]}
        </button>
      )}
    </section>
  );
}
