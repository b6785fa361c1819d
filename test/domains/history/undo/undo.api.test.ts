import { describe, expect, test } from 'vitest';
import { maxMilestones } from '../../../../src/domains/goals/milestones/milestones.rules.ts';
import type { HierarchyKey } from '../../../../src/platform/database/models.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

/** The id of the latest change set. */
async function latest(person: SignedInPerson): Promise<string> {
  const { changeSets } = await person.query('{ changeSets(first: 1) { nodes { id } } }');
  return changeSets.nodes[0].id;
}

const errorResponse = 'nodes { id fields }';
// biome-ignore lint/suspicious/noExplicitAny: as answers are
async function undo(person: SignedInPerson, changeSetId: string): Promise<any> {
  const text = `mutation ($input: UndoChangeSetInput!) { undoChangeSet(input: $input) {
    __typename ... on UndoChangeSetPayload { changeSet { __typename id name } } ... on Error { message } ... on ConflictError { ${errorResponse} }
    ... on NotFoundError { path } ... on InvalidInputError { issues { path message } }
  } }`;
  const { undoChangeSet } = await person.query(text, { input: { changeSetId } });
  return undoChangeSet.changeSet ?? undoChangeSet;
}

/** Runs a mutation, and answers its row with the change set that it was. */
async function doing(person: SignedInPerson, mutation: string, input: object) {
  const row = await person.mutate(mutation, input);
  return { id: row.id as string, changeSet: await latest(person) };
}

const fields = 'id title status version trashedAt updatedAt labels { name } completedAt';
const taskOf = async (person: SignedInPerson, id: string) =>
  (await person.query(`query ($id: ID!) { task(id: $id) { ${fields} } }`, { id })).task;

test('an undo restores former values, as a change set that can be undone itself', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await doing(ada, 'createTask', { title: 'Talk' });
  const done = await doing(ada, 'completeTask', { id });
  app.clock.advance(1_000);
  const undone = await undo(ada, done.changeSet);
  expect(undone).toEqual({ __typename: 'ChangeSet', id: await latest(ada), name: 'undoChangeSet' });
  const open = { status: 'TODO', completedAt: null, version: 3, updatedAt: '2026-11-23T09:00:01.000Z' };
  expect(await taskOf(ada, id)).toMatchObject(open);
  expect((await undo(ada, undone.id)).__typename).toBe('ChangeSet');
  const again = { status: 'DONE', completedAt: '2026-11-23T09:00:00.000Z', version: 4 };
  expect(await taskOf(ada, id)).toMatchObject(again);
});

test('a created node is trashed, and comes back under its id with its parts', async () => {
  const ada = await (await createTestApp()).person();
  const { id: labelId } = await doing(ada, 'createLabel', { name: 'Home' });
  const made = await doing(ada, 'createTask', { title: 'Talk', labelIds: [labelId] });
  const undone = await undo(ada, made.changeSet);
  expect((await taskOf(ada, made.id)).trashedAt).not.toBeNull();
  await undo(ada, undone.id);
  expect(await taskOf(ada, made.id)).toMatchObject({ trashedAt: null, labels: [{ name: 'Home' }], version: 3 });
});

test('a created node without a trash is deleted, and comes back under its id', async () => {
  const ada = await (await createTestApp()).person();
  const role = await doing(ada, 'createRoleProfile', { title: 'Staff engineer' });
  const requirements = [{ kind: 'STORY', title: 'A story', weight: 1, requiredCount: 1 }];
  const added = await doing(ada, 'updateRoleProfile', { id: role.id, requirements });
  const query = '{ roleProfiles { nodes { requirements { id title version } } } }';
  const requirementsNow = async () => (await ada.query(query)).roleProfiles.nodes[0].requirements;
  const [{ id }] = await requirementsNow();
  const undone = await undo(ada, added.changeSet);
  expect(await requirementsNow()).toEqual([]);
  await undo(ada, undone.id);
  expect(await requirementsNow()).toEqual([{ id, title: 'A story', version: 2 }]);
});

