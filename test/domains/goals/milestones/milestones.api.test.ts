import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = 'id goal { id } title dueOn reachedAt isReached position version createdAt updatedAt trashedAt';
const get = `query ($id: ID!) { milestone(id: $id) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const goalOf = async (person: Person): Promise<string> =>
  (await person.mutate('createGoal', { title: 'Goal', kind: 'PROJECT' })).id;
const make = async (person: Person, goalId: string, title: string, more: object = {}): Promise<string> =>
  (await person.mutate('createMilestone', { goalId, title, ...more })).id;
const list = async (person: Person, args = '') =>
  (await person.query(`{ milestones${args} { nodes { title } } }`)).milestones.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');
const inOrder = async (person: Person, id: string) => {
  const query = 'query ($id: ID!) { goal(id: $id) { milestones { nodes { title position } } } }';
  return (await person.query(query, { id })).goal.milestones.nodes
    .map(({ title, position }: { title: string; position: number }) => `${title}${position}`)
    .join(' ');
};

test('a milestone needs a goal and a title, and comes last', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  await make(ada, goalId, 'First');
  const { __typename, ...milestone } = await ada.mutate('createMilestone', { goalId, title: ' Next ' }, fields);
  expect(milestone).toEqual({
    id: expect.stringMatching(/^Milestone:/),
    goal: { id: goalId },
    title: 'Next',
    dueOn: null,
    reachedAt: null,
    isReached: false,
    position: 2,
    version: 1,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  });
  expect(await ada.query(get, { id: milestone.id })).toEqual({ milestone });
  expect(await make(ada, await goalOf(ada), 'Of another goal')).toMatch(/^Milestone:/);
  expect(await inOrder(ada, goalId)).toBe('First1 Next2');
});

test('a milestone keeps the time at which it was reached until that is reverted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await make(ada, await goalOf(ada), 'Step', { isReached: true, dueOn: 'P7D' });
  app.clock.advance(1_000);
  const set = (more: object) =>
    ada.mutate('updateMilestone', { id, ...more }, 'title dueOn reachedAt isReached version');
  await writingNothing(app, ada, () => set({ isReached: true, title: 'Step' }));
  expect(await set({ dueOn: null, title: 'Leap' })).toMatchObject({
    ...{ title: 'Leap', dueOn: null, reachedAt: now, version: 2 },
  });
  expect(await set({ isReached: false })).toMatchObject({ reachedAt: null, isReached: false, version: 3 });
  expect(await set({ isReached: true })).toMatchObject({ reachedAt: '2026-11-23T09:00:01.000Z' });
});

test('a milestone moves within its goal, and the others keep their order', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  const ids: Record<string, string> = {};
  for (const title of ['a', 'b', 'c', 'd']) ids[title] = await make(ada, goalId, title);
  const move = (title: string, after: string | null) =>
    ada.mutate('updateMilestone', { id: ids[title], afterId: after && ids[after] });
  await move('d', 'a');
  expect(await inOrder(ada, goalId)).toBe('a1 d2 b3 c4');
  await move('c', null);
  expect(await inOrder(ada, goalId)).toBe('c1 a2 d3 b4');
  await writingNothing(app, ada, () => move('a', 'c'));
  // A milestone in the trash keeps its position.
  await ada.mutate('trash', { id: ids.a });
  expect(await inOrder(ada, goalId)).toBe('c1 d3 b4');
  await ada.mutate('restore', { id: ids.a });
  expect(await inOrder(ada, goalId)).toBe('c1 a2 d3 b4');

  const message = 'must be another one';
  expect((await writingNothing(app, ada, () => move('a', 'a'))).issues).toEqual([
    { path: ['input', 'afterId'], message },
  ]);
  const elsewhere = await make(ada, await goalOf(ada), 'Elsewhere');
  const refused = await writingNothing(app, ada, () =>
    ada.mutate('updateMilestone', { id: ids.a, afterId: elsewhere }),
  );
  expect(refused.__typename).toBe('NotFoundError');
});

test('all errors of an input are reported at once, with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  const id = await make(ada, goalId, 'Fine');
  const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.')).sort();
  for (const [mutation, input] of [
    ['createMilestone', { goalId: id, title: '', dueOn: 'soon', isReached: null }],
    ['updateMilestone', { id, title: 'a\nb', dueOn: '2026-02-30', isReached: null, afterId: goalId }],
  ] as const) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, input));
    const bad = Object.keys(input).filter((name) => name !== 'id');
    expect(paths(refused)).toEqual(bad.map((name) => `input.${name}`).sort());
  }
  await ada.mutate('trash', { id: goalId });
  const refused = await writingNothing(app, ada, () => ada.mutate('createMilestone', { goalId, title: 'New' }));
  expect(refused.issues).toEqual([{ path: ['input', 'goalId'], message: 'must not be in the trash' }]);
});

test('a goal has at most 100 milestones, restored ones included', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const goalId = await goalOf(ada);
  const gone = await make(ada, goalId, 'Gone');
  await ada.mutate('trash', { id: gone });
  for (let i = 0; i < 100; i += 1) await make(ada, goalId, `Step ${i}`);
  const message = 'must not have more than 100';
  const one = await writingNothing(app, ada, () => ada.mutate('createMilestone', { goalId, title: 'Too many' }));
  expect(one.issues).toEqual([{ path: ['input', 'goalId'], message }]);
  const back = await writingNothing(app, ada, () => ada.mutate('restore', { id: gone }));
  expect([back.__typename, back.message]).toEqual(['ConflictError', expect.stringContaining('more than 100')]);
});

test('a milestone created twice with one id is created once, and changes only at the version asked for', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const input = { id: v7(), goalId: await goalOf(ada), title: 'Once', isReached: true };
  const first = await ada.mutate('createMilestone', input, fields);
  app.clock.advance(60_000);
  expect(await writingNothing(app, ada, () => ada.mutate('createMilestone', input, fields))).toEqual(first);
  const other = await writingNothing(app, ada, () => ada.mutate('createMilestone', { ...input, isReached: false }));
  expect(other.__typename).toBe('ConflictError');
  const { id } = first;
  const made = await changeSetOf(app, ada, () => ada.mutate('updateMilestone', { id, ifVersion: 1, isReached: false }));
  expect(made).toEqual({
    name: 'updateMilestone',
    changes: [
      {
        model: 'Milestone',
        action: 'UPDATE',
        before: { reachedAt: now, version: 1, updatedAt: now },
        after: { reachedAt: null, version: 2, updatedAt: '2026-11-23T09:01:00.000Z' },
      },
    ],
  });
  for (const mutation of ['updateMilestone', 'trash', 'restore']) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, { id, ifVersion: 1 }));
    expect([mutation, refused.__typename]).toEqual([mutation, 'ConflictError']);
  }
});

test('milestones of all goals are listed by due date, filtered by each of their fields, and sorted', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [one, other] = [await goalOf(ada), await goalOf(ada)];
  await ada.mutate('achieveGoal', { id: one });
  await make(ada, one, 'A', { dueOn: 'P9D' });
  await make(ada, one, 'b', { isReached: true });
  await make(ada, other, 'C', { dueOn: 'P2D' });
  for (const [filter, expected] of [
    [`{ goalId: { eq: "${one}" } }`, 'A b'],
    ['{ goal: { status: { eq: ACHIEVED } } }', 'A b'],
    ['{ not: { goal: { status: { eq: ACHIEVED } } } }', 'C'],
    ['{ title: { startsWith: "a" } }', 'A'],
    ['{ dueOn: { lte: "P7D" } }', 'C'],
    ['{ dueOn: { isNull: true } }', 'b'],
    ['{ reachedAt: { isNull: true } }', 'C A'],
    ['{ reachedAt: { gte: "TODAY" } }', 'b'],
    ['{ position: { gt: 1 } }', 'b'],
    ['{ createdAt: { lt: "NOW" } }', ''],
    ['{ updatedAt: { lte: "NOW" } }', 'C A b'],
  ]) {
    expect([filter, await list(ada, `(filter: ${filter})`)]).toEqual([filter, expected]);
  }
  for (const [order, expected] of [
    ['{ field: TITLE, direction: DESC }', 'C b A'],
    ['[{ field: POSITION }, { field: TITLE }]', 'A C b'],
    ['[{ field: REACHED_AT }, { field: TITLE }]', 'b A C'],
  ]) {
    expect([order, await list(ada, `(orderBy: ${order})`)]).toEqual([order, expected]);
  }
});
