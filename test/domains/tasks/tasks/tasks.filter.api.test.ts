import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';

/** The titles of the tasks that a filter takes, in order, as one text. */
async function taking(person: Person, filter: object): Promise<string> {
  const query = 'query ($filter: TaskFilter) { tasks(filter: $filter) { totalCount nodes { title } } }';
  const { tasks } = await person.query(query, { filter });
  expect(tasks.totalCount).toBe(tasks.nodes.length);
  return tasks.nodes.map(({ title }: { title: string }) => title).join(' ');
}

test('tasks are filtered by each of their fields', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const make = async (input: object): Promise<string> => (await ada.mutate('createTask', input)).id;
  const a = await make({ title: 'a', priority: 'URGENT', scheduledOn: '2026-11-23', estimateMinutes: 30 });
  app.clock.advance(60_000);
  const b = await make({ title: 'b', priority: 'HIGH', scheduledAt: '2026-11-24T09:00:00Z', dueOn: '2026-12-01' });
  const c = await make({ title: 'c', priority: 'LOW', dueOn: '2026-12-02', parentId: a, estimateMinutes: 90 });
  app.clock.advance(60_000);
  await ada.mutate('completeTask', { id: c });
  await ada.mutate('updateTask', { id: b, status: 'IN_PROGRESS' });
  await ada.mutate('closeDay', { carryOverIds: [a], carryOverTo: '2026-11-25' });

  const cases: [object, string][] = [
    [{ id: { eq: a } }, 'a'],
    [{ id: { in: [c, a] } }, 'a c'],
    [{ id: { notIn: [c] } }, 'a b'],
    [{ status: { eq: 'DONE' } }, 'c'],
    [{ status: { in: ['TODO', 'IN_PROGRESS'] } }, 'a b'],
    [{ status: { ne: 'TODO' } }, 'b c'],
    [{ priority: { gte: 'HIGH' } }, 'a b'],
    [{ priority: { gt: 'HIGH' } }, 'a'],
    [{ priority: { lt: 'HIGH' } }, 'c'],
    [{ priority: { lte: 'HIGH', gt: 'LOW' } }, 'b'],
    [{ scheduledOn: { eq: '2026-11-25' } }, 'a'],
    [{ scheduledOn: { isNull: true } }, 'b c'],
    [{ scheduledOn: { ne: '2026-11-25' } }, 'b c'],
    [{ scheduledOn: { gte: 'TODAY', lte: 'P1W' } }, 'a'],
    [{ scheduledAt: { gt: '2026-11-24T09:00:00+01:00' } }, 'b'],
    [{ scheduledAt: { lt: '2026-11-24T09:00:00Z' } }, ''],
    [{ scheduledAt: { isNull: false } }, 'b'],
    [{ dueOn: { lt: '2026-12-02' } }, 'b'],
    [{ dueOn: { notIn: ['2026-12-01'] } }, 'a c'],
    [{ estimateMinutes: { gte: 30, lt: 90 } }, 'a'],
    [{ estimateMinutes: { isNull: true } }, 'b'],
    [{ completedAt: { isNull: false } }, 'c'],
    [{ completedAt: { gte: 'TODAY' } }, 'c'],
    [{ carryOverCount: { gt: 0 } }, 'a'],
    [{ carryOverCount: { eq: 0 } }, 'b c'],
    [{ parentId: { eq: a } }, 'c'],
    [{ parentId: { isNull: true } }, 'a b'],
    [{ createdAt: { lt: '2026-11-23T09:01:00Z' } }, 'a'],
    [{ createdAt: { gte: '-PT1M' } }, 'b c'],
    [{ updatedAt: { gte: 'NOW' } }, 'a b c'],
    [{ status: { eq: 'TODO' }, priority: { eq: 'URGENT' } }, 'a'],
    [{ or: [{ priority: { eq: 'LOW' } }, { title: { eq: 'A' } }] }, 'a c'],
    [{ and: [{ priority: { gte: 'LOW' } }, { not: { title: { in: ['a', 'B'] } } }] }, 'c'],
    [{ not: { dueOn: { lt: '2026-12-02' } } }, 'a c'],
    [{ or: [] }, ''],
    [{ and: [] }, 'a b c'],
    [{}, 'a b c'],
  ];
  for (const [filter, titles] of cases) expect([filter, await taking(ada, filter)]).toEqual([filter, titles]);
});

