import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

/** Creates a framework with a scale, and a category of it. */
async function ladder(ada: SignedInPerson, maxLevel = 5): Promise<{ frameworkId: string; categoryId: string }> {
  const { id: frameworkId } = await ada.mutate('createFramework', { name: `To ${maxLevel}`, maxLevel });
  const { id: categoryId } = await ada.mutate('createSkillCategory', { frameworkId, name: 'Craft' });
  return { frameworkId, categoryId };
}

const levels = 'levels { level summary signals examples }';

test('a skill has descriptions of its levels, the lowest first, and they are replaced together', async () => {
  const ada = await (await createTestApp()).person();
  const { categoryId } = await ladder(ada);
  const skill = await ada.mutate(
    'createSkill',
    {
      categoryId,
      name: 'Writing',
      description: 'Clear and short.',
      levels: [
        { level: 3, summary: 'Clear', signals: ['Read by many'], examples: ['A design document'] },
        { level: 0, summary: 'Not yet' },
      ],
    },
    `id name description position version category { name } ${levels}`,
  );
  expect(skill).toMatchObject({
    name: 'Writing',
    description: 'Clear and short.',
    position: 1,
    category: { name: 'Craft' },
    levels: [
      { level: 0, summary: 'Not yet', signals: [], examples: [] },
      { level: 3, summary: 'Clear', signals: ['Read by many'], examples: ['A design document'] },
    ],
  });
  const set = (all: object[]) => ada.mutate('updateSkill', { id: skill.id, levels: all }, `version ${levels}`);
  const one = await set([{ level: 5, summary: 'Sets the tone' }]);
  expect(one).toMatchObject({ version: 2, levels: [{ level: 5, summary: 'Sets the tone' }] });
  expect(await set([{ level: 5, summary: 'Sets the tone' }])).toEqual(one);
});

test('a level outside the scale of the framework is refused, and named', async () => {
  const ada = await (await createTestApp()).person();
  const { categoryId } = await ladder(ada, 3);
  const levelsOf = (...all: number[]) => all.map((level) => ({ level, summary: 'So' }));
  const refused = await ada.mutate('createSkill', { categoryId, name: 'A', levels: levelsOf(3, 4, -1) });
  const message = 'must be a level from 0 to 3, the scale of the framework';
  expect(refused.issues).toEqual([
    { path: ['input', 'levels', '1', 'level'], message },
    { path: ['input', 'levels', '2', 'level'], message },
  ]);
  const twice = await ada.mutate('createSkill', { categoryId, name: 'A', levels: levelsOf(1, 1) });
  expect(twice.issues[0].message).toBe('must not describe a level twice');
  expect((await ada.query('{ skills { totalCount } }')).skills.totalCount).toBe(0);
});

test('a skill moves to another category, within its framework and to one whose scale has its levels', async () => {
  const ada = await (await createTestApp()).person();
  const [five, two] = [await ladder(ada, 5), await ladder(ada, 2)];
  const { id: other } = await ada.mutate('createSkillCategory', { frameworkId: five.frameworkId, name: 'Other' });
  const make = (name: string, categoryId: string) => ada.mutate('createSkill', { categoryId, name });
  await make('Already there', other);
  const { id } = await ada.mutate('createSkill', {
    categoryId: five.categoryId,
    name: 'Moves',
    levels: [{ level: 4, summary: 'High' }],
  });
  const where = 'position category { name }';
  expect(await ada.mutate('updateSkill', { id, categoryId: other }, where)).toMatchObject({
    position: 2,
    category: { name: 'Other' },
  });
  expect(await ada.mutate('updateSkill', { id, afterId: null }, where)).toMatchObject({ position: 1 });
  const refused = await ada.mutate('updateSkill', { id, categoryId: two.categoryId });
  expect(refused.issues[0]).toEqual({
    path: ['input', 'categoryId'],
    message: 'must not be of a framework whose scale ends at 2: the skill has levels above it',
  });
  const lower = { id, categoryId: two.categoryId, levels: [{ level: 2, summary: 'Lower' }] };
  expect(await ada.mutate('updateSkill', lower, where)).toMatchObject({ category: { name: 'Craft' } });
});

test('skills are listed by name, filtered, trashed and restored', async () => {
  const ada = await (await createTestApp()).person();
  const { categoryId } = await ladder(ada);
  const { id } = await ada.mutate('createSkill', { categoryId, name: 'writing' });
  await ada.mutate('createSkill', { categoryId, name: 'Listening' });
  const names = async (args: string) =>
    (await ada.query(`{ skills${args} { nodes { name } } }`)).skills.nodes.map(({ name }: { name: string }) => name);
  expect(await names('')).toEqual(['Listening', 'writing']);
  expect(await names('(orderBy: { field: POSITION })')).toEqual(['writing', 'Listening']);
  expect(await names('(filter: { name: { startsWith: "WRI" } })')).toEqual(['writing']);
  await ada.mutate('trash', { id });
  expect([await names(''), await names('(trashed: true)')]).toEqual([['Listening'], ['writing']]);
  expect((await ada.mutate('restore', { id }, 'trashedAt')).trashedAt).toBeNull();
});

test('skills are filtered by their category and its framework', async () => {
  const ada = await (await createTestApp()).person();
  const [five, two] = [await ladder(ada, 5), await ladder(ada, 2)];
  await ada.mutate('createSkill', { categoryId: five.categoryId, name: 'Writing' });
  await ada.mutate('createSkill', { categoryId: two.categoryId, name: 'Listening' });
  const names = async (filter: string) =>
    (await ada.query(`{ skills(filter: ${filter}) { nodes { name } } }`)).skills.nodes.map(
      ({ name }: { name: string }) => name,
    );
  expect(await names('{ category: { name: { eq: "craft" } } }')).toEqual(['Listening', 'Writing']);
  expect(await names('{ category: { framework: { maxLevel: { lt: 3 } } } }')).toEqual(['Listening']);
  expect(await names('{ not: { category: { framework: { maxLevel: { lt: 3 } } } } }')).toEqual(['Writing']);
  expect(await names(`{ categoryId: { eq: "${five.categoryId}" } }`)).toEqual(['Writing']);
});

test('a mutation of a skill returns its change set, which undoes it', async () => {
  const ada = await (await createTestApp()).person();
  const { categoryId } = await ladder(ada);
  const { id } = await ada.mutate('createSkill', { categoryId, name: 'Writing' });
  const rename = async (name: string) => {
    const text = `mutation ($input: UpdateSkillInput!) { updateSkill(input: $input) {
      ... on UpdateSkillPayload { changeSet { id name } }
    } }`;
    return (await ada.query(text, { input: { id, name } })).updateSkill.changeSet;
  };
  const changeSet = await rename('Reading');
  expect(changeSet.name).toBe('updateSkill');
  expect(await rename('Reading')).toBeNull();
  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id });
  expect((await ada.query('query ($id: ID!) { skill(id: $id) { name } }', { id })).skill.name).toBe('Writing');
});