test('a new focus of a day is trashed, and comes back with its tasks', async () => {
  const ada = await (await createTestApp()).person();
  const { id: task } = await doing(ada, 'createTask', { title: 'Talk' });
  const made = await doing(ada, 'setDailyFocus', { intention: 'Talk', taskIds: [task] });
  const undone = await undo(ada, made.changeSet);
  const query = '{ day { focus { id intention version tasks { id } } } }';
  expect(await ada.query(query)).toEqual({ day: { focus: null } });
  await undo(ada, undone.id);
  const back = { id: made.id, intention: 'Talk', version: 3, tasks: [{ id: task }] };
  expect(await ada.query(query)).toEqual({ day: { focus: back } });
});

test('labels, levels and addresses are restored with their node, whose version rises', async () => {
  const ada = await (await createTestApp()).person();
  const ids: string[] = [];
  for (const name of ['a', 'b', 'c']) ids.push((await doing(ada, 'createLabel', { name })).id);
  const { id } = await doing(ada, 'createTask', { title: 'Talk', labelIds: ids.slice(0, 2) });
  const changed = await doing(ada, 'updateTask', { id, labelIds: ids.slice(1) });
  const undone = await undo(ada, changed.changeSet);
  expect(await taskOf(ada, id)).toMatchObject({ version: 3, labels: [{ name: 'a' }, { name: 'b' }] });
  await undo(ada, undone.id);
  expect(await taskOf(ada, id)).toMatchObject({ version: 4, labels: [{ name: 'b' }, { name: 'c' }] });
  const { id: mara } = await doing(ada, 'createPerson', { name: 'Mara', emails: ['m@example.org', 'a@example.org'] });
  const moved = await doing(ada, 'updatePerson', { id: mara, name: 'Maria', emails: ['a@example.org'] });
  await undo(ada, moved.changeSet);
  const person = await ada.query('query ($id: ID!) { person(id: $id) { name emails } }', { id: mara });
  expect(person).toEqual({ person: { name: 'Mara', emails: ['m@example.org', 'a@example.org'] } });
});

test('a deleted node comes back with everything that required it, and can be found again', async () => {
  const ada = await (await createTestApp()).person();
  const { id: labelId } = await doing(ada, 'createLabel', { name: 'Home' });
  const goal = await doing(ada, 'createGoal', { title: 'Speak', kind: 'PROJECT', labelIds: [labelId] });
  await doing(ada, 'createMilestone', { goalId: goal.id, title: 'First step' });
  const task = await doing(ada, 'createTask', { title: 'Talk', goalId: goal.id });
  await doing(ada, 'createLink', { kind: 'ABOUT', fromId: task.id, toId: goal.id });
  await ada.mutate('trash', { id: goal.id });
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  const emptied = await latest(ada);
  const query = `query ($id: ID!) { goal(id: $id) {
    version trashedAt labels { name } milestones { nodes { title } } tasks { nodes { title } } links { totalCount }
  } }`;
  expect(await ada.query(query, { id: goal.id })).toEqual({ goal: null });
  expect((await undo(ada, emptied)).__typename).toBe('ChangeSet');
  await ada.mutate('restore', { id: goal.id });
  expect((await ada.query(query, { id: goal.id })).goal).toEqual({
    version: 4,
    trashedAt: null,
    labels: [{ name: 'Home' }],
    milestones: { nodes: [{ title: 'First step' }] },
    tasks: { nodes: [{ title: 'Talk' }] },
    links: { totalCount: 1 },
  });
  expect((await ada.query('{ search(text: "first step") { totalCount } }')).search.totalCount).toBe(1);
});

