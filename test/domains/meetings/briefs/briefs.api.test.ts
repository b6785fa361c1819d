import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const item =
  '{ reason node { ... on Task { title } ... on Goal { title } ... on Feedback { body } ... on MeetingItem { title } } }';
const query = `{ nextMeeting { title brief {
  attendeeCount
  attendees {
    person { ... on Person { name } } response isDeclined
    actionItems ${item} feedback ${item} sharedGoals ${item}
    lastOneOnOne { ... on Meeting { title } } daysSinceOneOnOne energyMean energyCount energyMissing
  }
  groups { series { ... on MeetingSeries { title } } attendees { person { ... on Person { name } } isDeclined } actionItems ${item} }
  carriedOver ${item} decisions ${item}
} } }`;

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const briefOf = async (ada: SignedInPerson): Promise<any> => (await ada.query(query)).nextMeeting.brief;

/** Creates a meeting of an hour on a day of November, at ten in the morning. */
const meetingOn = (ada: SignedInPerson) => async (day: string, input: object) => {
  const times = { startsAt: `2026-11-${day}T10:00:00Z`, endsAt: `2026-11-${day}T11:00:00Z` };
  return (await ada.mutate('createMeeting', { ...times, ...input })).id as string;
};
const idOf = async (ada: SignedInPerson, mutation: string, input: object): Promise<string> =>
  (await ada.mutate(mutation, input)).id;
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const titles = (items: any[]) => items.map(({ node, reason }) => `${node.title ?? node.body}: ${reason}`);

test('a brief has what is open with each attendee, and why', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const meet = meetingOn(ada);
  const [bea, cem] = [
    await idOf(ada, 'createPerson', { name: 'Bea' }),
    await idOf(ada, 'createPerson', { name: 'Cem' }),
  ];
  const seriesId = await idOf(ada, 'createMeetingSeries', { title: 'Weekly' });
  const goalId = await idOf(ada, 'createGoal', { title: 'Ship', kind: 'PROJECT' });
  const closed = await idOf(ada, 'createGoal', { title: 'Closed', kind: 'PROJECT' });
  await ada.mutate('updateGoal', { id: closed, status: 'ACHIEVED' });
  const both = [{ personId: bea }, { personId: cem }];
  const last = await meet('16', { title: 'Weekly', seriesId, attendees: both });
  const alone = await meet('12', { title: 'One on one', attendees: [{ personId: bea }] });
  await meet('18', { title: 'Declined one on one', attendees: [{ personId: bea }], myResponse: 'DECLINED' });
  await ada.mutate('createTask', { title: 'Open', meetingId: last, dueOn: '2026-11-25', goalId });
  await ada.mutate('createTask', { title: 'With Bea', meetingId: alone, goalId: closed });
  const done = await idOf(ada, 'createTask', { title: 'Done', meetingId: last });
  await ada.mutate('completeTask', { id: done });
  await ada.mutate('createMeetingItem', { meetingId: last, kind: 'AGENDA', title: 'Left over' });
  await ada.mutate('createMeetingItem', { meetingId: last, kind: 'DECISION', title: 'Decided' });
  const praise = { direction: 'RECEIVED', kind: 'PRAISE', personId: cem };
  await ada.mutate('createFeedback', { ...praise, body: 'Recent', occurredOn: '2026-08-26' });
  await ada.mutate('createFeedback', { ...praise, direction: 'GIVEN', body: 'Latest', occurredOn: '2026-11-01' });
  await ada.mutate('createFeedback', { ...praise, body: 'Old', occurredOn: '2026-08-25' });
  for (const energy of [2, 3, 4]) await ada.mutate('createEnergyEntry', { energy, meetingId: last, at: '-P1D' });
  const next = await meet('24', {
    title: 'Next weekly',
    seriesId,
    attendees: [{ personId: bea }, { personId: cem, response: 'DECLINED' }],
  });
  const carried = await idOf(ada, 'createMeetingItem', { meetingId: alone, kind: 'AGENDA', title: 'Carried' });
  expect(carried).toBeTruthy();
  await ada.mutate('carryOverAgendaItems', { id: alone, toMeetingId: next }, 'meeting { id }');
  await ada.mutate('createMeetingItem', { meetingId: next, kind: 'AGENDA', title: 'New' });

  const brief = await briefOf(ada);
  expect(titles(brief.carriedOver)).toEqual([
    'Carried: Carried over once.',
    'Left over: Still open from “Weekly” on 2026-11-16.',
  ]);
  expect(titles(brief.decisions)).toEqual(['Decided: Decided in “Weekly” on 2026-11-16.']);
  expect(brief).toMatchObject({ attendeeCount: 2, groups: [] });
  const [first, second] = brief.attendees;
  expect(first).toMatchObject({
    ...{ person: { name: 'Bea' }, response: 'NEEDS_ACTION', isDeclined: false, feedback: [] },
    ...{ lastOneOnOne: { title: 'One on one' }, daysSinceOneOnOne: 11 },
    ...{ energyMean: 3, energyCount: 3, energyMissing: null },
  });
  expect(titles(first.actionItems)).toEqual([
    'Open: Open action item of “Weekly” on 2026-11-16, due on 2026-11-25.',
    'With Bea: Open action item of “One on one” on 2026-11-12.',
  ]);
  expect(titles(first.sharedGoals)).toEqual(['Ship: A task from “Weekly” on 2026-11-16 is for it.']);
  expect(second).toMatchObject({
    ...{ person: { name: 'Cem' }, response: 'DECLINED', isDeclined: true },
    ...{ lastOneOnOne: null, daysSinceOneOnOne: null },
  });
  expect(titles(second.feedback)).toEqual([
    'Latest: You gave it on 2026-11-01.',
    'Recent: You received it on 2026-08-26.',
  ]);
});

