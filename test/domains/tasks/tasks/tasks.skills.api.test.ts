import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { createSkills } from '../../../support/skills.ts';

const shown = 'id version skills { name }';

test('a task practices skills, which are sorted by name and set together', async () => {
  const ada = await (await createTestApp()).person();
  const [writing, design] = await createSkills(ada, 'Writing', 'Design');
  const task = await ada.mutate('createTask', { title: 'A', skillIds: [writing, design] }, shown);
  expect(task).toMatchObject({ version: 1, skills: [{ name: 'Design' }, { name: 'Writing' }] });
  const update = (skillIds: unknown) => ada.mutate('updateTask', { id: task.id, skillIds }, shown);
  const one = await update([design]);
  expect(one).toMatchObject({ version: 2, skills: [{ name: 'Design' }] });
  expect(await update([design])).toEqual(one);
  expect(await update([])).toMatchObject({ version: 3, skills: [] });
});

test('a skill lists the tasks that are practice for it', async () => {
  const ada = await (await createTestApp()).person();
  const [writing, design] = await createSkills(ada, 'Writing', 'Design');
  for (const title of ['A', 'B']) await ada.mutate('createTask', { title, skillIds: [writing] });
  const { id: gone } = await ada.mutate('createTask', { title: 'Gone', skillIds: [writing, design] });
  await ada.mutate('trash', { id: gone });
  const { skills } = await ada.query(`{ skills { nodes { name
    tasks(orderBy: { field: TITLE, direction: DESC }) { totalCount nodes { title } }
    gone: tasks(trashed: true) { nodes { title } }
  } } }`);
  expect(skills.nodes).toEqual([
    { name: 'Design', tasks: { totalCount: 0, nodes: [] }, gone: { nodes: [{ title: 'Gone' }] } },
    {
      name: 'Writing',
      tasks: { totalCount: 2, nodes: [{ title: 'B' }, { title: 'A' }] },
      gone: { nodes: [{ title: 'Gone' }] },
    },
  ]);
});

test('tasks are found by their skills, and not by those in the trash', async () => {
  const ada = await (await createTestApp()).person();
  const [writing, design] = await createSkills(ada, 'Writing', 'Design');
  await ada.mutate('createTask', { title: 'Both', skillIds: [writing, design] });
  await ada.mutate('createTask', { title: 'One', skillIds: [design] });
  await ada.mutate('createTask', { title: 'None' });
  const titles = async (skills: object): Promise<string[]> => {
    const query = 'query ($filter: TaskFilter) { tasks(filter: $filter) { nodes { title } } }';
    const { tasks } = await ada.query(query, { filter: { skills } });
    return tasks.nodes.map(({ title }: { title: string }) => title);
  };
  expect(await titles({ some: { name: { eq: 'writing' } } })).toEqual(['Both']);
  expect(await titles({ some: { id: { eq: design } } })).toEqual(['Both', 'One']);
  await ada.mutate('trash', { id: design });
  expect(await titles({ some: { id: { eq: design } } })).toEqual([]);
  // Restoring the skill shows it again where it was, whatever was set meanwhile.
  await ada.mutate('restore', { id: design });
  expect(await titles({ some: { id: { eq: design } } })).toEqual(['Both', 'One']);
});

test('skills that are trashed, unknown, repeated or too many are refused, and nothing is written', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const [writing, gone] = await createSkills(ada, 'Writing', 'Gone');
  const [his] = await createSkills(bob, 'His');
  await ada.mutate('trash', { id: gone });
  const refusals: [unknown[], object][] = [
    [[writing, gone], { __typename: 'InvalidInputError', issues: [{ path: ['input', 'skillIds', '1'] }] }],
    [[his], { __typename: 'NotFoundError' }],
    [['nonsense'], { __typename: 'InvalidInputError', issues: [{ path: ['input', 'skillIds', '0'] }] }],
    [Array(21).fill(writing), { __typename: 'InvalidInputError', issues: [{ path: ['input', 'skillIds'] }] }],
    [[writing, writing], { __typename: 'InvalidInputError', issues: [{ path: ['input', 'skillIds'] }] }],
  ];
  for (const [skillIds, errorResponse] of refusals) {
    await writingNothing(app, ada, async () => {
      expect(await ada.mutate('createTask', { title: 'A', skillIds })).toMatchObject(errorResponse);
    });
  }
  expect((await ada.query('{ tasks { totalCount } }')).tasks.totalCount).toBe(0);
});
