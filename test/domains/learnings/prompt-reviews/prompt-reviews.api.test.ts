import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

const memory = 'state dueOn dueAt stability difficulty scheduledDays reviewCount lapseCount';
const fields = `id ${memory} learningStep reviewedOn reviewedAt`;
const review = `rating reviewedAt reviewedOn elapsedDays intervalDays retrievability durationSeconds algorithm library parameters
  before { ${memory} } after { ${memory} }`;
const day = 24 * 3_600_000;

const promptOf = async (person: Person, question = 'Q'): Promise<string> => {
  const { id: learningId } = await person.mutate('createLearning', { title: 'A learning' });
  return (await person.mutate('createPrompt', { learningId, question, answer: 'A' })).id;
};
const stateOf = async (person: Person, id: string) =>
  (await person.query(`query ($id: ID!) { prompt(id: $id) { ${fields} } }`, { id })).prompt;
const logOf = async (person: Person) =>
  (await person.query(`{ promptReviews(orderBy: [{ field: REVIEWED_AT, direction: ASC }]) { nodes { ${review} } } }`))
    .promptReviews.nodes;

test('each review is logged with what it was computed by', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const id = await promptOf(ada);
  await ada.mutate('updateReviewSettings', { desiredRetention: 0.8 });
  await ada.mutate('reviewPrompt', { id, rating: 'EASY', durationSeconds: 12.5 });
  app.clock.advance(20 * day);
  const after = await ada.mutate('reviewPrompt', { id, rating: 'HARD' }, fields);
  const [first, second] = await logOf(ada);
  expect(first).toMatchObject({
    ...{ rating: 'EASY', reviewedOn: '2026-11-23', elapsedDays: null, intervalDays: 0, retrievability: null },
    ...{ durationSeconds: 12.5, algorithm: 'FSRS-6', library: 'ts-fsrs 5.4.2' },
    before: { state: 'NEW', dueOn: '2026-11-23', stability: null, difficulty: null, reviewCount: 0 },
    after: { state: 'REVIEW', dueOn: '2026-12-21', stability: 8.2956, scheduledDays: 28, reviewCount: 1 },
  });
  expect(first.parameters).toMatchObject({ desiredRetention: 0.8, w: expect.objectContaining({ length: 21 }) });
  expect(second).toMatchObject({
    ...{ rating: 'HARD', reviewedOn: '2026-12-13', elapsedDays: 20, intervalDays: 28, durationSeconds: null },
    before: first.after,
  });
  expect(second.retrievability).toBeGreaterThan(0.8);
  expect(after).toMatchObject(second.after);
});

test('undo takes back the last review, one after another', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const id = await promptOf(ada);
  const states = [await stateOf(ada, id)];
  for (const rating of ['AGAIN', 'GOOD', 'GOOD', 'AGAIN']) {
    states.push(await ada.mutate('reviewPrompt', { id, rating }, fields));
    app.clock.advance(rating === 'GOOD' ? 3 * day : 60_000);
  }
  for (const before of states.slice(0, -1).toReversed()) {
    const { __typename, ...undone } = await ada.mutate('undoReview', { id }, fields);
    expect(before).toMatchObject(undone);
  }
  expect(await logOf(ada)).toEqual([]);
  expect((await writingNothing(app, ada, () => ada.mutate('undoReview', { id }))).__typename).toBe('InvalidInputError');
});

test('a review can be undone by its change set, too', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await promptOf(ada);
  const before = await stateOf(ada, id);
  const { result } = await ada.query(
    `mutation ($input: ReviewPromptInput!) { result: reviewPrompt(input: $input) { ... on ReviewPromptPayload { changeSet { id } } } }`,
    { input: { id, rating: 'EASY' } },
  );
  await ada.mutate('undoChangeSet', { changeSetId: result.changeSet.id });
  expect(await stateOf(ada, id)).toEqual(before);
  expect(await logOf(ada)).toEqual([]);
});

