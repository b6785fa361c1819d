import { maxPageSize } from './data/data.ts';
import type { BoardTrashQuery, BoardTrashQueryVariables } from './generated/graphql.ts';
import { createRefresher, type RefreshView } from './refresher.ts';
import type { Task } from './tasks.ts';

/** The tasks in the trash, as far as they are loaded. */
export interface TrashView extends RefreshView {
  readonly tasks: readonly Task[];
  readonly totalCount: number;
  readonly hasMore: boolean;
}

export interface TrashList {
  readonly view: () => TrashView;
  readonly subscribe: (listener: () => void) => () => void;
  /** Asks for all that is loaded again, until it comes. */
  readonly refresh: () => void;
  readonly loadMore: () => void;
  /** Ends the wait before the next attempt. */
  readonly wake: () => void;
  /** Gives up a request that is under way, and asks anew now. */
  readonly tryNow: () => void;
  readonly stop: () => void;
}

/** The tasks of a page. */
const pageSize = 50;

/**
 * @param readPage asks for a page
 * @param giveUp makes what is asked for now fail
 */
export function createTrashList(
  readPage: (variables: BoardTrashQueryVariables) => Promise<BoardTrashQuery['trash']>,
  giveUp: () => void,
): TrashList {
  let wanted = pageSize;
  let loaded: Omit<TrashView, keyof RefreshView> = { tasks: [], totalCount: 0, hasMore: false };
  let view: TrashView = { ...loaded, count: 0, failure: null };

  /** Asks for all pages anew, so that they fit together whatever has changed in between. */
  const list = createRefresher(async () => {
    const tasks: Task[] = [];
    let missing = wanted;
    let after: string | null | undefined = null;
    while (missing > 0) {
      const first = Math.min(missing, maxPageSize);
      const { nodes, pageInfo, totalCount }: BoardTrashQuery['trash'] = await readPage({ first, after });
      tasks.push(...nodes.flatMap(({ node }) => (node?.__typename === 'Task' ? [node] : [])));
      after = pageInfo.endCursor;
      missing = pageInfo.hasNextPage ? missing - first : 0;
      if (missing <= 0) loaded = { tasks, totalCount, hasMore: pageInfo.hasNextPage };
    }
  }, giveUp);
  // Before those of the page, so that they find it.
  list.subscribe(() => {
    view = { ...loaded, ...list.view() };
  });

  return {
    view: () => view,
    subscribe: list.subscribe,
    refresh: () => void list.refresh(),
    loadMore() {
      wanted = loaded.tasks.length + pageSize;
      void list.refresh();
    },
    wake: list.wake,
    tryNow: list.tryNow,
    stop: list.stop,
  };
}
