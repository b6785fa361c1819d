import { expect, test, vi } from 'vitest';
import { reviewCommand } from '../../../../src/cli/review.ts';
import { packetKinds } from '../../../../src/domains/across/review-packet/review-packet.rules.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { createSkills } from '../../../support/skills.ts';

const query = `query ($from: Date, $to: Date) { reviewPacket(from: $from, to: $to) {
  startsOn endsOn summary text json: text(format: JSON)
  sections { kind title summary count months { month count shownCount leftOutCount } lines { text date node { id __typename } } }
} }`;

interface Section {
  kind: string;
  summary: string;
  count: number;
  months: { month: string; count: number; shownCount: number; leftOutCount: number }[];
  lines: { text: string; date: string; node: { id: string; __typename: string } | null }[];
}
interface Packet {
  startsOn: string;
  endsOn: string;
  summary: string;
  text: string;
  json: string;
  sections: Section[];
}
const packetOf = async (person: SignedInPerson, from = '2026-06-01', to = 'TODAY'): Promise<Packet> =>
  (await person.query(query, { from, to })).reviewPacket;
const sectionOf = (packet: Packet, kind: string) => packet.sections.find((one) => one.kind === kind) as Section;
const textsOf = (packet: Packet, kind: string) =>
  sectionOf(packet, kind).lines.map(({ text, date }) => `${date} ${text}`);

test('an empty packet is of half a year, has all sections, and names the months', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const { reviewPacket } = await ada.query('{ reviewPacket { startsOn endsOn summary sections { kind count } } }');
  expect(reviewPacket).toEqual({
    ...{ startsOn: '2026-05-23', endsOn: '2026-11-23' },
    summary:
      'No records in 7 months. Shown are 0: at most 3 of each kind a month. Left out are 0. Nothing in 2026-05 to 2026-11.',
    sections: packetKinds.map((kind) => ({ kind, count: 0 })),
  });
});