test('a review is not in the future, not before the last one, and of a prompt of your own', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const id = await promptOf(ada);
  await ada.mutate('reviewPrompt', { id, rating: 'EASY', reviewedAt: '-P3D' });
  expect((await logOf(ada))[0]).toMatchObject({ reviewedOn: '2026-11-20' });
  const refused = (input: object, who: Person = ada) =>
    writingNothing(app, who as typeof ada, () => who.mutate('reviewPrompt', { id, rating: 'GOOD', ...input }));
  expect((await refused({ reviewedAt: '-P4D' })).issues).toEqual([
    { path: ['input', 'reviewedAt'], message: 'must not be before the last review' },
  ]);
  expect((await refused({ reviewedAt: 'PT1M', durationSeconds: -1 })).issues).toHaveLength(2);
  expect((await refused({ ifVersion: 1 })).__typename).toBe('ConflictError');
  expect((await refused({}, bob)).__typename).toBe('NotFoundError');
  expect((await writingNothing(app, bob, () => bob.mutate('undoReview', { id }))).__typename).toBe('NotFoundError');
});

test('true retention counts reviews after an interval of a day or more, and the forecast what is to come', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const ids: string[] = [];
  for (let i = 0; i < 6; i++) ids.push(await promptOf(ada, `Q${i}`));
  for (const id of ids) await ada.mutate('reviewPrompt', { id, rating: 'EASY', durationSeconds: 10 });
  app.clock.advance(8 * day);
  for (const id of ids.slice(0, 5)) {
    await ada.mutate('reviewPrompt', { id, rating: id === ids[0] ? 'AGAIN' : 'HARD' });
  }
  // Within minutes of a lapse: no interval of a day.
  await ada.mutate('reviewPrompt', { id: ids[0], rating: 'AGAIN', durationSeconds: 2.5 });
  await promptOf(ada, 'New');
  const { reviewStats, reviewForecast, promptReviewStats } = await ada.query(`{
    reviewStats(from: "-P29D") { reviewCount passCount durationSeconds measuredCount trueRetention { value n state } }
    reviewForecast(days: 40) { overdueCount newCount days { date count } }
    promptReviewStats { count durationSeconds { sum } }
  }`);
  expect(reviewStats).toEqual({
    ...{ reviewCount: 12, passCount: 4, durationSeconds: 62.5, measuredCount: 7 },
    trueRetention: { value: 0.8, n: 5, state: 'OK' },
  });
  expect(promptReviewStats).toEqual([{ count: 12, durationSeconds: { sum: 62.5 } }]);
  expect(reviewForecast).toMatchObject({ overdueCount: 0, newCount: 1 });
  const counts = (days: { date: string; count: number }[]) => days.filter(({ count }) => count > 0);
  expect(counts(reviewForecast.days)[0]).toEqual({ date: '2026-12-01', count: 2 });
  expect(counts(reviewForecast.days).reduce((sum, { count }) => sum + count, 0)).toBe(6);
  app.clock.advance(day);
  const later = await ada.query('{ reviewForecast(days: 1) { overdueCount days { count } } }');
  expect(later.reviewForecast).toEqual({ overdueCount: 2, days: [{ count: 0 }] });
});

test('the desired retention is from 0.70 to 0.97, and the answer says which parameters are used', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const query =
    '{ reviewSettings { desiredRetention } reviewParameters { isFitted desiredRetention weights algorithm } }';
  const defaults = await ada.query(query);
  expect(defaults).toMatchObject({
    reviewSettings: null,
    reviewParameters: { isFitted: false, desiredRetention: 0.9 },
  });
  expect(defaults.reviewParameters.weights).toHaveLength(21);
  for (const desiredRetention of [0.69, 0.98]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('updateReviewSettings', { desiredRetention }));
    expect(refused.issues).toEqual([
      { path: ['input', 'desiredRetention'], message: 'must be a number from 0.7 to 0.97' },
    ]);
  }
  await ada.mutate('updateReviewSettings', { desiredRetention: 0.97 });
  expect((await ada.query(query)).reviewParameters.desiredRetention).toBe(0.97);
});