test('the undo of a permanent deletion can be undone: the node and its children are deleted again', async () => {
  const ada = await (await createTestApp()).person();
  const { id: labelId } = await doing(ada, 'createLabel', { name: 'Home' });
  const { id } = await doing(ada, 'createTask', { title: 'Write', labelIds: [labelId] });
  const goal = await doing(ada, 'createGoal', { title: 'Speak', kind: 'PROJECT' });
  await doing(ada, 'createMilestone', { goalId: goal.id, title: 'First step' });
  const count = '{ tasks { totalCount } goals { totalCount } trash { totalCount } labels { totalCount } }';
  for (const one of [id, goal.id, labelId]) {
    await ada.mutate('trash', { id: one });
    await ada.mutate('deletePermanently', { id: one }, '__typename');
    const before = await ada.query(count);
    const deletion = await latest(ada);
    expect((await undo(ada, deletion)).__typename).toBe('ChangeSet');
    const there = await ada.query(count);
    expect(there).not.toEqual(before);
    // And once more, to and fro.
    expect((await undo(ada, await latest(ada))).__typename).toBe('ChangeSet');
    expect(await ada.query(count)).toEqual(before);
    expect((await undo(ada, await latest(ada))).__typename).toBe('ChangeSet');
    expect(await ada.query(count)).toEqual(there);
  }
});

const trees = { task: ['createTask', {}], goal: ['createGoal', { kind: 'PROJECT' }] } as const satisfies Record<
  HierarchyKey,
  readonly [string, object]
>;

describe.each(Object.entries(trees))('a tree of %ss', (type, [mutation, more]) => {
  /** A parent, its child and a grandchild, all in the trash, and what they are there. */
  async function trashedTree() {
    const ada = await (await createTestApp()).person();
    const add = (title: string, parentId: string | null) => ada.mutate(mutation, { title, parentId, ...more });
    const { id: top } = await add('Top', null);
    const { id: middle } = await add('Middle', top);
    const { id: bottom } = await add('Bottom', middle);
    await ada.mutate('trash', { id: top });
    const one = `query ($id: ID!) { ${type}(id: $id) { title trashedAt parent { id } } }`;
    const state = async () =>
      Promise.all([top, middle, bottom].map(async (id) => (await ada.query(one, { id }))[type]));
    return { ada, top, middle, bottom, state };
  }

  test.each(['top', 'middle'] as const)(
    'comes back in the trash as it was, when the deletion of its %s is undone',
    async (which) => {
      const { ada, state, ...ids } = await trashedTree();
      const before = await state();
      await ada.mutate('deletePermanently', { id: ids[which] }, '__typename');
      const deleted = await state();
      expect(deleted).not.toEqual(before);
      expect((await undo(ada, await latest(ada))).__typename).toBe('ChangeSet');
      expect(await state()).toEqual(before);
      // To and fro, and out of the trash.
      expect((await undo(ada, await latest(ada))).__typename).toBe('ChangeSet');
      expect(await state()).toEqual(deleted);
      expect((await undo(ada, await latest(ada))).__typename).toBe('ChangeSet');
      await ada.mutate('restore', { id: ids.top });
      expect(await state()).toEqual(before.map((node) => ({ ...node, trashedAt: null })));
    },
  );

  test('comes back in the trash as it was, when emptying the trash is undone', async () => {
    const { ada, state } = await trashedTree();
    const before = await state();
    await ada.mutate('emptyTrash', {}, 'deletedCount');
    expect(await state()).toEqual([null, null, null]);
    expect((await undo(ada, await latest(ada))).__typename).toBe('ChangeSet');
    expect(await state()).toEqual(before);
  });

  test('of which a part was restored meanwhile stays as it is: that would go back below a parent in the trash', async () => {
    const { ada, top, middle, state } = await trashedTree();
    await ada.mutate('deletePermanently', { id: top }, '__typename');
    const deletion = await latest(ada);
    await ada.mutate('restore', { id: middle });
    const now = await state();
    expect((await undo(ada, deletion)).__typename).toBe('ConflictError');
    expect(await state()).toEqual(now);
  });
});

