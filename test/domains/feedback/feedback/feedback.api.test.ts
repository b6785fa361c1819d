import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { createSkills } from '../../../support/skills.ts';

const all = `id direction kind body context occurredOn acknowledgedAt version person { name } meeting { title } task { title }
  skills { name } goals { title } labels { name }`;
const told = { direction: 'RECEIVED', kind: 'SUGGESTION', body: 'Say it earlier.' };

async function mara(ada: SignedInPerson): Promise<string> {
  return (await ada.mutate('createPerson', { name: 'Mara' })).id;
}

test('feedback has a direction, a kind, a text and what it is about, and is listed below that', async () => {
  const ada = await (await createTestApp()).person();
  const personId = await mara(ada);
  const [skillId = ''] = await createSkills(ada, 'Writing');
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
      person(id: $p) { feedbackEntries { totalCount } } skill(id: $s) { feedbackEntries { nodes { body } } }
      goal(id: $g) { feedbackEntries { totalCount } } meeting(id: $m) { feedbackEntries { totalCount } } }`,
    { p: personId, s: skillId, g: goalId, m: meetingId },
  );
  expect([person, goal, meeting].map(({ feedbackEntries: { totalCount } }) => totalCount)).toEqual([1, 1, 1]);
  expect(skill.feedbackEntries.nodes).toEqual([{ body: 'Say it earlier.' }]);
  const changed = await ada.mutate('updateFeedback', { id: feedback.id, skillIds: [], taskId: null }, all);
  expect(changed).toMatchObject({ skills: [], task: null, goals: [{ title: 'Lead' }], version: 2 });
});

test('only received feedback can be acknowledged, and only once', async () => {
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

test('feedback names a person unless it is to yourself, also after a change', async () => {
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
])('createFeedback refuses %j and creates nothing', async (input, field, message) => {
  const ada = await (await createTestApp()).person();
  const { issues } = await ada.mutate('createFeedback', { ...told, direction: 'SELF', ...input });
  expect(issues[0]).toEqual({ path: ['input', field], message });
  expect((await ada.query('{ feedbackEntries { totalCount } }')).feedbackEntries.totalCount).toBe(0);
});

test('feedback is listed by day, filtered, looked up, trashed and restored', async () => {
  const ada = await (await createTestApp()).person();
  const personId = await mara(ada);
  await ada.mutate('createFeedback', { ...told, personId, body: 'Older', occurredOn: '2026-11-01' });
  const { id } = await ada.mutate('createFeedback', { direction: 'SELF', kind: 'PRAISE', body: 'Newer' });
  const bodies = async (args: string) =>
    (await ada.query(`{ feedbackEntries${args} { nodes { body } } }`)).feedbackEntries.nodes.map(
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
  const get = 'query ($id: ID!) { feedbackEntry(id: $id) { body } }';
  expect(await ada.query(get, { id })).toEqual({ feedbackEntry: { body: 'Newer' } });
});

test('feedback is filtered by its person, meeting and task, also by not having one', async () => {
  const ada = await (await createTestApp()).person();
  const personId = await mara(ada);
  const { id: meetingId } = await ada.mutate('createMeeting', { title: 'Review', startsOn: 'TODAY' });
  const { id: taskId } = await ada.mutate('createTask', { title: 'Follow up' });
  await ada.mutate('createFeedback', { ...told, body: 'Related', personId, meetingId, taskId });
  await ada.mutate('createFeedback', { direction: 'SELF', kind: 'PRAISE', body: 'Alone' });
  const bodies = async (filter: string) => {
    const { feedbackEntries } = await ada.query(`{ feedbackEntries(filter: { ${filter} }) { nodes { body } } }`);
    return feedbackEntries.nodes.map(({ body }: { body: string }) => body);
  };
  for (const [relation, id, condition] of [
    ['person', personId, 'name: { eq: "mara" }'],
    ['meeting', meetingId, 'title: { eq: "review" }'],
    ['task', taskId, 'title: { contains: "follow" }'],
  ]) {
    expect([relation, await bodies(`${relation}: { ${condition} }`)]).toEqual([relation, ['Related']]);
    expect([relation, await bodies(`not: { ${relation}: { ${condition} } }`)]).toEqual([relation, ['Alone']]);
    expect([relation, await bodies(`${relation}Id: { isNull: true }`)]).toEqual([relation, ['Alone']]);
    await ada.mutate('trash', { id });
    expect([relation, await bodies(`${relation}: { ${condition} }`)]).toEqual([relation, []]);
  }
});
