import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../support/app.ts';
import { tries } from '../../support/services.ts';
import { caseless, evaluator, type Filter, type TaskRow } from './filters.reference.ts';

/* Filters on the real database, against what they are documented to mean. */

/** Texts that differ only in case, form or a wildcard, and texts that differ in more. */
const titles = [
  ...['Äpfel kaufen', 'äPFEL KAUFEN', 'A\u0308pfel', 'Apfel', 'Straße', 'STRASSE', 'STRAẞE', 'strase'],
  ...['Σίσυφος', 'ΣΊΣΥΦΟΣ', 'ΟΔΟΣ ΔΡΟΜΟΣ', 'οδός', 'İstanbul', 'istanbul', 'ISTANBUL', 'ısparta', 'Жук', 'жУК'],
  ...['100%', '100 %', '1000', 'a_b', 'aXb', 'A_B', 'back\\slash', 'backslash', 'BACK\\SLASH', '\\%_', '%', '_', '\\'],
  ...['ﬁne print', 'Fine Print', '😀 smile', '字', "it's", '"quoted"', 'null', '[a-z]*', 'a?b'],
];
const parts = [
  ...['ä', 'Ä', 'PFEL', 'ss', 'ß', 'ẞ', 'σ', 'ς', 'Σ', 'ΣΊΣ', 'ος', 'ΟΣ', 'i', 'I', 'İ', 'ı', 'жУ', 'fi', 'ﬁ', '', ' '],
  ...['%', '_', '\\', '0%', 'a_', '\\s', '%_', '*', '?', "'", '"', '😀', '字', 'null', 'zzz', 'back'],
];
const dates = ['2026-11-20', '2026-11-23', '2026-11-25', '2028-02-29'];
const moments = ['2026-11-22T23:30:00Z', '2026-11-23T09:00:00Z', '2026-11-24T03:00:00+01:00'];
const askedDates = fc.constantFrom(...dates, 'TODAY', 'P2D', '-P3D', '-P1W');
const askedMoments = fc.constantFrom(...moments, 'NOW', 'TODAY', 'P1D', '-PT90M', '2026-11-23T10:00:00+01:00');
const statuses = ['TODO', 'IN_PROGRESS', 'DONE', 'CANCELLED'];
const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** Some tasks with all kinds of values and gaps, with labels and subtasks, in use and in the trash. */
async function fill(app: TestApp, person: SignedInPerson): Promise<TaskRow[]> {
  const labelIds: string[] = [];
  for (const name of ['Zu Hause', 'ARBEIT', '50%', 'gone']) {
    labelIds.push((await person.mutate('createLabel', { name })).id);
  }
  const taskIds: string[] = [];
  // A mixture that is the same in every run, so that a filter which fails can be tried again.
  const pick = <T>(list: readonly T[], i: number, stride: number): T => list[(i * stride) % list.length] as T;
  for (const [i, title] of titles.entries()) {
    app.clock.advance(1000);
    const scheduled = [{}, { scheduledOn: pick(dates, i, 3) }, { scheduledAt: pick(moments, i, 5) }][i % 3];
    const { id } = await person.mutate('createTask', {
      title,
      ...scheduled,
      priority: pick(priorities, i, 3),
      dueOn: i % 4 === 0 ? null : pick(dates, i, 7),
      estimateMinutes: i % 3 === 1 ? null : (i % 5) * 10 + 10,
      labelIds: labelIds.filter((_, bit) => (i >> bit) & 1),
      parentId: i % 2 === 1 && i > 6 ? pick(taskIds.slice(0, 6), i, 5) : null,
    });
    taskIds.push(id);
    const status = pick(statuses, i, 5);
    if (status !== 'TODO') await person.mutate('updateTask', { id, status });
    // Trashed ones are in no list, and no subtasks of anything.
    if (i % 11 === 10) await person.mutate('trash', { id });
  }
  await person.mutate('trash', { id: labelIds[3] });
  const { tasks } = await person.query(`{ tasks(first: 100) { nodes {
    id title status priority scheduledOn scheduledAt dueOn estimateMinutes completedAt carryOverCount createdAt updatedAt
    parent { id } labels { id name createdAt updatedAt }
  } } }`);
  return tasks.nodes;
}

