import { expect, onTestFinished, test, vi } from 'vitest';
import type { BoardTrashQuery, BoardTrashQueryVariables } from '../../clients/board/src/generated/graphql.ts';
import { createTrashList } from '../../clients/board/src/trash-list.ts';

const taskOf = (number: number) => ({
  __typename: 'Task' as const,
  id: `Task:${number}`,
  title: `Task ${number}`,
  status: 'TODO' as const,
  estimateMinutes: null,
  version: 1,
});

/** A trash with some tasks, whose pages come or not. */
function createTrash(count: number) {
  const asked: BoardTrashQueryVariables[] = [];
  const state = { count, failure: null as string | null };
  const readPage = async ({ first, after }: BoardTrashQueryVariables): Promise<BoardTrashQuery['trash']> => {
    asked.push({ first, after });
    if (state.failure !== null) throw new Error(state.failure);
    const start = Number(after ?? 0);
    const end = Math.min(start + first, state.count);
    const numbers = Array.from({ length: end - start }, (_, index) => start + index + 1);
    return {
      __typename: 'TrashedNodeConnection',
      nodes: numbers.map((number) => ({ __typename: 'TrashedNode', node: taskOf(number) })),
      pageInfo: { __typename: 'PageInfo', endCursor: String(end), hasNextPage: end < state.count },
      totalCount: state.count,
    };
  };
  const list = createTrashList(readPage, () => {});
  onTestFinished(() => list.stop());
  const shown = () => list.view().tasks.length;
  return { list, state, asked, shown };
}

test('the trash comes by pages, and all that are loaded come again together', async () => {
  const { list, state, asked, shown } = createTrash(170);
  list.refresh();
  for (const count of [50, 100, 150, 170]) {
    await vi.waitFor(() => expect(shown()).toBe(count));
    expect(list.view()).toMatchObject({ totalCount: 170, hasMore: count < 170 });
    // As somebody does who is in a hurry.
    if (count < 170) for (let times = 0; times < 2; times += 1) list.loadMore();
  }
  asked.length = 0;
  state.count = 30;
  list.refresh();
  await vi.waitFor(() => expect(list.view()).toMatchObject({ totalCount: 30, hasMore: false }));
  expect([shown(), asked.length]).toEqual([30, 1]);
});

test('a trash that does not come says why and is asked for again; what came last stays', async () => {
  const { list, state, shown } = createTrash(120);
  state.failure = 'Too much.';
  list.refresh();
  await vi.waitFor(() => expect(list.view()).toMatchObject({ count: 0, failure: 'Too much.' }));
  state.failure = null;
  list.tryNow();
  await vi.waitFor(() => expect(list.view()).toMatchObject({ count: 1, failure: null }));
  state.failure = 'Away.';
  list.loadMore();
  await vi.waitFor(() => expect(list.view().failure).toBe('Away.'));
  expect(shown()).toBe(50);
  state.failure = null;
  list.tryNow();
  await vi.waitFor(() => expect(shown()).toBe(100));
});
