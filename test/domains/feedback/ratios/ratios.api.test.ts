import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { createSkills } from '../../../support/skills.ts';
import { staying } from '../../../support/staying.ts';

const ratio = `count praiseCount suggestionCount concernCount praise { value n state } suggestions { value } concerns { value }
  praisePerOther daysToAction { medianDays n endedCount state missing }
  suggestionsWithoutFollowUpCount suggestionsWithoutFollowUp { ... on Feedback { body } }`;
const query = (
  groupBy: string,
  args = '',
) => `{ feedbackRatios(groupBy: ${groupBy}${args}) { startsOn endsOn leftOutCount
  total { ${ratio} }
  groups { quarter node { ... on Person { name } ... on Skill { name } } ratio { ${ratio} } } } }`;

async function scene() {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  const [mara, ben] = await Promise.all(
    ['Mara', 'Ben'].map(async (name) => (await ada.mutate('createPerson', { name })).id as string),
  );
  const [writing = '', testing = ''] = await createSkills(ada, 'Writing', 'Testing');
  const tell = async (kind: string, occurredOn: string, more: object = {}, task?: { status?: string; on?: string }) => {
    const taskId = task && (await ada.mutate('createTask', { title: 'Follow up' })).id;
    const input = { direction: 'RECEIVED', kind, body: `${kind} ${occurredOn}`, occurredOn, personId: mara, ...more };
    await ada.mutate('createFeedback', { ...input, ...(taskId && { taskId }) });
    if (task?.on) await ada.mutate('completeTask', { id: taskId, completedAt: `${task.on}T12:00:00Z` });
    if (task?.status === 'CANCELLED') await ada.mutate('cancelTask', { id: taskId });
  };
  return { app, ada, mara, ben, writing, testing, tell };
}

test('ratios count kinds by person, skill and quarter, the days until action, and suggestions that nothing followed', async () => {
  const { ada, ben, writing, testing, tell } = await scene();
  await tell('PRAISE', '2026-06-30', { skillIds: [writing] });
  await tell('SUGGESTION', '2026-07-01', { skillIds: [writing, testing] }, { on: '2026-07-03' });
  await tell('SUGGESTION', '2026-08-01', {}, { on: '2026-08-11' });
  await tell('CONCERN', '2026-09-01', { personId: ben }, { on: '2026-09-08' });
  await tell('SUGGESTION', '2026-11-19', {}, {});
  await tell('PRAISE', '2026-11-20', {}, { on: '2026-11-20' });
  await tell('SUGGESTION', '2026-11-10', {}, { status: 'CANCELLED' });
  await tell('SUGGESTION', '2026-11-09');
  await tell('PRAISE', '2026-11-21', { direction: 'GIVEN' });
  await tell('PRAISE', '2025-11-01');
  const { feedbackRatios: byPerson } = await ada.query(query('PERSON'));
  expect(byPerson).toMatchObject({ startsOn: '2025-11-23', endsOn: '2026-11-23', leftOutCount: 0 });
  expect(byPerson.total).toEqual({
    ...{ count: 8, praiseCount: 2, suggestionCount: 5, concernCount: 1, praisePerOther: 2 / 6 },
    ...{ praise: { value: 0.25, n: 8, state: 'OK' }, suggestions: { value: 0.625 }, concerns: { value: 0.125 } },
    // Done after 0, 2, 7 and 10 days; one waits for 4.
    daysToAction: { medianDays: 7, n: 5, endedCount: 4, state: 'OK', missing: null },
    suggestionsWithoutFollowUpCount: 2,
    suggestionsWithoutFollowUp: [{ body: 'SUGGESTION 2026-11-09' }, { body: 'SUGGESTION 2026-11-10' }],
  });
  const shape = ({
    quarter,
    node,
    ratio: { count },
  }: {
    quarter: string;
    node: { name: string };
    ratio: { count: number };
  }) => [quarter ?? node?.name ?? null, count];
  expect(byPerson.groups.map(shape)).toEqual([
    ['Mara', 7],
    ['Ben', 1],
  ]);
  expect(byPerson.groups[1].ratio).toMatchObject({
    praise: { value: null, state: 'NOT_ENOUGH_DATA' },
    praisePerOther: null,
    daysToAction: { medianDays: null, missing: 'A median takes 5 follow-up tasks or more. There is 1.' },
  });
  expect((await ada.query(query('SKILL'))).feedbackRatios.groups.map(shape)).toEqual([
    [null, 6],
    ['Writing', 2],
    ['Testing', 1],
  ]);
  const quarters = (await ada.query(query('QUARTER'))).feedbackRatios.groups.map(shape);
  expect(quarters).toEqual([
    ['2026-Q2', 1],
    ['2026-Q3', 3],
    ['2026-Q4', 4],
  ]);
  const given = await ada.query(query('PERSON', ', direction: GIVEN, from: "2026-01-01"'));
  expect(given.feedbackRatios.groups.map(shape)).toEqual([['Mara', 1]]);
});

test('ratios are of one person alone, and of at most 1,830 days', async () => {
  const { app, ada, tell } = await scene();
  await tell('PRAISE', '2026-11-20');
  const bob = await app.person('Bob');
  expect((await bob.query(query('PERSON'))).feedbackRatios).toMatchObject({ groups: [], total: { count: 0 } });
  const { errors } = await ada.ask(query('PERSON', ', from: "2010-01-01"'));
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});
