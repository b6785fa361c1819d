import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = `id title description status priority scheduledOn scheduledAt dueOn estimateMinutes completedAt
  carryOverCount position parent { id } labels { name } version createdAt updatedAt trashedAt`;
const get = `query ($id: ID!) { task(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));

test('a task needs only a title', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { __typename, ...task } = await ada.mutate('createTask', { title: ' Call  the bank ' }, fields);
  expect(task).toEqual({
    id: expect.stringMatching(/^Task:[0-9a-f-]{36}$/),
    title: 'Call  the bank',
    description: '',
    status: 'TODO',
    priority: 'NONE',
    scheduledOn: null,
    scheduledAt: null,
    dueOn: null,
    estimateMinutes: null,
    completedAt: null,
    carryOverCount: 0,
    position: expect.any(Number),
    parent: null,
    labels: [],
    version: 1,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  });
  expect(await ada.query(get, { id: task.id })).toEqual({ task });
});

test('all fields of a task can be set, and null clears the optional ones', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const parent = await ada.mutate('createTask', { title: 'Parent' });
  const label = await ada.mutate('createLabel', { name: 'Work' });
  const input = {
    title: 'Write the report 📝',
    description: '# Plan\n\n- one\n\t- two',
    priority: 'HIGH',
    scheduledAt: '2026-11-24T10:00:00+01:00',
    dueOn: '2026-12-01',
    estimateMinutes: 90,
    parentId: parent.id,
    labelIds: [label.id],
  };
  const made = await ada.mutate('createTask', input, fields);
  expect(made).toMatchObject({
    title: input.title,
    description: input.description,
    priority: 'HIGH',
    scheduledOn: null,
    scheduledAt: '2026-11-24T09:00:00.000Z',
    dueOn: '2026-12-01',
    estimateMinutes: 90,
    parent: { id: parent.id },
    labels: [{ name: 'Work' }],
  });
  app.clock.advance(1_000);
  const emptied = { scheduledOn: null, scheduledAt: null, dueOn: null, estimateMinutes: null, parentId: null };
  const cleared = { id: made.id, description: '', labelIds: [], ...emptied };
  expect(await ada.mutate('updateTask', cleared, fields)).toEqual({
    ...made,
    description: '',
    scheduledAt: null,
    dueOn: null,
    estimateMinutes: null,
    parent: null,
    labels: [],
    version: 2,
    updatedAt: '2026-11-23T09:00:01.000Z',
  });
});

test('a task changes only at the expected version, by every mutation', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'One' });
  const other = await ada.mutate('createTask', { title: 'Other' });
  const label = await ada.mutate('createLabel', { name: 'Work' });
  await ada.mutate('updateTask', { id, ifVersion: 1, title: 'Two' });
  for (const [mutation, input] of [
    ['updateTask', { title: 'Three' }],
    ['updateTask', { labelIds: [label.id] }],
    ['completeTask', {}],
    ['reopenTask', {}],
    ['cancelTask', {}],
    ['rescheduleTask', { scheduledOn: 'TODAY' }],
    ['reorderTask', { afterId: other.id }],
    ['trash', {}],
    ['restore', {}],
  ] as const) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 1, ...input }));
    expect(refused).toMatchObject({
      __typename: 'ConflictError',
      code: 'CONFLICT',
      message: 'This has changed since: it is at version 2, not 1.',
    });
  }
  // A client that insists can depend on the version that it is told.
  const { trash } = await ada.query(
    'mutation ($id: ID!) { trash(input: { id: $id, ifVersion: 1 }) { ... on ConflictError { currentVersion } } }',
    { id },
  );
  expect(trash).toEqual({ currentVersion: 2 });
  expect(await ada.mutate('completeTask', { id, ifVersion: 2 }, 'version')).toMatchObject({ version: 3 });
});

test('an update raises the version by one, with any number of fields', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'Work' });
  const { id } = await ada.mutate('createTask', { title: 'One' });
  const both = { id, title: 'Two', status: 'IN_PROGRESS', labelIds: [label.id] };
  expect(await ada.mutate('updateTask', both, 'version')).toMatchObject({ version: 2 });
  app.clock.advance(1_000);
  const labelsOnly = await ada.mutate('updateTask', { id, labelIds: [] }, 'version updatedAt');
  expect(labelsOnly).toMatchObject({ version: 3, updatedAt: '2026-11-23T09:00:01.000Z' });
});

test('a mutation that changes nothing leaves the version, the timestamps and the history as they are', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'Work' });
  const input = { title: 'Same', scheduledAt: '2026-11-24T09:00:00Z', labelIds: [label.id], priority: 'LOW' };
  const before = await ada.mutate('createTask', input, fields);
  app.clock.advance(60_000);
  const { id } = before;
  for (const [mutation, same] of [
    ['updateTask', {}],
    ['updateTask', { ...input, title: ' Same ', scheduledAt: '2026-11-24T10:00:00+01:00' }],
    ['updateTask', { status: 'TODO', dueOn: null, estimateMinutes: null, scheduledOn: null, parentId: null }],
    ['rescheduleTask', { scheduledAt: input.scheduledAt }],
    ['reopenTask', {}],
    ['restore', {}],
    ['reorderTask', {}],
  ] as const) {
    expect(await writingNothing(app, ada, () => ada.mutate(mutation, { id, ...same }, fields))).toEqual(before);
  }
});

test('a task created twice with one id is created once and returned as it is now; another input is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'Work' });
  const uuid = v7();
  const input = { title: 'From a script', scheduledOn: 'TODAY', labelIds: [label.id] };
  const first = await ada.mutate('createTask', { id: uuid, ...input }, fields);
  expect(first).toMatchObject({ id: `Task:${uuid}`, labels: [{ name: 'Work' }] });
  app.clock.advance(60_000);
  for (const id of [uuid, `Task:${uuid}`]) {
    expect(await writingNothing(app, ada, () => ada.mutate('createTask', { ...input, id }, fields))).toEqual(first);
  }
  const done = await ada.mutate('completeTask', { id: first.id }, fields);
  expect(await ada.mutate('createTask', { id: uuid, ...input }, fields)).toEqual(done);
  for (const other of [{ title: 'Other' }, { ...input, priority: 'LOW' }, { ...input, labelIds: [] }]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('createTask', { id: uuid, ...other }));
    expect(refused.__typename).toBe('ConflictError');
  }
  // Sent at once rather than one after the other, it is still made once.
  const twin = { id: v7(), title: 'Twin' };
  const answers = await Promise.all([1, 2, 3].map(() => ada.mutate('createTask', twin, 'id version')));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await app.db.reads.task.count()).toBe(2);
  for (const id of [uuid.toUpperCase(), `Task:${uuid.toUpperCase()}`, `Label:${v7()}`, 'Task:', '', '{}']) {
    const refused = await writingNothing(app, ada, () => ada.mutate('createTask', { id, title: 'Bad id' }));
    expect(paths(refused)).toEqual(['input.id']);
  }
});

test('labels of a task are set, replaced and cleared; one in the trash does not show until it is back', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [a, b, c] = await Promise.all(
    ['apple', 'Berry', 'cherry'].map(async (name) => (await ada.mutate('createLabel', { name })).id as string),
  );
  const labels = 'labels { name }';
  const { id } = await ada.mutate('createTask', { title: 'Fruit', labelIds: [c, a] });
  const shown = async () => (await ada.query(get, { id })).task.labels.map(({ name }: { name: string }) => name);
  expect(await shown()).toEqual(['apple', 'cherry']);
  await ada.mutate('updateTask', { id, labelIds: [b, c] }, labels);
  expect(await shown()).toEqual(['Berry', 'cherry']);
  await ada.mutate('updateTask', { id, title: 'Still fruit' });
  expect(await shown()).toEqual(['Berry', 'cherry']);

  await ada.mutate('trash', { id: c });
  expect(await shown()).toEqual(['Berry']);
  const filter = '{ tasks(filter: { labels: { some: { name: { eq: "cherry" } } } }) { totalCount } }';
  expect((await ada.query(filter)).tasks.totalCount).toBe(0);
  // What it has already may stay, though it has been trashed; nothing else there can be given to it.
  await writingNothing(app, ada, async () => {
    expect((await ada.mutate('updateTask', { id, labelIds: [b, c] })).__typename).toBe('Task');
    const refused = await ada.mutate('createTask', { title: 'More fruit', labelIds: [b, c] });
    expect(refused.issues).toEqual([{ path: ['input', 'labelIds', '1'], message: 'must not be in the trash' }]);
  });
  // Setting what is shown leaves the one in the trash where it was.
  await ada.mutate('updateTask', { id, labelIds: [a] });
  await ada.mutate('restore', { id: c });
  expect(await shown()).toEqual(['apple', 'cherry']);
  expect((await ada.query(filter)).tasks.totalCount).toBe(1);
  expect(await ada.mutate('updateTask', { id, labelIds: [] }, labels)).toMatchObject({ labels: [] });
});

test('statuses change in any direction, and a task has a completedAt exactly while it is done', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'A' });
  const state = 'status completedAt version';
  const act = (mutation: string, more: object = {}) => {
    app.clock.advance(1_000);
    return ada.mutate(mutation, { id, ...more }, state);
  };
  const at = (seconds: number) => `2026-11-23T09:00:0${seconds}.000Z`;
  expect(await act('completeTask')).toMatchObject({ status: 'DONE', completedAt: at(1), version: 2 });
  expect(await act('completeTask')).toMatchObject({ status: 'DONE', completedAt: at(1), version: 2 });
  expect(await act('updateTask', { status: 'DONE' })).toMatchObject({ completedAt: at(1), version: 2 });
  expect(await act('reopenTask')).toMatchObject({ status: 'TODO', completedAt: null, version: 3 });
  expect(await act('updateTask', { status: 'IN_PROGRESS' })).toMatchObject({ status: 'IN_PROGRESS', version: 4 });
  // Reopening what is open would only undo its start.
  expect(await act('reopenTask')).toMatchObject({ status: 'IN_PROGRESS', version: 4 });
  expect(await act('completeTask')).toMatchObject({ status: 'DONE', completedAt: at(7), version: 5 });
  expect(await act('cancelTask')).toMatchObject({ status: 'CANCELLED', completedAt: null, version: 6 });
  expect(await act('reopenTask')).toMatchObject({ status: 'TODO', completedAt: null, version: 7 });
});

test('a payload has the change set of its mutation, which undoes it; null if nothing changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'A' });
  const complete = async () =>
    (
      await ada.query(
        `mutation ($input: CompleteTaskInput!) { completeTask(input: $input) {
          ... on CompleteTaskPayload { task { status } changeSet { id name cursor changes { nodes { action } } } }
        } }`,
        { input: { id } },
      )
    ).completeTask;
  const { task, changeSet } = await complete();
  expect(task).toEqual({ status: 'DONE' });
  expect(changeSet).toMatchObject({ name: 'completeTask', changes: { nodes: [{ action: 'UPDATE' }] } });
  const { changes } = await ada.query(
    'query ($after: String) { changes(after: $after) { ... on ChangePage { changes { action } } } }',
    {
      after: changeSet.cursor,
    },
  );
  expect(changes).toEqual({ changes: [] });
  expect(await complete()).toEqual({ task: { status: 'DONE' }, changeSet: null });
  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id });
  expect(await ada.query('query ($id: ID!) { task(id: $id) { status } }', { id })).toEqual({
    task: { status: 'TODO' },
  });
});

test('each mutation of a task is one change set, with the fields that changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: labelId } = await ada.mutate('createLabel', { name: 'Work' });
  const id = `Task:${v7()}`;
  const made = await changeSetOf(app, ada, () => ada.mutate('createTask', { id, title: 'One', labelIds: [labelId] }));
  expect(made).toMatchObject({
    name: 'createTask',
    changes: [
      { model: 'Task', action: 'CREATE', after: { id: id.slice(5), title: 'One', status: 'TODO', version: 1 } },
      { model: 'TaskLabel', action: 'CREATE', after: { taskId: id.slice(5), labelId: labelId.slice(6) } },
    ],
  });
  app.clock.advance(1_000);
  const later = '2026-11-23T09:00:01.000Z';
  expect(await changeSetOf(app, ada, () => ada.mutate('completeTask', { id }))).toEqual({
    name: 'completeTask',
    changes: [
      {
        model: 'Task',
        action: 'UPDATE',
        before: { status: 'TODO', completedAt: null, version: 1, updatedAt: now },
        after: { status: 'DONE', completedAt: later, version: 2, updatedAt: later },
      },
    ],
  });
  const renamed = { id, title: 'Two', priority: 'NONE', labelIds: [] };
  expect(await changeSetOf(app, ada, () => ada.mutate('updateTask', renamed))).toEqual({
    name: 'updateTask',
    changes: [
      { model: 'TaskLabel', action: 'DELETE', before: expect.objectContaining({ labelId: labelId.slice(6) }) },
      {
        model: 'Task',
        action: 'UPDATE',
        before: { title: 'One', titleNormalized: 'one', version: 2 },
        after: { title: 'Two', titleNormalized: 'two', version: 3 },
      },
    ],
  });
  const other = await ada.mutate('createTask', { title: 'Other' });
  for (const [mutation, input, after] of [
    ['reopenTask', {}, { status: 'TODO', completedAt: null }],
    ['cancelTask', {}, { status: 'CANCELLED' }],
    ['rescheduleTask', { scheduledOn: '2026-12-01' }, { scheduledOn: '2026-12-01' }],
    ['reorderTask', { afterId: other.id }, { position: expect.any(Number) }],
    ['trash', {}, { trashedAt: later }],
    ['restore', {}, { trashedAt: null }],
  ] as const) {
    const { name, changes: all } = await changeSetOf(app, ada, () => ada.mutate(mutation, { id, ...input }));
    const changes = all.filter(({ model }) => model !== 'TaskPlan');
    expect(name).toBe(mutation);
    expect(changes).toHaveLength(1);
    expect(all.length > changes.length).toBe(mutation === 'rescheduleTask');
    expect(changes[0]).toMatchObject({ model: 'Task', action: 'UPDATE', after });
    expect(Object.keys(changes[0]?.after ?? {}).sort()).toEqual([...Object.keys(after), 'version'].sort());
  }
});
