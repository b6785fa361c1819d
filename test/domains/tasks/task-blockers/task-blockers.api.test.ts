import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const make = async (who: Person, title: string, input: object = {}): Promise<string> =>
  (await who.mutate('createTask', { title, ...input })).id;

const read = async (who: Person, id: string) =>
  (
    await who.query(
      `query ($id: ID!) { task(id: $id) { version isBlocked blockedBy { release releasedAt task { title } }
        blocks { totalCount nodes { title } } } }`,
      { id },
    )
  ).task;

const listed = async (who: Person, filter: string): Promise<string[]> =>
  (await who.query(`{ tasks(filter: ${filter}) { nodes { title } } }`)).tasks.nodes.map(
    ({ title }: { title: string }) => title,
  );

test('a task waits for others until they are done', async () => {
  const ada = await (await createTestApp()).person();
  const [draft, review] = [await make(ada, 'Draft'), await make(ada, 'Review')];
  const publish = await make(ada, 'Publish', { blockedByIds: [draft, review] });
  expect(await read(ada, publish)).toMatchObject({ isBlocked: true, blockedBy: [{}, {}] });
  expect(await read(ada, draft)).toMatchObject({
    isBlocked: false,
    blocks: { totalCount: 1, nodes: [{ title: 'Publish' }] },
  });
  expect(await listed(ada, '{ isBlocked: { eq: true } }')).toEqual(['Publish']);
  expect(await listed(ada, '{ isAvailable: { eq: true } }')).toEqual(['Draft', 'Review']);
  expect(await listed(ada, '{ blockedBy: { some: { title: { eq: "draft" } } } }')).toEqual(['Publish']);
  await ada.mutate('completeTask', { id: draft });
  expect((await read(ada, publish)).isBlocked).toBe(true);
  await ada.mutate('completeTask', { id: review });
  expect(await read(ada, publish)).toMatchObject({
    isBlocked: false,
    blockedBy: [{ release: null }, { release: null }],
  });
  expect(await listed(ada, '{ isAvailable: { eq: true } }')).toEqual(['Publish']);
  expect(await listed(ada, '{ isAvailable: { eq: false } }')).toEqual(['Draft', 'Review']);
  await ada.mutate('updateTask', { id: publish, blockedByIds: [] });
  expect((await read(ada, publish)).blockedBy).toEqual([]);
});

test('one that is cancelled or trashed holds nothing up, and that is noted until it comes back', async () => {
  const ada = await (await createTestApp()).person();
  const [draft, review] = [await make(ada, 'Draft'), await make(ada, 'Review')];
  const publish = await make(ada, 'Publish', { blockedByIds: [draft, review] });
  const { version } = await read(ada, publish);
  await ada.mutate('cancelTask', { id: draft });
  await ada.mutate('trash', { id: review }, '__typename');
  const at = '2026-11-23T09:00:00.000Z';
  expect(await read(ada, publish)).toMatchObject({
    ...{ version: version + 2, isBlocked: false },
    blockedBy: [
      { release: 'CANCELLED', releasedAt: at, task: { title: 'Draft' } },
      { release: 'TRASHED', releasedAt: at, task: { title: 'Review' } },
    ],
  });
  // The history of the task has it, in the change set that did it.
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { name changes { nodes { nodeId } } } } }');
  expect(changeSets.nodes[0].changes.nodes.map(({ nodeId }: { nodeId: string }) => nodeId)).toContain(publish);
  await ada.mutate('reopenTask', { id: draft });
  await ada.mutate('restore', { id: review }, '__typename');
  expect(await read(ada, publish)).toMatchObject({
    isBlocked: true,
    blockedBy: [{ release: null, releasedAt: null }, { release: null }],
  });
});