/** Filters of tasks and labels over these rows, up to some depth. */
function filtersOver(rows: TaskRow[]): fc.Arbitrary<Filter> {
  const labels = rows.flatMap((row) => row.labels);
  /** One comparator, or now and then two at once. */
  const comparing = (comparators: Record<string, fc.Arbitrary<unknown>>) => {
    const one = fc.oneof(
      ...Object.entries(comparators).map(([name, value]) => value.map((operand): Filter => ({ [name]: operand }))),
    );
    return fc.oneof(
      { weight: 5, arbitrary: one },
      { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]): Filter => ({ ...a, ...b })) },
    );
  };
  const orNull = (value: fc.Arbitrary<unknown>) => fc.option(value, { freq: 20 });
  const base = (value: fc.Arbitrary<unknown>) => ({
    eq: orNull(value),
    ne: value,
    in: fc.array(value, { maxLength: 3 }),
    notIn: fc.array(value, { maxLength: 3 }),
  });
  const ordered = (value: fc.Arbitrary<unknown>) => ({ ...base(value), lt: value, lte: value, gt: value, gte: value });
  const isNull = { isNull: fc.boolean() };
  const texts = fc.constantFrom(...titles, ...parts);
  const text = {
    ...base(texts),
    contains: fc.constantFrom(...parts),
    startsWith: fc.constantFrom(...parts),
    ...isNull,
  };
  const ids = (values: string[]) => ({ ...base(fc.constantFrom(...values)), ...isNull });
  const moment = { ...ordered(askedMoments), ...isNull };
  const date = { ...ordered(askedDates), ...isNull };
  const taskIds = rows.map(({ id }) => id);

  const oneField = (fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.oneof(...Object.entries(fields).map(([key, value]) => value.map((inner): Filter => ({ [key]: inner }))));
  const both = (one: fc.Arbitrary<Filter>) =>
    fc.oneof(
      { weight: 4, arbitrary: one },
      { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]): Filter => ({ ...a, ...b })) },
    );
  return fc.letrec<{ label: Filter; task: Filter }>((tie) => {
    const logic = (filter: fc.Arbitrary<Filter>) => ({
      and: fc.array(filter, { maxLength: 3 }),
      or: fc.array(filter, { maxLength: 3 }),
      not: filter,
    });
    const among = (filter: fc.Arbitrary<Filter>) =>
      fc.record({ some: filter, every: filter, none: filter }, { requiredKeys: [] });
    const labelFields = oneField({
      id: comparing(ids(labels.map(({ id }) => id))),
      name: comparing({
        ...text,
        eq: fc.constantFrom('zu hause', 'arbeit', '50%', '50_'),
        contains: fc.constantFrom('%', 'A'),
      }),
    });
    const taskFields = oneField({
      id: comparing(ids(taskIds)),
      parentId: comparing(ids(taskIds.slice(0, 8))),
      title: comparing(text),
      status: comparing(base(fc.constantFrom(...statuses))),
      priority: comparing(ordered(fc.constantFrom(...priorities))),
      scheduledOn: comparing(date),
      dueOn: comparing(date),
      scheduledAt: comparing(moment),
      completedAt: comparing(moment),
      createdAt: comparing(moment),
      updatedAt: comparing(moment),
      estimateMinutes: comparing({ ...ordered(fc.integer({ min: 0, max: 60 })), ...isNull }),
      carryOverCount: comparing({ ...ordered(fc.integer({ min: -1, max: 1 })), ...isNull }),
    });
    return {
      label: fc.oneof({ maxDepth: 2, depthIdentifier: 'label' }, both(labelFields), oneField(logic(tie('label')))),
      task: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'task' },
        { weight: 2, arbitrary: both(taskFields) },
        { weight: 2, arbitrary: oneField(logic(tie('task'))) },
        { weight: 1, arbitrary: oneField({ labels: among(tie('label')), subtasks: among(tie('task')) }) },
      ),
    };
  }).task;
}

const query = `query ($filter: TaskFilter) {
  tasks(first: 100, filter: $filter) { totalCount nodes { id } } taskStats(filter: $filter) { count }
}`;

test('a filter matches exactly the records that it is documented to match, and its negation all others', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const rows = await fill(app, ada);
  const other = await app.person('Bob');
  await fill(app, other);
  expect(rows.length).toBeGreaterThan(30);
  const taken = evaluator(rows, app.clock.now());
  const ask = async (filter: Filter) => {
    const { tasks, taskStats } = await ada.query(query, { filter });
    const { totalCount, nodes } = tasks;
    expect(totalCount).toBe(nodes.length);
    // Statistics make their own SQL of a filter.
    expect({ filter, counted: taskStats[0]?.count ?? 0 }).toEqual({ filter, counted: totalCount });
    return nodes.map(({ id }: { id: string }) => id).sort();
  };
  let some = 0;
  await fc.assert(
    fc.asyncProperty(filtersOver(rows), async (filter) => {
      const expected = taken(filter).sort();
      expect({ filter, ids: await ask(filter) }).toEqual({ filter, ids: expected });
      const others = rows.map(({ id }) => id).filter((id) => !expected.includes(id));
      expect({ filter, ids: await ask({ not: filter }) }).toEqual({ filter, ids: others.sort() });
      if (expected.length > 0 && others.length > 0) some += 1;
    }),
    { numRuns: tries(150) },
  );
  // About a third of them take some rows and leave others; if hardly any did, this would prove little.
  expect(some).toBeGreaterThan(tries(20));
});