test('titles are compared whatever their case, in any language, and wildcards are only characters', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const title of ['Straße', 'ΣΊΣΥΦΟΣ', 'İstanbul', '100%_done', 'back\\slash', 'ﬁnal', 'Ёлка']) {
    await ada.mutate('createTask', { title });
  }
  const cases: [object, string][] = [
    [{ contains: 'STRASSE' }, 'Straße'],
    [{ eq: 'straße' }, 'Straße'],
    [{ startsWith: 'σίσυφος' }, 'ΣΊΣΥΦΟΣ'],
    [{ contains: 'ёл' }, 'Ёлка'],
    [{ startsWith: 'FINAL' }, 'ﬁnal'],
    [{ contains: '%' }, '100%_done'],
    [{ contains: '_' }, '100%_done'],
    [{ contains: '\\' }, 'back\\slash'],
    [{ contains: '%done' }, ''],
    [{ startsWith: 'STANBUL' }, ''],
    [{ in: ['STRASSE', 'ёлка'] }, 'Straße Ёлка'],
  ];
  for (const [title, titles] of cases) expect([title, await taking(ada, { title })]).toEqual([title, titles]);
});

test('tasks are filtered by their parent, goal and meeting; a missing or trashed one matches nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const make = async (mutation: string, input: object): Promise<string> => (await ada.mutate(mutation, input)).id;
  const goalId = await make('createGoal', { title: 'Staff', kind: 'PROJECT' });
  const goneGoal = await make('createGoal', { title: 'Staff, later', kind: 'PROJECT' });
  const meetingId = await make('createMeeting', { title: 'Retro', startsAt: 'NOW', endsAt: 'PT1H' });
  const parentId = await make('createTask', { title: 'a', goalId, priority: 'HIGH' });
  await make('createTask', { title: 'b', parentId, meetingId });
  await make('createTask', { title: 'c', parentId, goalId: goneGoal });
  await ada.mutate('trash', { id: goneGoal });
  const cases: [object, string][] = [
    [{ goal: { title: { startsWith: 'staff' } } }, 'a'],
    [{ goal: {} }, 'a'],
    [{ not: { goal: { title: { startsWith: 'staff' } } } }, 'b c'],
    [{ goal: { not: { title: { eq: 'staff' } } } }, ''],
    [{ goalId: { isNull: true } }, 'b'],
    [{ meeting: { title: { contains: 'retro' } } }, 'b'],
    [{ not: { meeting: { startsAt: { gte: 'TODAY' } } } }, 'a c'],
    [{ parent: { goal: { title: { eq: 'STAFF' } } } }, 'b c'],
    [{ parent: { priority: { lt: 'HIGH' } } }, ''],
    [{ not: { parent: {} } }, 'a'],
    [{ subtasks: { some: { meeting: {} } } }, 'a'],
    [{ or: [{ meeting: {} }, { goal: {} }] }, 'a b'],
  ];
  for (const [filter, titles] of cases) expect([filter, await taking(ada, filter)]).toEqual([filter, titles]);
});