test('of each kind and month the most telling records are shown, and the others counted', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const learn = (title: string, learnedOn: string, confidence: number | null) =>
    ada.mutate('createLearning', { title, learnedOn, confidence });
  for (const [title, day, confidence] of [
    ['Heard of', '2026-11-20', 1],
    ['Not rated', '2026-11-22', null],
    ['Could <b>teach</b>', '2026-11-02', 5],
    ['Known early', '2026-11-03', 3],
    ['Known late', '2026-11-21', 3],
    ['In summer', '2026-07-31', 1],
    ['Before', '2026-05-31', 5],
  ] as const)
    await learn(title, day, confidence);
  const packet = await packetOf(ada);
  // In the order of days; of equal confidence, the latest would come first.
  expect(textsOf(packet, 'LEARNINGS')).toEqual([
    '2026-07-31 In summer',
    '2026-11-02 Could <b>teach</b>',
    '2026-11-03 Known early',
    '2026-11-21 Known late',
  ]);
  const { summary, count, months } = sectionOf(packet, 'LEARNINGS');
  expect([summary, count]).toEqual(['6 learnings. Nothing in 2026-06, 2026-08 to 2026-10.', 6]);
  expect(months.at(-1)).toEqual({ month: '2026-11', count: 5, shownCount: 3, leftOutCount: 2 });
  expect(packet.summary).toBe(
    '6 records in 6 months. Shown are 4: at most 3 of each kind a month. Left out are 2. Nothing in 2026-06, 2026-08 to 2026-10.',
  );
  expect(packet.text).toContain('# Review from 2026-06-01 to 2026-11-23\n\n6 records in 6 months.');
  expect(packet.text).toMatch(/- Could \\<b>teach\\<\/b> \(2026-11-02\) `Learning:/);
  expect(packet.text).toContain('- And 2 more: 2 in 2026-11.\n');
  expect(JSON.parse(packet.json)).toMatchObject({ startsOn: '2026-06-01', summary: packet.summary });
  expect((await packetOf(ada)).json).toBe(packet.json);
});

test('a packet has the records of all areas, at the owner’s days, each with its record, and nobody else’s', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const make = async (mutation: string, input: object): Promise<string> => (await ada.mutate(mutation, input)).id;
  await ada.mutate('updateProfile', { timeZone: 'Europe/Berlin' });
  const bea = await make('createPerson', { name: 'Bea' });
  const task = await make('createTask', { title: 'Ship it', priority: 'HIGH' });
  // Before the day starts, so that it is still October.
  await ada.mutate('completeTask', { id: task, completedAt: '2026-11-01T02:30:00Z' });
  await make('createTask', { title: 'Open' });
  const goalId = await make('createGoal', {
    ...{ title: 'Talks', kind: 'KEY_RESULT', metric: { start: 0, target: 5, unit: 'talks' } },
  });
  await make('createGoalCheckIn', { goalId, value: 2, health: 'AT_RISK', notes: 'Slow', checkedOn: '2026-11-10' });
  await make('createMilestone', { goalId, title: 'First talk', isReached: true });
  await ada.mutate('updateGoal', { id: goalId, status: 'ACHIEVED' });
  const meetingId = await make('createMeeting', {
    ...{ title: 'Board', startsAt: '2026-11-05T10:00:00Z', endsAt: '2026-11-05T11:00:00Z' },
  });
  await make('createMeetingItem', { meetingId, kind: 'DECISION', title: 'Go' });
  await make('createMeetingItem', { meetingId, kind: 'AGENDA', title: 'Talk' });
  const feedback = (direction: string, kind: string, body: string) =>
    make('createFeedback', { direction, kind, body, personId: bea, occurredOn: '2026-11-06' });
  await feedback('RECEIVED', 'PRAISE', 'Great');
  await feedback('RECEIVED', 'CONCERN', 'Late');
  await feedback('GIVEN', 'SUGGESTION', 'Write more');
  const [skillId] = await createSkills(ada, 'SQL');
  await make('createAssessment', { skillId, level: 3, source: 'PEER', personId: bea, assessedOn: '2026-11-07' });
  await make('createArtifact', { title: 'My CV', kind: 'CV', madeOn: '2026-11-08' });
  await make('createStory', { title: 'The outage' });
  await make('createPracticeInterview', { kind: 'SYSTEM_DESIGN', heldOn: '2026-11-09', score: 4 });
  await make('createJobApplication', { title: 'Engineer', company: 'Acme', appliedOn: '2026-11-11', stage: 'APPLIED' });
  await ada.mutate('recordEngagementPulse', { score: 4, notes: 'Good week' });
  for (const energy of [2, 3, 5]) await make('createEnergyEntry', { energy, at: '2026-11-12T09:00:00Z' });
  const trashed = await make('createLearning', { title: 'Gone' });
  await ada.mutate('trash', { id: trashed });

  const packet = await packetOf(ada);
  const texts = Object.fromEntries(packet.sections.map(({ kind }) => [kind, textsOf(packet, kind)]));
  expect(texts).toEqual({
    DONE: ['2026-10-31 Ship it'],
    GOALS: ['2026-11-23 Talks'],
    MILESTONES: ['2026-11-23 First talk, of Talks'],
    CHECK_INS: ['2026-11-10 Talks: 2 talks, at risk: Slow'],
    LEARNINGS: [],
    DECISIONS: ['2026-11-05 Go, in Board'],
    PRAISE: ['2026-11-06 Praise from Bea: Great'],
    ADVICE: ['2026-11-06 Concern from Bea: Late'],
    FEEDBACK_GIVEN: ['2026-11-06 Suggestion to Bea: Write more'],
    ASSESSMENTS: ['2026-11-07 SQL: level 3 by a colleague, Bea'],
    ARTIFACTS: ['2026-11-08 My CV'],
    STORIES: ['2026-11-23 The outage'],
    INTERVIEWS: ['2026-11-09 Practice of a system design interview, 4 of 5'],
    APPLICATIONS: ['2026-11-11 Engineer at Acme'],
    ENGAGEMENT: ['2026-11-23 Engagement of the week 4 of 5: Good week'],
    ENERGY: ['2026-11-12 Energy 2', '2026-11-12 Energy 3', '2026-11-12 Energy 5'],
  });
  expect(sectionOf(packet, 'ENERGY').summary).toBe(
    '3 entries. Mean energy from 1 to 5: 2026-11 3.33 (n = 3). Nothing in 2026-06 to 2026-10.',
  );
  expect(packet.sections.flatMap(({ lines }) => lines.map(({ node }) => node?.id)).every(Boolean)).toBe(true);
  const bob = await packetOf(await app.person('Bob'));
  expect(bob.sections.every(({ count, lines }) => count === 0 && lines.length === 0)).toBe(true);
});

test('a period that ends before it begins, or of more than two years, is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const refused = async (from: string, to: string) => (await ada.ask(query, { from, to })).errors?.[0]?.extensions;
  const at = (path: string) => ({ code: 'BAD_USER_INPUT', issues: [{ path: [path] }] });
  expect(await refused('2026-11-23', '2026-11-22')).toMatchObject(at('to'));
  expect(await refused('2024-11-23', '2026-11-24')).toMatchObject(at('to'));
  expect(await refused('someday', 'TODAY')).toMatchObject(at('from'));
  expect((await packetOf(ada, '2024-11-23', '2026-11-23')).sections[0]?.months).toHaveLength(25);
  expect((await packetOf(ada, '0001-01-01', '0001-01-01')).startsOn).toBe('0001-01-01');
  expect((await packetOf(ada, '9999-12-31', '9999-12-31')).sections[0]?.months).toHaveLength(1);
});

test('a packet takes as many statements with many records and months as with few', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const add = async (count: number, ago: number) => {
    for (let n = 0; n < count; n++) {
      await ada.mutate('createEnergyEntry', { energy: 3, at: `-P${n * ago}D` });
      await ada.mutate('createLearning', { title: `${n}`, learnedOn: `-P${n * ago}D` });
    }
  };
  const count = (from: string) => app.counting(() => ada.query(`{ reviewPacket(from: "${from}") { text } }`));
  await add(1, 0);
  const few = await count('-P30D');
  await add(20, 30);
  expect(await count('-P24M')).toBe(few);
  expect(few).toBeLessThanOrEqual(34);
});

test('waymark review --packet prints it', async () => {
  const app = await createTestApp();
  const printed = vi.spyOn(console, 'info').mockImplementation(() => {});
  try {
    const days = { packet: true, from: '2026-06-01', to: '2026-11-23' };
    expect(await reviewCommand.run(app.config, days, [])).toBe(0);
    expect(String(printed.mock.calls[0]?.[0])).toMatch(/^# Review from 2026-06-01 to 2026-11-23\n\nNo records/);
    printed.mockClear();
    expect(await reviewCommand.run(app.config, { ...days, format: 'json' }, [])).toBe(0);
    expect(JSON.parse(String(printed.mock.calls[0]?.[0])).sections).toHaveLength(packetKinds.length);
    await expect(reviewCommand.run(app.config, { ...days, week: 'TODAY' }, [])).rejects.toThrow('not --week');
    await expect(reviewCommand.run(app.config, { from: 'TODAY' }, [])).rejects.toThrow('go with --packet');
    await expect(reviewCommand.run(app.config, { ...days, to: '2026-05-01' }, [])).rejects.toThrow('before from');
  } finally {
    printed.mockRestore();
  }
});
