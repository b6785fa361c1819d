import { expect, test, vi } from 'vitest';
import { reviewCommand } from '../../../../src/cli/review.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { staying } from '../../../support/staying.ts';

const query = `query ($week: Date) { weeklyReview(week: $week) {
  startsOn endsOn text json: text(format: JSON)
  sections { kind title summary count lines { text date node { id __typename } } }
} }`;

interface Section {
  kind: string;
  title: string;
  summary: string;
  count: number;
  lines: { text: string; date: string | null; node: { id: string; __typename: string } | null }[];
}
interface Review {
  startsOn: string;
  endsOn: string;
  text: string;
  json: string;
  sections: Section[];
}
const reviewOf = async (person: SignedInPerson, week = 'TODAY'): Promise<Review> =>
  (await person.query(query, { week })).weeklyReview;
const sectionOf = (review: Review, kind: string) => review.sections.find((section) => section.kind === kind) as Section;
const textsOf = (review: Review, kind: string) =>
  sectionOf(review, kind).lines.map(({ text, date }) => `${date} ${text}`);

test('an empty week has all sections, and says that there is nothing', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const review = await reviewOf(ada);
  expect(review).toMatchObject({ startsOn: '2026-11-23', endsOn: '2026-11-29' });
  expect(review.sections.map(({ kind, count, lines }) => [kind, count, lines.length])).toEqual(
    [
      'DONE',
      'CARRIED_OVER',
      'WINS',
      'DECISIONS',
      'LEARNINGS',
      'ENERGY',
      'STALE_GOALS',
      'UNANSWERED_FEEDBACK',
      'NEXT_WEEK',
    ].map((kind) => [kind, 0, 0]),
  );
  expect(sectionOf(review, 'DONE').summary).toBe('No tasks done.');
  expect(sectionOf(review, 'NEXT_WEEK').summary).toBe(
    'No meetings, 0 min. 40 h of 40 h working time free. The longest free time is 8 h, on 2026-11-30 at 09:00. No tasks due.',
  );
});

test('a week has what was done, carried over, won, decided, learned and felt, and what is left', async () => {
  const app = await createTestApp();
  // Three weeks before: a goal that nobody looks at again, and feedback that stays open.
  app.clock.set('2026-11-02T09:00:00Z');
  const ada = staying(app, await app.person('Ada'));
  const make = async (mutation: string, input: object): Promise<string> => (await ada.mutate(mutation, input)).id;
  await make('createGoal', { title: 'Write a book', kind: 'PROJECT' });
  const checked = await make('createGoal', { title: 'Run a marathon', kind: 'PROJECT' });
  await make('createGoal', { title: 'Not begun', kind: 'PROJECT', status: 'PLANNED' });
  const bea = await make('createPerson', { name: 'Bea *Star*' });
  await make('createFeedback', { direction: 'RECEIVED', kind: 'CONCERN', body: 'Slow\nanswers', personId: bea });
  const late = await make('createTask', { title: 'Tidy up', scheduledOn: 'TODAY' });
  app.clock.set('2026-11-20T09:00:00Z');
  await make('createGoalCheckIn', { goalId: checked, health: 'ON_TRACK' });
  // The week itself.
  app.clock.set('2026-11-23T09:00:00Z');
  const done = await make('createTask', { title: 'Ship <b>it</b>', scheduledOn: 'TODAY' });
  await ada.mutate('completeTask', { id: done });
  await ada.mutate('cancelTask', { id: late });
  app.clock.set('2026-11-24T09:00:00Z');
  const achieved = await make('createGoal', { title: 'Learn Rust', kind: 'PROJECT' });
  await make('createMilestone', { goalId: achieved, title: 'First crate' });
  await ada.mutate('updateGoal', { id: achieved, status: 'ACHIEVED' });
  await make('createFeedback', { direction: 'RECEIVED', kind: 'PRAISE', body: 'Great talk', personId: bea });
  const meetingId = await make('createMeeting', {
    title: 'Board',
    startsAt: '2026-11-24T10:00:00Z',
    endsAt: '2026-11-24T11:00:00Z',
  });
  await make('createMeetingItem', { meetingId, kind: 'DECISION', title: 'Go *now*' });
  await make('createMeetingItem', { meetingId, kind: 'AGENDA', title: 'Talk' });
  await make('createLearning', { title: 'Lifetimes', sourceTitle: 'The Book' });
  for (const energy of [2, 3, 5]) await make('createEnergyEntry', { energy, notes: energy === 5 ? 'Great' : '' });
  await make('createEnergyEntry', { mood: 4 });
  await make('createMeeting', {
    title: 'Kick-off',
    startsAt: '2026-12-01T09:00:00Z',
    endsAt: '2026-12-01T10:30:00Z',
  });
  await make('createTask', { title: 'Pay', dueOn: '2026-12-04' });

  app.clock.set('2026-11-29T20:00:00Z');
  const review = await reviewOf(ada);
  expect(textsOf(review, 'DONE')).toEqual(['2026-11-23 Ship <b>it</b>']);
  expect(textsOf(review, 'WINS')).toEqual([
    '2026-11-24 Goal achieved: Learn Rust',
    '2026-11-24 Praise from Bea *Star*: Great talk',
  ]);
  expect(textsOf(review, 'DECISIONS')).toEqual(['2026-11-24 Go *now*, in Board']);
  expect(textsOf(review, 'LEARNINGS')).toEqual(['2026-11-24 Lifetimes, from The Book']);
  expect(sectionOf(review, 'ENERGY').summary).toBe(
    '4 entries. Means from 1 to 5: energy 3.33 (n = 3), mood too few for a mean (n = 1).',
  );
  expect(textsOf(review, 'ENERGY')).toEqual([
    '2026-11-24 Energy 2',
    '2026-11-24 Energy 3',
    '2026-11-24 Energy 5: Great',
    '2026-11-24 Mood 4',
  ]);
  expect(textsOf(review, 'STALE_GOALS')).toEqual(['null Write a book: no check-in']);
  expect(textsOf(review, 'UNANSWERED_FEEDBACK')).toEqual([
    '2026-11-02 Concern from Bea *Star*: Slow answers',
    '2026-11-24 Praise from Bea *Star*: Great talk',
  ]);
  expect(textsOf(review, 'NEXT_WEEK')).toEqual(['2026-12-04 Due: Pay', '2026-12-01 10:00 Kick-off']);
  expect(sectionOf(review, 'NEXT_WEEK').summary).toMatch(
    /^1 meeting, 1 h 30 min\. 38 h 30 min of 40 h working time free\./,
  );
  // Each line names a record that its owner can open.
  expect(review.sections.flatMap(({ lines }) => lines.map(({ node }) => node?.id)).every(Boolean)).toBe(true);

  // What happens later changes nothing of it: an answer, a check-in, and the goal's end.
  app.clock.set('2026-12-08T09:00:00Z');
  const { feedbackEntries } = await ada.query('{ feedbackEntries { nodes { id } } }');
  for (const { id } of feedbackEntries.nodes) await ada.mutate('acknowledgeFeedback', { id });
  const { goals } = await ada.query('{ goals(filter: { title: { eq: "Write a book" } }) { nodes { id } } }');
  await make('createGoalCheckIn', { goalId: goals.nodes[0].id, health: 'AT_RISK' });
  const later = await reviewOf(ada, '2026-11-25');
  expect(later.text).toBe(review.text);
  expect(later.json).toBe(review.json);
  // Nobody else sees any of it.
  expect((await reviewOf(await app.person('Bob'), '2026-11-25')).sections.every(({ count }) => count === 0)).toBe(true);
});