test('several change sets can be undone one after another, the latest first', async () => {
  const ada = await (await createTestApp()).person();
  const made = await doing(ada, 'createTask', { title: 'a' });
  const changeSets = [made.changeSet];
  for (const title of ['b', 'c', 'd'])
    changeSets.push((await doing(ada, 'updateTask', { id: made.id, title })).changeSet);
  for (const title of ['c', 'b', 'a']) {
    expect((await undo(ada, changeSets.pop() as string)).__typename).toBe('ChangeSet');
    expect(await taskOf(ada, made.id)).toMatchObject({ title, trashedAt: null });
  }
  expect((await undo(ada, changeSets.pop() as string)).__typename).toBe('ChangeSet');
  expect((await taskOf(ada, made.id)).trashedAt).not.toBeNull();
});

test('an undo is refused with the fields that have changed since, and changes nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const made = await doing(ada, 'createTask', { title: 'a' });
  const planned = await doing(ada, 'updateTask', { id: made.id, scheduledOn: '2026-12-01' });
  await ada.mutate('updateTask', { id: made.id, scheduledAt: '2026-12-02T09:00:00Z', priority: 'HIGH' });
  await writingNothing(app, ada, async () => {
    const refused = await undo(ada, planned.changeSet);
    // What it was planned for has changed with it, which is no other conflict.
    expect(refused).toMatchObject({ __typename: 'ConflictError', nodes: { length: 1, 0: { id: made.id } } });
    expect(refused.message).not.toContain('TaskPlan');
    expect(refused.nodes[0].fields.toSorted()).toEqual(['priority', 'scheduledAt', 'scheduledOn']);
    expect(refused.message).toContain(`${made.id} (`);
    // The same change set is not undone twice either.
    expect((await undo(ada, made.changeSet)).__typename).toBe('ConflictError');
  });
  const other = await doing(ada, 'createTask', { title: 'b' });
  await undo(ada, other.changeSet);
  expect(await undo(ada, other.changeSet)).toMatchObject({ nodes: [{ id: other.id, fields: ['trashedAt'] }] });
});

test('labels that have changed since are a conflict: an undo never exceeds their maximum', async () => {
  const ada = await (await createTestApp()).person();
  const ids: string[] = [];
  for (let i = 0; i < 21; i += 1) ids.push((await doing(ada, 'createLabel', { name: `Label ${i}` })).id);
  const { id } = await doing(ada, 'createTask', { title: 'Talk', labelIds: ids.slice(0, 20) });
  const fewer = await doing(ada, 'updateTask', { id, labelIds: ids.slice(0, 19) });
  await ada.mutate('updateTask', { id, labelIds: [...ids.slice(0, 19), ids[20]] });
  expect(await undo(ada, fewer.changeSet)).toMatchObject({
    __typename: 'ConflictError',
    nodes: [{ id, fields: ['taskLabel'] }],
  });
});

test('a unique value in use and a missing record are conflicts', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const old = await doing(ada, 'createLabel', { name: 'Home' });
  const renamed = await doing(ada, 'updateLabel', { id: old.id, name: 'House' });
  const taker = await doing(ada, 'createLabel', { name: 'HOME' });
  const parent = await doing(ada, 'createTask', { title: 'above' });
  const { id } = await doing(ada, 'createTask', { title: 'below', parentId: parent.id });
  const freed = await doing(ada, 'updateTask', { id, parentId: null });
  await ada.mutate('trash', { id: parent.id });
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  await writingNothing(app, ada, async () => {
    const taken = await undo(ada, renamed.changeSet);
    expect(taken).toMatchObject({ __typename: 'ConflictError', nodes: [{ id: taker.id }] });
    const gone = await undo(ada, freed.changeSet);
    expect(gone).toMatchObject({ __typename: 'ConflictError', nodes: [{ id: parent.id }] });
  });
});

test('an undo makes no cycle of tasks', async () => {
  const ada = await (await createTestApp()).person();
  const a = await doing(ada, 'createTask', { title: 'a' });
  const b = await doing(ada, 'createTask', { title: 'b' });
  await doing(ada, 'updateTask', { id: a.id, parentId: b.id });
  const freed = await doing(ada, 'updateTask', { id: a.id, parentId: null });
  await doing(ada, 'updateTask', { id: b.id, parentId: a.id });
  expect(await undo(ada, freed.changeSet)).toMatchObject({ __typename: 'ConflictError' });
});

