import { expect, test } from 'vitest';
import { applyEdits, applyToTrash, findCard } from '../../clients/board/src/cards.ts';
import {
  changeEdit,
  changeTask,
  createTask,
  moveTask,
  parseMinutes,
  restoreTask,
  type Task,
  trashTask,
} from '../../clients/board/src/tasks.ts';

const task = (id: string, status: Task['status'] = 'TODO', version = 1): Task => ({
  id: `Task:${id}`,
  title: id,
  status,
  estimateMinutes: null,
  version,
});

const listsOf = (todo: Task[], done: Task[] = []) => ({
  TODO: { tasks: todo, totalCount: todo.length },
  IN_PROGRESS: { tasks: [], totalCount: 0 },
  DONE: { tasks: done, totalCount: done.length },
});

/** The titles of each column with how many there are said to be. */
const shown = (columns: ReturnType<typeof applyEdits>) =>
  Object.values(columns).map(({ cards, totalCount }) => [totalCount, ...cards.map(({ title }) => title)]);

test('edits are shown on top of the lists in their order, each of them first in its column', () => {
  const [one, two] = [task('One'), task('Two')];
  const made = createTask({ title: 'Three', estimateMinutes: 5 });
  const edits = [moveTask(one, 'DONE'), changeTask(two, { title: 'Second' }), made];
  const columns = applyEdits(listsOf([one, two]), edits);
  expect(shown(columns)).toEqual([[2, 'Three', 'Second'], [0], [1, 'One']]);
  expect(columns.TODO.cards[0]).toMatchObject({ id: made.nodeId, estimateMinutes: 5, version: 0, isPending: true });
  // Those that are done are shown until the lists have them, and wait for nothing.
  expect(applyEdits(listsOf([one, two]), edits, [made]).TODO.cards).toMatchObject([
    { isPending: true },
    { title: 'Second', isPending: false },
  ]);
  const [created] = columns.TODO.cards;
  if (!created) throw new Error('Nothing was created.');
  expect(shown(applyEdits(listsOf([one, two]), [...edits, moveTask(created, 'IN_PROGRESS')]))).toEqual([
    [1, 'Second'],
    [1, 'Three'],
    [1, 'One'],
  ]);
  expect(shown(applyEdits(listsOf([one, two]), []))).toEqual([[2, 'One', 'Two'], [0], [0]]);
});

test('a task that no list has loaded, or two lists have, is shown once and counted once', () => {
  const far = task('Far', 'DONE');
  const lists = { ...listsOf([]), DONE: { tasks: [], totalCount: 300 } };
  expect(shown(applyEdits(lists, [moveTask(far, 'TODO')]))).toEqual([[1, 'Far'], [0], [299]]);
  // The list of what is done was asked for again already, the other one was not.
  const [before, after] = [task('One'), { ...task('One', 'DONE', 2), title: 'One, as it is now' }];
  expect(shown(applyEdits(listsOf([before], [after]), [moveTask(before, 'DONE')]))).toEqual([
    [0],
    [0],
    [1, 'One, as it is now'],
  ]);
});

test('an edit that is done is shown until a list has what it has made, and hides nothing that was changed elsewhere after it', () => {
  const seen = task('One');
  const [first, second] = [changeTask(seen, { title: 'First' }), changeTask(seen, { title: 'Second' })];
  const waiting = changeTask(seen, { estimateMinutes: 5 });
  const made = { [second.id]: { nodeId: seen.id, from: 1, to: 3 } };
  const titleAt = (version: number, edits = [first, second]) =>
    applyEdits(
      listsOf([{ ...seen, title: 'Elsewhere', version }]),
      [...edits, waiting],
      [waiting],
      made,
    ).TODO.cards.map(({ title, estimateMinutes }) => [title, estimateMinutes]);
  expect(titleAt(1)).toEqual([['Second', 5]]);
  expect(titleAt(2)).toEqual([['Second', 5]]);
  expect(titleAt(3)).toEqual([['Elsewhere', 5]]);
  // A cache has the new version in the list that it was moved from, which was not asked for again yet.
  const now = { ...seen, status: 'DONE', version: 2 } as const;
  for (const gone of [moveTask(seen, 'DONE'), trashTask(seen)]) {
    const ofGone = { [gone.id]: { nodeId: seen.id, from: 1, to: 2 } };
    expect(shown(applyEdits(listsOf([now]), [gone], [], ofGone))[0]).toEqual([0]);
  }
  // The version of an edit that others followed in a batch is not known.
  expect(titleAt(9, [first])).toEqual([['First', 5]]);
});

test('edits depend on the version that was seen, unless the server does not have the task yet or a person insists', () => {
  const seen = task('One', 'TODO', 7);
  expect(moveTask(seen, 'DONE')).toMatchObject({ ifVersion: 7, overwrites: true });
  const change = changeTask(seen, { title: 'Other' });
  expect([change.ifVersion, change.overwrites]).toEqual([7, undefined]);
  // The outbox sends none until the server has it.
  expect(moveTask(task('New', 'TODO', 0), 'DONE').ifVersion).toBe(0);
  // With an edit on top, of which the server may not know.
  const [onTop] = applyEdits(listsOf([seen]), [change]).TODO.cards;
  const next = changeTask(onTop ?? seen, { title: 'Next' });
  expect(next).toMatchObject({ ifVersion: 7, follows: change.id });
  // What is mended depends on what the person sees then, and if that is nothing, on the same.
  const again = changeEdit(next, { title: 'Another' });
  expect([again.ifVersion, again.follows]).toEqual([7, change.id]);
  const [moved] = applyEdits(listsOf([{ ...seen, version: 9 }]), [moveTask(seen, 'DONE')]).DONE.cards;
  expect(changeEdit(next, {}, moved)).toMatchObject({ ifVersion: 9, follows: moved?.lastEdit, shown: { task: moved } });
  expect(changeEdit(next, {}, { ...seen, version: 8 })).toMatchObject({ ifVersion: 8, follows: undefined });
  expect(again.id).not.toBe(change.id);
  expect(again.operation).toEqual({ updateTask: { id: 'Task:One', title: 'Another' } });
});

test('a task that is moved to the trash leaves its column and is in the trash, and comes back when it is restored', () => {
  const [one, two] = [task('One'), task('Two', 'DONE', 3)];
  const lists = listsOf([one]);
  const trashing = trashTask(one);
  expect(shown(applyEdits(lists, [trashing]))).toEqual([[0], [0], [0]]);
  // The lists were asked for again, and it is gone.
  expect(shown(applyEdits(listsOf([]), [trashing]))).toEqual([[0], [0], [0]]);
  expect(applyToTrash([two], [trashing])).toEqual([{ ...one, lastEdit: trashing.id }, two]);
  const restoring = restoreTask(two);
  expect(shown(applyEdits(lists, [restoring]))).toEqual([[1, 'One'], [0], [1, 'Two']]);
  expect(applyToTrash([two], [trashing, restoring])).toEqual([{ ...one, lastEdit: trashing.id }]);
  expect(findCard(applyEdits(lists, [restoring]), two.id)).toMatchObject({ title: 'Two', lastEdit: restoring.id });
  expect(findCard(applyEdits(lists, [trashing]), one.id)).toBeUndefined();
});

test('minutes are a whole number that a request can carry, or none', () => {
  expect(['', ' ', '0', '15', ' 90 ', '1e3'].map(parseMinutes)).toEqual([null, null, 0, 15, 90, 1000]);
  expect(['1.5', '99999999999', 'soon', '1,5', '-1e99'].map(parseMinutes)).toEqual(Array(5).fill(undefined));
});
