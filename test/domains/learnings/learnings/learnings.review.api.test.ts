import { expect, test } from 'vitest';
import { createTestApp, type Person, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

/** The same person with an access token, which does not expire within the days of these tests. */
async function lasting(app: TestApp, person: SignedInPerson): Promise<Person> {
  const { token } = await person.mutate('createAccessToken', { name: 'Lasting', scopes: ['READ', 'WRITE'] }, 'token');
  return app.as({ authorization: `Bearer ${token}` });
}

const due = async (person: Person, args = '', date = 'TODAY') => {
  const query = `query ($date: Date) { day(date: $date) { dueReviews${args} { totalCount nodes { title } } } }`;
  return (await person.query(query, { date })).day.dueReviews.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');
};

test('learnings are due for review from their day on, the longest overdue first', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const [title, reviewOn] of [
    ['today', 'TODAY'],
    ['tomorrow', 'P1D'],
    ['overdue', '-P9D'],
    ['never', null],
  ]) {
    await ada.mutate('createLearning', { title, reviewOn });
  }
  expect(await due(ada)).toBe('overdue today');
  expect(await due(ada, '', '-P1D')).toBe('overdue');
  expect(await due(ada, '(first: 2)', 'P1D')).toBe('overdue today');
  const byTitle = '(orderBy: { field: TITLE, direction: DESC })';
  expect(await due(ada, byTitle, 'P1D')).toBe('tomorrow today overdue');
  expect(await due(ada, '(filter: { title: { eq: "today" } })')).toBe('today');
  expect(await due(bob)).toBe('');
  const later = await lasting(app, ada);
  // Her day starts at four in the morning.
  app.clock.set('2026-11-24T02:30:00Z');
  expect(await due(later)).toBe('overdue today');
  app.clock.set('2026-11-24T03:30:00Z');
  expect(await due(later)).toBe('overdue today tomorrow');
});

test('a review is counted, sets the confidence, and plans the next by the rule or as given', async () => {
  const app = await createTestApp();
  const ada = await lasting(app, await app.person());
  const { id } = await ada.mutate('createLearning', { title: 'Cursors', reviewOn: 'TODAY' });
  const nextDay = () => app.clock.advance(86_400_000);
  const review = (confidence: number, more: object = {}) =>
    ada.mutate('reviewLearning', { id, confidence, ...more }, 'confidence reviewCount reviewOn version');
  expect(await review(3)).toMatchObject({ confidence: 3, reviewCount: 1, reviewOn: '2026-11-30', version: 2 });
  expect(await due(ada)).toBe('');
  nextDay();
  expect(await review(4)).toMatchObject({ confidence: 4, reviewCount: 2, reviewOn: '2026-12-22' });
  nextDay();
  // What is no longer known starts again.
  expect(await review(1)).toMatchObject({ confidence: 1, reviewCount: 3, reviewOn: '2026-11-26' });
  nextDay();
  expect(await review(5, { reviewOn: 'P2D', ifVersion: 4 })).toMatchObject({ reviewCount: 4, reviewOn: '2026-11-28' });
  nextDay();
  expect(await review(5, { reviewOn: null })).toMatchObject({ reviewCount: 5, reviewOn: null });
});

test('several reviews in a day count once, and the last one decides', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLearning', { title: 'Cursors' });
  const review = (confidence: number) =>
    ada.mutate('reviewLearning', { id, confidence }, 'confidence reviewCount repetitionCount reviewedOn reviewOn');
  const today = { reviewCount: 1, reviewedOn: '2026-11-23' };
  for (let i = 0; i < 3; i++) {
    expect(await review(3)).toMatchObject({ ...today, repetitionCount: 1, reviewOn: '2026-11-30' });
  }
  expect(await review(4)).toMatchObject({ ...today, confidence: 4, repetitionCount: 1, reviewOn: '2026-12-07' });
  expect(await review(1)).toMatchObject({ ...today, confidence: 1, repetitionCount: 0, reviewOn: '2026-11-24' });
});

test('a review needs a confidence, and the next one is after today', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createLearning', { title: 'Cursors' });
  const errorResponse = (input: object) =>
    writingNothing(app, ada, () => ada.mutate('reviewLearning', { id, ...input }));
  expect((await errorResponse({ confidence: 0, reviewOn: 'TODAY' })).issues).toEqual([
    { path: ['input', 'confidence'], message: 'must be a whole number from 1 to 5' },
    { path: ['input', 'reviewOn'], message: 'must be after today' },
  ]);
  expect((await errorResponse({ confidence: 6, reviewOn: 'soon' })).issues).toHaveLength(2);
  expect((await errorResponse({ confidence: 3, ifVersion: 2 })).__typename).toBe('ConflictError');
  const his = await writingNothing(app, ada, () => bob.mutate('reviewLearning', { id, confidence: 3 }));
  expect(his.__typename).toBe('NotFoundError');
});

test('a streak counts the days with a learning of the viewer, in one statement', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const streak = '{ learningStreak { current longest lastOn dayCount } }';
  const learn = (learnedOn: string) => ada.mutate('createLearning', { title: 'Something', learnedOn });
  for (const day of ['-P9D', '-P8D', '-P7D', '-P2D', '-P1D', '-P1D']) await learn(day);
  expect(await ada.query(streak)).toEqual({
    learningStreak: { current: 2, longest: 3, lastOn: '2026-11-22', dayCount: 5 },
  });
  await learn('TODAY');
  expect((await ada.query(streak)).learningStreak).toMatchObject({ current: 3, longest: 3, dayCount: 6 });
  expect(await app.counting(() => ada.query(streak))).toBe(1);
  expect((await bob.query(streak)).learningStreak).toEqual({ current: 0, longest: 0, lastOn: null, dayCount: 0 });
  const later = await lasting(app, ada);
  app.clock.advance(2 * 86_400_000);
  expect((await later.query(streak)).learningStreak).toMatchObject({ current: 0, longest: 3, lastOn: '2026-11-23' });
});

test('a review is undone by its change set', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createLearning', { title: 'Cursors', reviewOn: 'TODAY' });
  const text = `mutation ($id: ID!) { reviewLearning(input: { id: $id, confidence: 4 }) {
    ... on ReviewLearningPayload { learning { reviewCount } changeSet { id } }
  } }`;
  const { learning, changeSet } = (await ada.query(text, { id })).reviewLearning;
  expect([learning.reviewCount, await due(ada)]).toEqual([1, '']);
  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id });
  expect(await due(ada)).toBe('Cursors');
});
