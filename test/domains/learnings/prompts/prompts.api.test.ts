import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

const fields =
  'id question answer state dueOn dueAt reviewCount suspendedAt retrievability skill { id } learning { id }';
const day = 24 * 3_600_000;

const learningOf = async (person: Person, more: object = {}): Promise<string> =>
  (await person.mutate('createLearning', { title: 'WAL', ...more })).id;
const create = async (person: Person, learningId: string, more: object = {}) =>
  person.mutate('createPrompt', { learningId, question: 'What is a WAL?', answer: 'A log.', ...more }, fields);
const due = async (person: Person) =>
  (await person.query('{ dueReviews { nodes { question } } }')).dueReviews.nodes.map(
    ({ question }: { question: string }) => question,
  );

test('a prompt is new and due from the day it was created', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const learningId = await learningOf(ada);
  const { __typename, ...prompt } = await create(ada, learningId);
  expect(prompt).toEqual({
    id: expect.stringMatching(/^Prompt:/),
    ...{ question: 'What is a WAL?', answer: 'A log.', state: 'NEW', dueOn: '2026-11-23', dueAt: null },
    ...{ reviewCount: 0, suspendedAt: null, retrievability: null, skill: null, learning: { id: learningId } },
  });
  expect(await due(ada)).toEqual(['What is a WAL?']);
  const { day: today, learnings } = await ada.query(
    '{ day { duePrompts { totalCount } } learnings { nodes { prompts { totalCount } } } }',
  );
  expect([today.duePrompts.totalCount, learnings.nodes[0].prompts.totalCount]).toEqual([1, 1]);
  const { search } = await ada.query('{ search(text: "log") { nodes { node { id } } } }');
  expect(search.nodes.map(({ node }: { node: { id: string } }) => node.id)).toContain(prompt.id);
});

test('a prompt needs a learning, a question and an answer', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const learningId = await learningOf(ada);
  const refused = async (input: object) =>
    writingNothing(app, ada, () => ada.mutate('createPrompt', { learningId, question: 'Q', answer: 'A', ...input }));
  expect((await refused({ question: '  ', answer: '' })).issues.map(({ path }: { path: string[] }) => path[1])).toEqual(
    ['question', 'answer'],
  );
  expect((await refused({ learningId: await learningOf(bob) })).__typename).toBe('NotFoundError');
  await ada.mutate('trash', { id: learningId });
  expect((await refused({})).__typename).toBe('InvalidInputError');
});

test('a suspended prompt is not due, nor is one in the trash or of a learning in the trash', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const learningId = await learningOf(ada);
  const { id } = await create(ada, learningId);
  await ada.mutate('suspendPrompt', { id });
  expect(await due(ada)).toEqual([]);
  expect((await writingNothing(app, ada, () => ada.mutate('reviewPrompt', { id, rating: 'GOOD' }))).issues).toEqual([
    { path: ['input', 'id'], message: 'must not be suspended: resume it first' },
  ]);
  await ada.mutate('resumePrompt', { id });
  expect(await due(ada)).toHaveLength(1);
  await ada.mutate('trash', { id: learningId });
  expect(await due(ada)).toEqual([]);
  await ada.mutate('restore', { id: learningId });
  await ada.mutate('trash', { id });
  expect(await due(ada)).toEqual([]);
});

test('what is learned in steps of minutes is due from its time on, and what is known for the whole day', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const learningId = await learningOf(ada);
  const { id } = await create(ada, learningId);
  await ada.mutate('reviewPrompt', { id, rating: 'GOOD' });
  expect(await due(ada)).toEqual([]);
  app.clock.advance(10 * 60_000);
  expect(await due(ada)).toHaveLength(1);
  const known = await ada.mutate('reviewPrompt', { id, rating: 'GOOD' }, fields);
  expect(known).toMatchObject({ state: 'REVIEW', dueOn: '2026-11-25', dueAt: null, retrievability: 1 });
  // At 4:10 in Berlin, just after the start of the day.
  app.clock.advance(2 * day - 6 * 3_600_000);
  expect(await due(ada)).toHaveLength(1);
});

test('a prompt that is reset is new, and keeps its log', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await create(ada, await learningOf(ada));
  await ada.mutate('reviewPrompt', { id, rating: 'EASY' });
  const reset = await ada.mutate('resetPrompt', { id }, `${fields} stability reviews { totalCount }`);
  expect(reset).toMatchObject({ state: 'NEW', dueOn: '2026-11-23', reviewCount: 0, stability: null });
  expect(reset.reviews.totalCount).toBe(1);
  expect((await writingNothing(app, ada, () => ada.mutate('undoReview', { id }))).issues).toEqual([
    { path: ['input', 'id'], message: 'must have a review since it was new' },
  ]);
});

test('a skill is as fresh as the prompts about it are likely to be known, from three on', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const framework = await ada.mutate('createFramework', { name: 'F' });
  const category = await ada.mutate('createSkillCategory', { frameworkId: framework.id, name: 'C' });
  const skill = async (name: string): Promise<string> =>
    (await ada.mutate('createSkill', { categoryId: category.id, name })).id;
  const [databases, talks] = [await skill('Databases'), await skill('Talks')];
  const learningId = await learningOf(ada, { skillIds: [databases] });
  const freshness = async () =>
    (await ada.query('{ skills(orderBy: [{ field: NAME }]) { nodes { freshness { value n } } } }')).skills.nodes.map(
      ({ freshness: one }: { freshness: object }) => one,
    );
  const ids: string[] = [];
  for (const skillId of [databases, null, null, talks]) {
    const { id } = await create(ada, learningId, { skillId });
    ids.push(id);
    await ada.mutate('reviewPrompt', { id, rating: 'EASY' });
  }
  await create(ada, learningId);
  expect(await freshness()).toEqual([
    { value: 1, n: 3 },
    { value: null, n: 1 },
  ]);
  app.clock.advance(8 * day);
  const [known] = await freshness();
  expect(known).toEqual({ value: expect.closeTo(0.9025, 4), n: 3 });
  await ada.mutate('suspendPrompt', { id: ids[1] });
  expect(await freshness()).toEqual([
    { value: null, n: 2 },
    { value: null, n: 1 },
  ]);
});
