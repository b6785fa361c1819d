import type { Outbox } from '../../kit/outbox.ts';
import type { TaskEdit } from './tasks.ts';

/** The edits that the board shows on top of the lists. */
export interface ShownEdits {
  readonly view: () => readonly TaskEdit[];
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Those that wait, and those that are done until the lists have them: so no task jumps back in between.
 * @param refresh resolves once the lists have all that is done
 */
export function createShownEdits({ view, subscribe }: Outbox<TaskEdit>, refresh: () => Promise<void>): ShownEdits {
  const listeners = new Set<() => void>();
  let waiting = view().edits;
  let settling: readonly TaskEdit[] = [];
  let shown = waiting;

  function show(): void {
    shown = [...settling, ...waiting];
    for (const listener of listeners) listener();
  }

  subscribe(() => {
    const { edits, refused } = view();
    if (edits === waiting) return;
    const left = new Set([...edits, ...refused.flatMap((one) => one.edits)].map(({ id }) => id));
    const done = waiting.filter(({ id }) => !left.has(id));
    waiting = edits;
    settling = [...settling, ...done];
    show();
    if (done.length === 0) return;
    void refresh().then(() => {
      settling = settling.filter((edit) => !done.includes(edit));
      show();
    });
  });

  return {
    view: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
