import { grouped } from '../../platform/text/english.ts';
import { GraphError } from './errors.ts';
import type { GraphEvent } from './events.ts';

/** How much is read at most. */
export interface Room {
  /** In events. */
  count: number;
  /** In characters of JSON. */
  size: number;
}

/** The codes of the errors for more than is taken. */
export const [tooManyEvents, tooMuchText] = ['tooManyEvents', 'tooMuchText'];

/** Collects events by their ids, each as it was last received. */
export interface CollectedEvents {
  readonly events: ReadonlyMap<string, GraphEvent>;
  /** @throws GraphError if there is no more room */
  set(event: GraphEvent): void;
  delete(id: string): void;
  /** The size of all of them, in characters of JSON. */
  size(): number;
}

/** Creates a collection. */
export function collectEvents(room: Room): CollectedEvents {
  const events = new Map<string, GraphEvent>();
  const sizes = new Map<string, number>();
  let total = 0;
  const remove = (id: string) => {
    total -= sizes.get(id) ?? 0;
    sizes.delete(id);
    events.delete(id);
  };
  return {
    events,
    set(event) {
      remove(event.id);
      const size = JSON.stringify(event).length;
      total += size;
      sizes.set(event.id, size);
      events.set(event.id, event);
      if (events.size > room.count)
        throw new GraphError(`There are more than ${grouped(room.count)} events in the range that is read.`, {
          code: tooManyEvents,
        });
      if (total > room.size)
        throw new GraphError('The events in the range that is read have more text than is taken.', {
          code: tooMuchText,
        });
    },
    delete: remove,
    size: () => total,
  };
}