test('tasks are filtered by conditions on some, every or none of their labels and subtasks', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [red, blue, gone] = [
    await ada.mutate('createLabel', { name: 'Red' }),
    await ada.mutate('createLabel', { name: 'Blue' }),
    await ada.mutate('createLabel', { name: 'Gone' }),
  ].map(({ id }) => id as string);
  const make = async (input: object): Promise<string> => (await ada.mutate('createTask', input)).id;
  const both = await make({ title: 'both', labelIds: [red, blue] });
  const onlyRed = await make({ title: 'red', labelIds: [red, gone] });
  await make({ title: 'plain', labelIds: [gone] });
  await ada.mutate('trash', { id: gone });
  const done = await make({ title: 'done', parentId: both });
  await make({ title: 'open', parentId: both });
  const alsoDone = await make({ title: 'also', parentId: onlyRed });
  const trashed = await make({ title: 'trashed', parentId: onlyRed });
  for (const id of [done, alsoDone]) await ada.mutate('completeTask', { id });
  await ada.mutate('trash', { id: trashed });

  const isRed = { name: { eq: 'red' } };
  const isDone = { status: { eq: 'DONE' } };
  const top = (filter: object) => taking(ada, { parentId: { isNull: true }, ...filter });
  const cases: [object, string][] = [
    [{ labels: { some: isRed } }, 'both red'],
    [{ labels: { every: isRed } }, 'red plain'],
    [{ labels: { none: isRed } }, 'plain'],
    [{ labels: { some: {} } }, 'both red'],
    [{ labels: { none: {} } }, 'plain'],
    [{ labels: { some: isRed, none: { name: { eq: 'BLUE' } } } }, 'red'],
    [{ labels: { some: { name: { eq: 'Gone' } } } }, ''],
    [{ labels: { some: { id: { in: [blue] } } } }, 'both'],
    [{ subtasks: { some: isDone } }, 'both red'],
    [{ subtasks: { every: isDone } }, 'red plain'],
    [{ subtasks: { some: {}, every: isDone } }, 'red'],
    [{ subtasks: { none: {} } }, 'plain'],
    [{ subtasks: { some: { title: { eq: 'trashed' } } } }, ''],
    [{ not: { subtasks: { some: { labels: { some: {} } } } } }, 'both red plain'],
  ];
  for (const [filter, titles] of cases) expect([filter, await top(filter)]).toEqual([filter, titles]);
});

test('an invalid filter is refused with its path', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const label = await ada.mutate('createLabel', { name: 'Work' });
  const query = 'query ($filter: TaskFilter) { tasks(filter: $filter) { totalCount } }';
  for (const [filter, path] of [
    [{ id: { eq: label.id } }, 'filter.id.eq'],
    [{ dueOn: { gt: '2026-02-30' } }, 'filter.dueOn.gt'],
    [{ or: [{}, { scheduledAt: { lt: 'yesterday' } }] }, 'filter.or.1.scheduledAt.lt'],
    [{ subtasks: { some: { parentId: { in: ['x'] } } } }, 'filter.subtasks.some.parentId.in'],
  ] as const) {
    const { errors } = await ada.ask(query, { filter });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: path.split('.') }] });
  }
});

test('a list that is paged through, forward and backward, in any order, has each task once', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const priorities = ['NONE', 'LOW', 'HIGH'];
  const days = [null, '2026-11-24', '2026-11-25'];
  for (let index = 0; index < 13; index++) {
    const input = { title: `t${index}`, priority: priorities[index % 3], scheduledOn: days[(index * 2) % 3] };
    await ada.mutate('createTask', input);
  }
  const query = `query ($orderBy: [TaskOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    tasks(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
      totalCount nodes { id title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  type Page = { nodes: { id: string }[]; totalCount: number; pageInfo: Record<string, string | boolean | null> };
  const page = async (variables: object): Promise<Page> => (await ada.query(query, variables)).tasks;
  for (const orderBy of [
    [],
    [{ field: 'PRIORITY', direction: 'DESC' }],
    [{ field: 'SCHEDULED_ON', nulls: 'FIRST' }, { field: 'TITLE' }],
    [{ field: 'SCHEDULED_ON', direction: 'DESC' }, { field: 'PRIORITY' }],
  ]) {
    const whole = await page({ orderBy, first: 100 });
    const ids = whole.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(13);
    const forward: string[] = [];
    for (let now = await page({ orderBy, first: 4 }); ; ) {
      expect(now.totalCount).toBe(13);
      forward.push(...now.nodes.map(({ id }) => id));
      if (!now.pageInfo.hasNextPage) break;
      now = await page({ orderBy, first: 4, after: now.pageInfo.endCursor });
    }
    expect(forward).toEqual(ids);
    const backward: string[] = [];
    for (let now = await page({ orderBy, last: 5 }); ; ) {
      backward.unshift(...now.nodes.map(({ id }) => id));
      if (!now.pageInfo.hasPreviousPage) break;
      now = await page({ orderBy, last: 5, before: now.pageInfo.startCursor });
    }
    expect(backward).toEqual(ids);
  }
});
