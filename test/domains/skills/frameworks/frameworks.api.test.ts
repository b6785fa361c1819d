import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const create = async (ada: SignedInPerson, type: string, input: object) =>
  (await ada.mutate(`create${type}`, input)).id;

test('a framework has a scale, categories in order, and skills in theirs', async () => {
  const ada = await (await createTestApp()).person();
  const frameworkId = await create(ada, 'Framework', { name: 'Ladder' });
  const [north, south] = [
    await create(ada, 'SkillCategory', { frameworkId, name: 'North' }),
    await create(ada, 'SkillCategory', { frameworkId, name: 'South', description: '# Warm' }),
  ];
  for (const name of ['One', 'Two']) await create(ada, 'Skill', { categoryId: north, name });
  const read = async () =>
    (
      await ada.query(`{ frameworks(first: 5) { nodes { name maxLevel categories(first: 5) { nodes {
        name position framework { name } skills(first: 5) { nodes { name position } }
      } } } } }`)
    ).frameworks.nodes[0];
  expect(await read()).toEqual({
    name: 'Ladder',
    maxLevel: 5,
    categories: {
      nodes: [
        {
          name: 'North',
          position: 1,
          framework: { name: 'Ladder' },
          skills: {
            nodes: [
              { name: 'One', position: 1 },
              { name: 'Two', position: 2 },
            ],
          },
        },
        { name: 'South', position: 2, framework: { name: 'Ladder' }, skills: { nodes: [] } },
      ],
    },
  });
  await ada.mutate('updateSkillCategory', { id: south, afterId: null });
  const names = (await read()).categories.nodes.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['South', 'North']);
  expect(await ada.mutate('updateSkillCategory', { id: south, afterId: south })).toMatchObject({
    issues: [{ path: ['input', 'afterId'], message: 'must be another one' }],
  });
  await ada.mutate('updateSkillCategory', { id: south, afterId: north, name: 'Far south' });
  expect((await read()).categories.nodes[1].name).toBe('Far south');
});

test('a scale must not end below a level that is in use', async () => {
  const ada = await (await createTestApp()).person();
  const id = await create(ada, 'Framework', { name: 'Ladder', maxLevel: 6 });
  const categoryId = await create(ada, 'SkillCategory', { frameworkId: id, name: 'All' });
  await create(ada, 'Skill', { categoryId, name: 'Writing', levels: [{ level: 4, summary: 'Clear' }] });
  expect(await ada.mutate('updateFramework', { id, maxLevel: 3 })).toMatchObject({
    __typename: 'InvalidInputError',
    issues: [{ path: ['input', 'maxLevel'], message: 'must not be below 4, which is in use' }],
  });
  expect(await ada.mutate('updateFramework', { id, maxLevel: 4 }, 'maxLevel version')).toMatchObject({
    maxLevel: 4,
    version: 2,
  });
});

test.each([0, 21, 2.5])('a scale of %d is refused', async (maxLevel) => {
  const ada = await (await createTestApp()).person();
  const { data, errors } = await ada.ask(
    'mutation ($l: Int) { createFramework(input: { name: "A", maxLevel: $l }) { ... on InvalidInputError { issues { path } } } }',
    { l: maxLevel },
  );
  expect(errors?.[0]?.extensions.code ?? data.createFramework.issues[0].path.join('.')).toMatch(
    /BAD_USER_INPUT|input.maxLevel/,
  );
  expect((await ada.query('{ frameworks { totalCount } }')).frameworks.totalCount).toBe(0);
});

test('a category cannot be created in a framework that is in the trash', async () => {
  const ada = await (await createTestApp()).person();
  const frameworkId = await create(ada, 'Framework', { name: 'Ladder' });
  await ada.mutate('trash', { id: frameworkId });
  const refused = await ada.mutate('createSkillCategory', { frameworkId, name: 'A' });
  expect(refused.issues).toEqual([{ path: ['input', 'frameworkId'], message: 'must not be in the trash' }]);
  await ada.mutate('restore', { id: frameworkId });
  expect((await ada.mutate('createSkillCategory', { frameworkId, name: 'A' })).__typename).toBe('SkillCategory');
});

test('a framework has at most fifty categories', async () => {
  const ada = await (await createTestApp()).person();
  const frameworkId = await create(ada, 'Framework', { name: 'Ladder' });
  for (let i = 0; i < 50; i++) await create(ada, 'SkillCategory', { frameworkId, name: `C${i}` });
  const refused = await ada.mutate('createSkillCategory', { frameworkId, name: 'One more' });
  expect(refused.issues).toEqual([{ path: ['input', 'frameworkId'], message: 'must not have more than 50' }]);
});

test('categories of all frameworks are listed, filtered by their framework, and sorted', async () => {
  const ada = await (await createTestApp()).person();
  const [tall, gone] = [
    await create(ada, 'Framework', { name: 'Tall', maxLevel: 10 }),
    await create(ada, 'Framework', { name: 'Gone' }),
  ];
  await create(ada, 'SkillCategory', { frameworkId: tall, name: 'North' });
  await create(ada, 'SkillCategory', { frameworkId: tall, name: 'East' });
  await create(ada, 'SkillCategory', { frameworkId: gone, name: 'Lost' });
  const list = async (args = '') =>
    (await ada.query(`{ skillCategories${args} { nodes { name } } }`)).skillCategories.nodes
      .map(({ name }: { name: string }) => name)
      .join(' ');
  expect(await list()).toBe('East Lost North');
  expect(await list('(filter: { framework: { name: { eq: "tall" } } })')).toBe('East North');
  expect(await list('(filter: { not: { framework: { maxLevel: { gte: 10 } } } })')).toBe('Lost');
  expect(await list('(filter: { position: { eq: 1 } }, orderBy: { field: NAME, direction: DESC })')).toBe('North Lost');
  // What is in a framework in the trash is in no list, but in that of the trash.
  await ada.mutate('trash', { id: gone });
  expect([await list(), await list('(trashed: true)')]).toEqual(['East North', 'Lost']);
});

test('levels have names and points, on the scale', async () => {
  const ada = await (await createTestApp()).person();
  const levels = [
    { level: 3, name: 'Senior', points: 20 },
    { level: 0, name: 'None' },
  ];
  const named = 'id maxLevel levels { level name points }';
  const made = await ada.mutate('createFramework', { name: 'Ladder', maxLevel: 3, levels }, named);
  expect(made.levels).toEqual([
    { level: 0, name: 'None', points: null },
    { level: 3, name: 'Senior', points: 20 },
  ]);
  const { id } = made;
  const issues = [{ path: ['input', 'levels'], message: 'must be from 0 to 2' }];
  expect((await ada.mutate('updateFramework', { id, maxLevel: 2 })).issues).toEqual(issues);
  expect((await ada.mutate('updateFramework', { id, maxLevel: 2, levels: [] }, named)).levels).toEqual([]);
});
