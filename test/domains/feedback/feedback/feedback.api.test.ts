import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const all = `id direction kind body context occurredOn acknowledgedAt version person { name } meeting { title } task { title }
  skills { name } goals { title } labels { name }`;
const told = { direction: 'RECEIVED', kind: 'SUGGESTION', body: 'Say it earlier.' };

async function mara(ada: SignedInPerson): Promise<string> {
  return (await ada.mutate('createPerson', { name: 'Mara' })).id;
}

test('feedback has a side, a kind, words, and all that it is about', async () => {
  const ada = await (await createTestApp()).person();
  const personId = await mara(ada);
  const { id: frameworkId } = await ada.mutate('createFramework', { name: 'Ladder' });
  const { id: categoryId } = await ada.mutate('createSkillCategory', { frameworkId, name: 'Craft' });
  const { id: skillId } = await ada.mutate('createSkill', { categoryId, name: 'Writing' });
  const { id: goalId } = await ada.mutate('createGoal', { title: 'Lead', kind: 'OBJECTIVE' });
  const { id: meetingId } = await ada.mutate('createMeeting', { title: 'Review', startsOn: 'TODAY' });
  const { id: taskId } = await ada.mutate('createTask', { title: 'Follow up' });
  const more = { context: 'The design', occurredOn: '-P1D', personId, meetingId, taskId };
  const feedback = await ada.mutate(
    'createFeedback',
    { ...told, ...more, skillIds: [skillId], goalIds: [goalId] },
    all,
  );
  expect(feedback).toMatchObject({
    ...told,
    context: 'The design',
    occurredOn: '2026-11-22',
    acknowledgedAt: null,
    person: { name: 'Mara' },
    meeting: { title: 'Review' },
    task: { title: 'Follow up' },
    skills: [{ name: 'Writing' }],
    goals: [{ title: 'Lead' }],
    labels: [],
  });
  const { person, skill, goal, meeting } = await ada.query(
    `query ($p: ID!, $s: ID!, $g: ID!, $m: ID!) {
      person(id: $p) { feedback { totalCount } } skill(id: $s) { feedback { nodes { body } } }
      goal(id: $g) { feedback { totalCount } } meeting(id: $m) { feedback { totalCount } } }`,
    { p: personId, s: skillId, g: goalId, m: meetingId },
  );
  expect([person, goal, meeting].map(({ feedback: { totalCount } }) => totalCount)).toEqual([1, 1, 1]);
  expect(skill.feedback.nodes).toEqual([{ body: 'Say it earlier.' }]);
  const changed = await ada.mutate('updateFeedback', { id: feedback.id, skillIds: [], taskId: null }, all);
  expect(changed).toMatchObject({ skills: [], task: null, goals: [{ title: 'Lead' }], version: 2 });
});

test('what was received is taken note of once, and nothing else is', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const personId = await mara(ada);
  const { id } = await ada.mutate('createFeedback', { ...told, personId });
  const noted = await ada.mutate('acknowledgeFeedback', { id }, all);
  expect(noted.acknowledgedAt).toBe('2026-11-23T09:00:00.000Z');
  app.clock.advance(60_000);
  expect(await ada.mutate('acknowledgeFeedback', { id }, all)).toEqual(noted);
  expect((await ada.mutate('unacknowledgeFeedback', { id }, all)).acknowledgedAt).toBeNull();
  await ada.mutate('acknowledgeFeedback', { id });
  expect(await ada.mutate('updateFeedback', { id, direction: 'GIVEN' }, all)).toMatchObject({ acknowledgedAt: null });
  expect((await ada.mutate('acknowledgeFeedback', { id })).issues).toEqual([
    { path: ['input', 'id'], message: 'must be feedback that you received' },
  ]);
});

test('what one says to oneself names nobody, and all else names somebody, after a change too', async () => {
  const ada = await (await createTestApp()).person();
  const personId = await mara(ada);
  const errorResponse = (message: string) => [{ path: ['input', 'personId'], message }];
  expect((await ada.mutate('createFeedback', told)).issues).toEqual(errorResponse('must be given'));
  const self = { ...told, direction: 'SELF' };
  const notToSelf = errorResponse('must not be given for feedback to yourself');
  expect((await ada.mutate('createFeedback', { ...self, personId })).issues).toEqual(notToSelf);
  const { id } = await ada.mutate('createFeedback', self);
  expect((await ada.mutate('updateFeedback', { id, direction: 'GIVEN' })).issues).toEqual(
    errorResponse('must be given'),
  );
  expect((await ada.mutate('updateFeedback', { id, direction: 'GIVEN', personId })).__typename).toBe('Feedback');
  expect((await ada.mutate('updateFeedback', { id, direction: 'SELF' })).issues).toEqual(notToSelf);
});

test.each([
  [{ body: ' \n ' }, 'body', 'must not be empty'],
  [{ body: 'x'.repeat(20_001) }, 'body', 'must have at most 20000 characters'],
  [{ occurredOn: 'P1D' }, 'occurredOn', 'must not be in the future'],
  [{ context: 'a\nb' }, 'context', 'must be a single line'],
])('%j is refused, and nothing is noted', async (input, field, message) => {
  const ada = await (await createTestApp()).person();
  const { issues } = await ada.mutate('createFeedback', { ...told, direction: 'SELF', ...input });
  expect(issues[0]).toEqual({ path: ['input', field], message });
  expect((await ada.query('{ allFeedback { totalCount } }')).allFeedback.totalCount).toBe(0);
});

test('feedback is listed by day, filtered, trashed and restored', async () => {
  const ada = await (await createTestApp()).person();
  const personId = await mara(ada);
  await ada.mutate('createFeedback', { ...told, personId, body: 'Older', occurredOn: '2026-11-01' });
  const { id } = await ada.mutate('createFeedback', { direction: 'SELF', kind: 'PRAISE', body: 'Newer' });
  const bodies = async (args: string) =>
    (await ada.query(`{ allFeedback${args} { nodes { body } } }`)).allFeedback.nodes.map(
      ({ body }: { body: string }) => body,
    );
  expect(await bodies('')).toEqual(['Newer', 'Older']);
  expect(await bodies('(filter: { direction: { eq: RECEIVED }, acknowledgedAt: { isNull: true } })')).toEqual([
    'Older',
  ]);
  expect(await bodies(`(filter: { personId: { eq: "${personId}" } })`)).toEqual(['Older']);
  expect(await bodies('(filter: { body: { contains: "NEW" } })')).toEqual(['Newer']);
  await ada.mutate('trash', { id });
  expect([await bodies(''), await bodies('(trashed: true)')]).toEqual([['Older'], ['Newer']]);
  expect((await ada.mutate('restore', { id }, 'trashedAt')).trashedAt).toBeNull();
});
