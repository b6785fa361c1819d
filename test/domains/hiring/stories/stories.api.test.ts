import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { createSkills } from '../../../support/skills.ts';

const fields = 'id title situation task action result skills { name } version trashedAt';
const titlesOf = (page: { nodes: { title: string }[] }) => page.nodes.map(({ title }) => title).join(' ');
const titles = async (person: SignedInPerson, args = '') =>
  titlesOf((await person.query(`{ stories${args} { nodes { title } } }`)).stories);

test('a story has four parts and the skills it shows, and whitespace alone counts as empty', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const skillIds = await createSkills(ada, 'writing', 'Asking');
  const empty = { situation: '', task: '', action: '', result: '', skills: [] };
  expect(await ada.mutate('createStory', { title: 'Bare' }, fields)).toMatchObject(empty);
  const parts = { situation: 'S', task: 'T', action: '  A', result: ' \n ' };
  const story = await ada.mutate('createStory', { title: 'Told', ...parts, skillIds }, fields);
  expect(story).toMatchObject({ ...parts, result: '', skills: [{ name: 'Asking' }, { name: 'writing' }], version: 1 });
  const same = { id: story.id, ...parts, skillIds };
  expect(await writingNothing(app, ada, () => ada.mutate('updateStory', same, fields))).toEqual(story);
  const fewer = await ada.mutate('updateStory', { id: story.id, title: 'New', skillIds: skillIds.slice(0, 1) }, fields);
  expect(fewer).toMatchObject({ title: 'New', skills: [{ name: 'writing' }], version: 2 });
});

test('a skill lists the stories that show it, in the same number of statements for one skill as for several', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [one = '', two = '', three = ''] = await createSkills(ada, 'One', 'Two', 'Three');
  await ada.mutate('createStory', { title: 'b', skillIds: [one, two] });
  await ada.mutate('createStory', { title: 'A', skillIds: [one] });
  const gone = await ada.mutate('createStory', { title: 'C', skillIds: [one, three] });
  await ada.mutate('trash', { id: gone.id });
  const text = 'query ($first: Int) { skills(first: $first) { nodes { stories { totalCount nodes { title } } } } }';
  const { skills } = await ada.query(text);
  const shown = skills.nodes.map(({ stories }: { stories: { totalCount: number; nodes: { title: string }[] } }) => [
    stories.totalCount,
    titlesOf(stories),
  ]);
  expect(shown).toEqual([
    [2, 'A b'],
    [0, ''],
    [1, 'b'],
  ]);
  const of1 = await app.counting(() => ada.query(text, { first: 1 }));
  expect(await app.counting(() => ada.query(text, { first: 3 }))).toBe(of1);
});

test('all problems of a story are reported with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [skill = ''] = await createSkills(ada, 'One');
  const { id } = await ada.mutate('createStory', { title: 'Told' });
  const long = 'x'.repeat(20_001);
  const wrong = { title: '', situation: long, task: long, action: '\u0000', result: long, skillIds: [skill, skill] };
  for (const refused of [
    await writingNothing(app, ada, () => ada.mutate('createStory', wrong)),
    await writingNothing(app, ada, () => ada.mutate('updateStory', { id, ...wrong })),
  ]) {
    expect(refused.issues.map(({ path }: { path: string[] }) => path.join('.'))).toEqual(
      Object.keys(wrong).map((name) => `input.${name}`),
    );
  }
  const nulls = { title: null, situation: null, task: null, action: null, result: null, skillIds: null };
  expect((await ada.mutate('updateStory', { id, ...nulls })).issues).toHaveLength(6);
  const tooMany = Array.from({ length: 21 }, (_, index) => skill.slice(0, -2) + String(index + 10));
  expect((await ada.mutate('updateStory', { id, skillIds: tooMany })).issues[0].message).toBe('must be at most 20');
  await ada.mutate('trash', { id: skill });
  const gone = await writingNothing(app, ada, () => ada.mutate('updateStory', { id, skillIds: [skill] }));
  expect(gone.issues).toEqual([{ path: ['input', 'skillIds', '0'], message: 'must not be in the trash' }]);
});

test('stories are listed by title, filtered, trashed and restored', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const skillIds = await createSkills(ada, 'One');
  const { id } = await ada.mutate('createStory', { title: 'b', skillIds });
  await ada.mutate('createStory', { title: 'A' });
  expect(await titles(ada)).toBe('A b');
  expect(await titles(ada, '(orderBy: { field: CREATED_AT, direction: ASC })')).toBe('b A');
  expect(await titles(ada, '(filter: { title: { startsWith: "B" } })')).toBe('b');
  expect(await titles(ada, '(filter: { skills: { some: { name: { eq: "ONE" } } } })')).toBe('b');
  expect((await ada.mutate('updateStory', { id, ifVersion: 2 })).__typename).toBe('ConflictError');
  await ada.mutate('trash', { id });
  expect([await titles(ada), await titles(ada, '(trashed: true)')]).toEqual(['A', 'b']);
  expect(await ada.mutate('restore', { id }, 'trashedAt version')).toMatchObject({ trashedAt: null, version: 3 });
  expect((await ada.query('query ($id: ID!) { story(id: $id) { title } }', { id })).story).toEqual({ title: 'b' });
});