test('without anything to tell, lists are empty', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  await meetingOn(ada)('24', { title: 'Alone' });
  expect(await briefOf(ada)).toEqual({ attendeeCount: 0, attendees: [], groups: [], carriedOver: [], decisions: [] });
});

test('more than 20 attendees are grouped by the series in which they are met most often', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const meet = meetingOn(ada);
  const attendees = Array.from({ length: 21 }, (_, i) => ({ name: `Person ${String(i).padStart(2, '0')}` }));
  const seriesId = await idOf(ada, 'createMeetingSeries', { title: 'Team' });
  const id = await meet('16', { title: 'Team', seriesId, attendees: attendees.slice(0, 3) });
  await ada.mutate('createTask', { title: 'Ours', meetingId: id });
  const people = (await ada.query('{ people { nodes { id name } } }')).people.nodes;
  const known = people.map((person: { id: string }) => ({ personId: person.id }));
  await meet('24', { title: 'All hands', attendees: [...known, ...attendees.slice(3)] });
  const { attendeeCount, attendees: each, groups } = await briefOf(ada);
  expect([attendeeCount, each]).toEqual([21, []]);
  expect(
    groups.map((group: { series: object; attendees: object[] }) => [group.series, group.attendees.length]),
  ).toEqual([
    [{ title: 'Team' }, 3],
    [null, 18],
  ]);
  expect(titles(groups[0].actionItems)).toEqual(['Ours: Open action item of “Team” on 2026-11-16.']);
});

test('a brief takes as many statements for many attendees as for two, and for many meetings as for one', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const [person, count] of [
    [ada, 2],
    [bob, 12],
  ] as const) {
    const attendees = Array.from({ length: count }, (_, i) => ({ name: `Person ${i}` }));
    for (const day of ['10', '24', '25']) {
      const meetingId = await meetingOn(person)(day, { title: 'Weekly', attendees });
      for (let i = 0; i < count; i++) await person.mutate('createTask', { title: `Task ${i}`, meetingId });
      await person.mutate('createEnergyEntry', { energy: 3, meetingId });
    }
  }
  const few = await app.counting(() => ada.query(query));
  expect(await app.counting(() => bob.query(query))).toBe(few);
  const pages = (person: SignedInPerson, first: number) =>
    app.counting(() =>
      person.query(
        `{ meetings(first: ${first}) { nodes { brief { attendeeCount attendees { actionItems { reason } } } } } }`,
      ),
    );
  expect(await pages(bob, 3)).toBe(await pages(bob, 1));
});

test('briefs and the load mean the same by a one-on-one: not all day, not free, declined by neither, and begun', async () => {
  const ada = await (await createTestApp()).person();
  const { id: personId } = await ada.mutate('createPerson', { name: 'Bea' });
  const meet = (title: string, day: string, input: object = {}) =>
    ada.mutate('createMeeting', {
      ...{ title, startsAt: `2026-11-${day}T10:00:00Z`, endsAt: `2026-11-${day}T10:30:00Z` },
      attendees: [{ personId, response: 'ACCEPTED' }],
      ...input,
    });
  await meet('The one', '10');
  await meet('Free', '16', { isFree: true });
  await meet('Declined by me', '17', { myResponse: 'DECLINED' });
  await meet('Declined by her', '18', { attendees: [{ personId, response: 'DECLINED' }] });
  await meet('All day', '19', { startsAt: null, endsAt: null, startsOn: '2026-11-19', endsOn: '2026-11-19' });
  await meet('Cancelled', '20', { status: 'CANCELLED' });
  await meet('Next', '24');
  const { nextMeeting, meetingLoad } = await ada.query(
    `{ nextMeeting { brief { attendees { lastOneOnOne { ... on Meeting { title } } daysSinceOneOnOne } } }
      meetingLoad { oneOnOnes { meetingCount daysSince } } }`,
  );
  expect(nextMeeting.brief.attendees).toEqual([{ lastOneOnOne: { title: 'The one' }, daysSinceOneOnOne: 13 }]);
  expect(meetingLoad.oneOnOnes).toEqual([{ meetingCount: 1, daysSince: 13 }]);
});