test('features update what depends on restored records: a goal has the state of its latest check-in', async () => {
  const ada = await (await createTestApp()).person();
  const { id: goalId } = await doing(ada, 'createGoal', { title: 'Speak', kind: 'PROJECT' });
  const early = await doing(ada, 'createGoalCheckIn', { goalId, health: 'AT_RISK', checkedOn: '-P2D' });
  const late = await doing(ada, 'createGoalCheckIn', { goalId, health: 'ON_TRACK' });
  const gone = await doing(ada, 'trash', { id: early.id });
  await ada.mutate('trash', { id: late.id });
  const health = async () =>
    (await ada.query('query ($id: ID!) { goal(id: $id) { health } }', { id: goalId })).goal.health;
  expect(await health()).toBeNull();
  expect((await undo(ada, gone.changeSet)).__typename).toBe('ChangeSet');
  expect(await health()).toBe('AT_RISK');
});

test('changes to the account and its credentials cannot be undone, and unknown change sets are not found', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const signedUp = await latest(ada);
  await ada.mutate('updateProfile', { email: 'new@example.org' });
  await writingNothing(app, ada, async () => {
    for (const changeSet of [await latest(ada), signedUp]) {
      expect((await undo(ada, changeSet)).message).toContain('cannot be undone');
    }
    const never = 'ChangeSet:019a0000-0000-7000-8000-000000000000';
    expect(await undo(ada, never)).toMatchObject({ __typename: 'NotFoundError', path: ['input', 'changeSetId'] });
    const issues = [{ path: ['input', 'changeSetId'], message: 'must be the id of a ChangeSet' }];
    expect(await undo(ada, ada.id)).toMatchObject({ __typename: 'InvalidInputError', issues });
  });
});

test('an undo takes no unique value from another record: an address belongs to one person', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await doing(ada, 'createPerson', { name: 'Mara', emails: ['mara@example.org'] });
  await ada.mutate('trash', { id });
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  const emptied = await latest(ada);
  await ada.mutate('createPerson', { name: 'Another', emails: ['mara@example.org'] });
  await writingNothing(app, ada, async () => {
    const refused = await undo(ada, emptied);
    expect(refused).toMatchObject({ __typename: 'ConflictError', nodes: [{ fields: [] }] });
    expect(refused.message).toContain('A unique value is in use by another record: PersonEmail:');
  });
});

test('an undo keeps the rules of features: levels stay on their scale, and milestones below their maximum', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: frameworkId } = await doing(ada, 'createFramework', { name: 'Ladder', maxLevel: 3 });
  const { id: categoryId } = await doing(ada, 'createSkillCategory', { frameworkId, name: 'Craft' });
  const { id: skillId } = await doing(ada, 'createSkill', { categoryId, name: 'Writing' });
  const longer = await doing(ada, 'updateFramework', { id: frameworkId, maxLevel: 5 });
  await doing(ada, 'createAssessment', { skillId, level: 5, source: 'SELF' });
  const { id: goalId } = await doing(ada, 'createGoal', { title: 'Speak', kind: 'PROJECT' });
  const first = await doing(ada, 'createMilestone', { goalId, title: 'First' });
  const gone = await doing(ada, 'trash', { id: first.id });
  for (let made = 0; made < maxMilestones; made += 50) {
    const one = (_: unknown, i: number) =>
      `m${i}: createMilestone(input: { goalId: "${goalId}", title: "Step" }) { __typename }`;
    await ada.query(`mutation { ${Array.from({ length: 50 }, one).join(' ')} }`);
  }
  await writingNothing(app, ada, async () => {
    const scale = await undo(ada, longer.changeSet);
    expect([scale.__typename, scale.message]).toEqual(['ConflictError', expect.stringContaining('5, which is in use')]);
    const room = await undo(ada, gone.changeSet);
    expect([room.__typename, room.message]).toEqual(['ConflictError', expect.stringContaining('more than 100')]);
  });
});