test('no task waits for itself, directly or through others, also if two are changed at once', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [a, b, c] = [await make(ada, 'A'), await make(ada, 'B'), await make(ada, 'C')];
  await ada.mutate('updateTask', { id: b, blockedByIds: [a] });
  await ada.mutate('updateTask', { id: c, blockedByIds: [b] });
  for (const other of [a, c]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('updateTask', { id: a, blockedByIds: [other] }));
    expect(refused.issues).toEqual([
      { path: ['input', 'blockedByIds', '0'], message: 'must not wait for the task itself' },
    ]);
  }
  const pairs = await Promise.all(Array.from({ length: 5 }, async () => [await make(ada, 'X'), await make(ada, 'Y')]));
  for (const [x, y] of pairs) {
    const answers = await Promise.all([
      ada.mutate('updateTask', { id: x, blockedByIds: [y] }, '__typename'),
      ada.mutate('updateTask', { id: y, blockedByIds: [x] }, '__typename'),
    ]);
    expect(answers.map(({ __typename }) => __typename).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'InvalidInputError',
      'Task',
    ]);
  }
});

test('an undo that would make a circle is a conflict', async () => {
  const ada = await (await createTestApp()).person();
  const [a, b] = [await make(ada, 'A'), await make(ada, 'B')];
  await ada.mutate('updateTask', { id: a, blockedByIds: [b] });
  await ada.mutate('updateTask', { id: a, blockedByIds: [] });
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  await ada.mutate('updateTask', { id: b, blockedByIds: [a] });
  expect(await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id }, 'id')).toMatchObject({
    __typename: 'ConflictError',
  });
});

test('a task of another person is none to wait for', async () => {
  const app = await createTestApp();
  const [ada, ben] = [await app.person(), await app.person('Ben')];
  const id = await make(ada, 'A');
  const answer = await writingNothing(app, ben, () => ben.mutate('createTask', { title: 'B', blockedByIds: [id] }));
  expect(answer).toMatchObject({ __typename: 'NotFoundError' });
});

test('a snoozed task is not available and on no list of a day, and comes back by itself', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, 'Call', { scheduledOn: 'TODAY' });
  const onDay = async () => (await ada.query('{ day { tasks { totalCount nodes { title } } entries { kind } } }')).day;
  expect(await ada.mutate('snoozeTask', { id, until: 'PT10M' }, 'snoozedUntil')).toMatchObject({
    snoozedUntil: '2026-11-23T09:10:00.000Z',
  });
  expect(await onDay()).toEqual({ tasks: { totalCount: 0, nodes: [] }, entries: [] });
  expect(await listed(ada, '{ isSnoozed: { eq: true } }')).toEqual(['Call']);
  expect(await listed(ada, '{ isAvailable: { eq: true } }')).toEqual([]);
  app.clock.advance(600_000);
  expect(await onDay()).toMatchObject({ tasks: { totalCount: 1 }, entries: [{ kind: 'TASK' }] });
  expect(await listed(ada, '{ isSnoozed: { eq: false }, isAvailable: { eq: true } }')).toEqual(['Call']);
  // Ada's day starts at four in Berlin.
  expect(await ada.mutate('snoozeTask', { id, untilDate: 'P1D' }, 'snoozedUntil')).toMatchObject({
    snoozedUntil: '2026-11-24T03:00:00.000Z',
  });
  expect(await ada.mutate('snoozeTask', { id }, 'snoozedUntil')).toMatchObject({ snoozedUntil: null });
  await ada.mutate('snoozeTask', { id, untilDate: 'P1D' });
  expect(await ada.mutate('completeTask', { id }, 'snoozedUntil')).toMatchObject({ snoozedUntil: null });
  for (const [input, path, message] of [
    [{ until: 'NOW' }, 'until', 'must be in the future'],
    [{ untilDate: 'TODAY' }, 'untilDate', 'must be after today'],
    [{ untilDate: 'P1D', until: 'P1D' }, 'until', 'must not be given together with untilDate'],
    [{ untilDate: 'P1D' }, 'id', 'must be the id of an open task'],
  ] as const) {
    const refused = await writingNothing(app, ada, () => ada.mutate('snoozeTask', { id, ...input }));
    expect(refused.issues).toEqual([{ path: ['input', path], message }]);
  }
});