test('tasks that were carried over are told once, with how often', async () => {
  const app = await createTestApp();
  const ada = staying(app, await app.person('Ada'));
  const { id } = await ada.mutate('createTask', { title: 'Again', scheduledOn: 'TODAY' });
  for (const day of ['2026-11-23', '2026-11-24']) {
    app.clock.set(`${day}T20:00:00Z`);
    await ada.mutate('closeDay', { carryOverIds: [id] }, 'date');
  }
  const { text, date } = sectionOf(await reviewOf(ada), 'CARRIED_OVER').lines[0] ?? {};
  expect({ text, date }).toEqual({ text: 'Again, 2 times', date: '2026-11-24' });
});

test('a section has at most 50 lines and counts all; the week is the owner’s', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await ada.mutate('updateProfile', { weekStartsOn: 'SUNDAY' });
  for (let n = 0; n < 52; n++) await ada.mutate('createLearning', { title: `Learning ${n}`, learnedOn: '2026-11-22' });
  const review = await reviewOf(ada, '2026-11-28');
  expect(review).toMatchObject({ startsOn: '2026-11-22', endsOn: '2026-11-28' });
  const { count, lines } = sectionOf(review, 'LEARNINGS');
  expect([count, lines.length]).toEqual([52, 50]);
  expect(review.text).toContain('- And 2 more.');
  const { errors } = await ada.ask(query, { week: 'someday' });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['week'] }] });
});

test('a review takes as many statements with many records as with few', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const add = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await ada.mutate('createEnergyEntry', { energy: 3 });
      const { id } = await ada.mutate('createTask', { title: `${n}` });
      await ada.mutate('completeTask', { id });
    }
  };
  const count = () => app.counting(() => ada.query('{ weeklyReview { text } }'));
  await add(1);
  const few = await count();
  await add(20);
  expect(await count()).toBe(few);
  expect(few).toBeLessThanOrEqual(22);
});

test('waymark review prints the review of the owner’s week', async () => {
  const app = await createTestApp();
  const printed = vi.spyOn(console, 'info').mockImplementation(() => {});
  try {
    expect(await reviewCommand.run(app.config, { week: '2026-11-23' }, [])).toBe(0);
    expect(String(printed.mock.calls[0]?.[0])).toMatch(
      /^# Week from 2026-11-23 to 2026-11-29\n\n## Done\n\nNo tasks done\.\n/,
    );
    printed.mockClear();
    expect(await reviewCommand.run(app.config, { week: '2026-11-23', format: 'json' }, [])).toBe(0);
    expect(JSON.parse(String(printed.mock.calls[0]?.[0])).sections).toHaveLength(9);
    await expect(reviewCommand.run(app.config, { format: 'pdf' }, [])).rejects.toThrow('markdown or json');
  } finally {
    printed.mockRestore();
  }
});