test('texts are compared regardless of case, in any language, and wildcards have no meaning', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  for (const title of titles) await ada.mutate('createTask', { title });
  const rows = titles.map((title) => title.normalize());
  const ask = async (comparator: string, text: string): Promise<string[]> => {
    const { tasks, taskStats } = await ada.query(
      'query ($filter: TaskFilter) { tasks(first: 100, filter: $filter) { nodes { title } } taskStats(filter: $filter) { count } }',
      { filter: { title: { [comparator]: text } } },
    );
    expect([comparator, text, taskStats[0]?.count ?? 0]).toEqual([comparator, text, tasks.nodes.length]);
    return tasks.nodes.map(({ title }: { title: string }) => title.normalize()).sort();
  };
  for (const part of [...parts, ...titles]) {
    const matching = (test: (title: string, text: string) => boolean) =>
      rows.filter((title) => test(caseless(title), caseless(part))).sort();
    expect([part, await ask('contains', part)]).toEqual([part, matching((title, text) => title.includes(text))]);
    expect([part, await ask('startsWith', part)]).toEqual([part, matching((title, text) => title.startsWith(text))]);
    expect([part, await ask('eq', part)]).toEqual([part, matching((title, text) => title === text)]);
  }
  // By hand, so that not only two foldings agree with each other.
  expect(await ask('eq', 'STRASSE')).toEqual(['STRASSE', 'STRAẞE', 'Straße']);
  expect(await ask('contains', 'ΣΊΣ')).toEqual(['ΣΊΣΥΦΟΣ', 'Σίσυφος'].sort());
  expect(await ask('startsWith', 'ä')).toEqual(['Äpfel', 'Äpfel kaufen', 'äPFEL KAUFEN'].sort());
  expect(await ask('contains', '%')).toEqual(['%', '100 %', '100%', '\\%_'].sort());
  expect(await ask('eq', 'a_b')).toEqual(['A_B', 'a_b']);
  expect(await ask('startsWith', '\\')).toEqual(['\\', '\\%_'].sort());
});

test('a filter that is too large or invalid is refused with its path', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const ask = async (filter: Filter) => {
    const { data, errors } = await ada.ask(query, { filter });
    return errors?.[0]?.extensions.issues ?? errors?.[0]?.extensions.code ?? data.tasks.totalCount;
  };
  const nested = (depth: number): Filter => (depth === 0 ? { title: { eq: 'x' } } : { not: nested(depth - 1) });
  const many = (count: number) => ({ or: Array.from({ length: count }, (_, i) => ({ title: { eq: `${i}` } })) });
  const tooDeep = (message: unknown) => [{ path: expect.any(Array), message }];
  expect(await ask(nested(8))).toBe(0);
  expect(await ask(nested(20))).toEqual(tooDeep('must not be nested deeper than 8 levels'));
  expect(await ask(many(100))).toBe(0);
  expect(await ask(many(101))).toEqual(tooDeep('must not make more than 100 comparisons'));
  const listService = (count: number) => ({ title: { in: Array.from({ length: count }, (_, i) => `${i}`) } });
  expect(await ask(listService(500))).toBe(0);
  expect(await ask(listService(501))).toEqual([
    { path: ['filter', 'title', 'in'], message: 'must not make the filter compare with more than 500 values' },
  ]);
  // As many as one statement can have, however they are spread; each with its own place.
  const two = (count: number) => ({ or: [listService(400), { not: listService(count) }] });
  expect(await ask(two(100))).toBe(0);
  expect(await ask(two(101))).toEqual([
    {
      path: ['filter', 'or', '1', 'not', 'title', 'in'],
      message: 'must not make the filter compare with more than 500 values',
    },
  ]);
  for (const text of [{ eq: 'a\0b' }, { in: ['a', '\0'] }, { contains: '\0' }, { startsWith: '\0' }, { ne: '\0' }]) {
    const [comparator = ''] = Object.keys(text);
    const message = 'must not contain a NUL character';
    expect(await ask({ title: text })).toEqual([{ path: ['filter', 'title', comparator], message }]);
    expect(await ask({ labels: { some: { name: text } } })).toEqual([
      { path: ['filter', 'labels', 'some', 'name', comparator], message },
    ]);
  }
  expect(await ask({ and: [{}, { dueOn: { lt: '2026-02-30' } }] })).toEqual([
    { path: ['filter', 'and', '1', 'dueOn', 'lt'], message: expect.stringMatching(/^must be a date/) },
  ]);
  expect(await ask({ labels: { none: { id: { in: ['Task:1'] } } } })).toEqual([
    { path: ['filter', 'labels', 'none', 'id', 'in'], message: 'must be the id of a Label' },
  ]);
  expect(await ask({ scheduledAt: { gte: 'soon' } })).toEqual([
    { path: ['filter', 'scheduledAt', 'gte'], message: expect.stringMatching(/^must be a moment/) },
  ]);
});
