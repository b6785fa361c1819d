import { expect, test } from 'vitest';
import { createTestApp, type Person, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

/** The same person with an access token, which outlasts the days that these tests let pass. */
async function lasting(app: TestApp, person: SignedInPerson): Promise<Person> {
  const { token } = await person.mutate('createAccessToken', { name: 'Lasting', scopes: ['READ', 'WRITE'] }, 'token');
  return app.as({ authorization: `Bearer ${token}` });
}

const due = async (person: Person, args = '') =>
  (await person.query(`{ dueReviews${args} { totalCount nodes { title } } }`)).dueReviews.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');

test('what is due on a day or before comes up, the longest due first', async () => {
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
  expect(await due(ada, '(on: "-P1D")')).toBe('overdue');
  expect(await due(ada, '(on: "P1D", first: 2)')).toBe('overdue today');
  expect(await due(ada, '(on: "P1D", orderBy: { field: TITLE, direction: DESC })')).toBe('tomorrow today overdue');
  expect(await due(ada, '(filter: { title: { eq: "today" } })')).toBe('today');
  expect(await due(bob)).toBe('');
  const later = await lasting(app, ada);
  // Before four in the morning it is still yesterday for her.
  app.clock.set('2026-11-24T02:30:00Z');
  expect(await due(later)).toBe('overdue today');
  app.clock.set('2026-11-24T03:30:00Z');
  expect(await due(later)).toBe('overdue today tomorrow');
  const { errors } = await later.ask('{ dueReviews(on: "someday") { totalCount } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['on'] }] });
});

test('a look at a learning counts, says how well it sits, and plans the next by the rule or as asked', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createLearning', { title: 'Cursors', reviewOn: 'TODAY' });
  const review = (confidence: number, more: object = {}) =>
    ada.mutate('reviewLearning', { id, confidence, ...more }, 'confidence reviewCount reviewOn version');
  expect(await review(3)).toMatchObject({ confidence: 3, reviewCount: 1, reviewOn: '2026-11-30', version: 2 });
  expect(await due(ada)).toBe('');
  expect(await review(4)).toMatchObject({ confidence: 4, reviewCount: 2, reviewOn: '2026-12-21' });
  // What does not sit any longer starts again.
  expect(await review(1)).toMatchObject({ confidence: 1, reviewCount: 3, reviewOn: '2026-11-24' });
  expect(await review(5, { reviewOn: 'P2D', ifVersion: 4 })).toMatchObject({ reviewCount: 4, reviewOn: '2026-11-25' });
  expect(await review(5, { reviewOn: null })).toMatchObject({ reviewCount: 5, reviewOn: null });
});

test('a look needs how well it sits, and a day to come', async () => {
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

test('a streak counts the days with something learned, in three statements, and is one’s own', async () => {
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
  // Two read who asks, one the days.
  expect(await app.counting(() => ada.query(streak))).toBe(3);
  expect((await bob.query(streak)).learningStreak).toEqual({ current: 0, longest: 0, lastOn: null, dayCount: 0 });
  const later = await lasting(app, ada);
  app.clock.advance(2 * 86_400_000);
  expect((await later.query(streak)).learningStreak).toMatchObject({ current: 0, longest: 3, lastOn: '2026-11-23' });
});
