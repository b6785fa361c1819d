import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { scripted } from '../../../support/scripts.ts';
import { createSkills } from '../../../support/skills.ts';

const day = 86_400_000;
const claim = `claim { level source staleness latestEvidenceOn evidenceCount evidence { kind date node {
    ... on Task { title } ... on Learning { title } ... on Feedback { body } ... on Goal { title } } }
  assessed { level spread assessmentCount } disagreements { source difference level { level latestOn } } }`;
const claimOf = async (ada: SignedInPerson, id: string) =>
  (await ada.query(`query ($id: ID!) { skill(id: $id) { ${claim} } }`, { id })).skill.claim;

test('a claim shows its evidence with its days: links, done tasks, learnings and received feedback, each node once', async () => {
  const ada = await (await createTestApp()).person();
  const [skillId = '', other = ''] = await createSkills(ada, 'Writing', 'Other');
  expect(await claimOf(ada, skillId)).toBeNull();
  await ada.mutate('createAssessment', { skillId, level: 2, source: 'SELF' });
  expect(await claimOf(ada, skillId)).toMatchObject({ level: 2, source: 'SELF', staleness: 'STALE', evidenceCount: 0 });
  const { id: personId } = await ada.mutate('createPerson', { name: 'Mara' });
  const about = { skillIds: [skillId] };
  const { id: learning } = await ada.mutate('createLearning', { title: 'Read', learnedOn: '2026-11-01', ...about });
  const { id: task } = await ada.mutate('createTask', { title: 'Wrote', ...about });
  await ada.mutate('createTask', { title: 'Open', ...about });
  await ada.mutate('completeTask', { id: task, completedAt: '2026-11-10T12:00:00Z' });
  const told = { kind: 'PRAISE', body: 'Well put', occurredOn: '2026-11-05', ...about };
  await ada.mutate('createFeedback', { ...told, direction: 'RECEIVED', personId });
  await ada.mutate('createFeedback', { ...told, direction: 'GIVEN', personId });
  const { id: goal } = await ada.mutate('createGoal', { title: 'A book', kind: 'PROJECT' });
  const { id: gone } = await ada.mutate('createGoal', { title: 'Gone', kind: 'PROJECT' });
  for (const fromId of [goal, gone, learning])
    await ada.mutate('createLink', { kind: 'EVIDENCE', fromId, toId: skillId });
  await ada.mutate('createLink', { kind: 'EVIDENCE', fromId: goal, toId: other });
  await ada.mutate('trash', { id: gone });
  const { evidence, ...rest } = await claimOf(ada, skillId);
  expect(rest).toMatchObject({ staleness: 'FRESH', latestEvidenceOn: '2026-11-23', evidenceCount: 4 });
  expect(evidence.slice(0, 2)).toEqual(
    expect.arrayContaining([
      { kind: 'LINK', date: '2026-11-23', node: { title: 'A book' } },
      { kind: 'LINK', date: '2026-11-23', node: { title: 'Read' } },
    ]),
  );
  expect(evidence.slice(2)).toEqual([
    { kind: 'TASK', date: '2026-11-10', node: { title: 'Wrote' } },
    { kind: 'FEEDBACK', date: '2026-11-05', node: { body: 'Well put' } },
  ]);
});

test('a claim is stale once its latest evidence is 180 days old', async () => {
  const ada = await (await createTestApp()).person();
  const skills = await createSkills(ada, 'Old', 'Recent');
  const [old = '', recent = ''] = skills;
  for (const skillId of skills) await ada.mutate('createAssessment', { skillId, level: 3, source: 'SELF' });
  await ada.mutate('createLearning', { title: 'Then', learnedOn: '-P180D', skillIds: [old] });
  await ada.mutate('createLearning', { title: 'Then', learnedOn: '-P179D', skillIds: [recent] });
  expect([await claimOf(ada, old), await claimOf(ada, recent)]).toMatchObject([
    { staleness: 'STALE', latestEvidenceOn: '2026-05-27' },
    { staleness: 'FRESH', latestEvidenceOn: '2026-05-28' },
  ]);
});

test('who sees a skill otherwise since disagrees, and a mean has its spread', async () => {
  const ada = await (await createTestApp()).person();
  const [skillId = ''] = await createSkills(ada, 'Writing');
  const people = await Promise.all(
    ['Mara', 'Ben', 'Aiko'].map(async (name) => (await ada.mutate('createPerson', { name })).id as string),
  );
  const assess = (source: string, level: number, assessedOn: string, personId?: string) =>
    ada.mutate('createAssessment', { skillId, source, level, assessedOn, ...(personId && { personId }) });
  await assess('MANAGER', 2, '2026-03-01', people[0]);
  await assess('SELF', 4, '2026-02-01');
  await assess('PEER', 2, '2026-06-01', people[1]);
  expect((await claimOf(ada, skillId)).disagreements).toEqual([]);
  await assess('SELF', 3, '2026-07-01');
  await assess('PEER', 5, '2026-08-01', people[2]);
  expect(await claimOf(ada, skillId)).toMatchObject({
    ...{ level: 2, source: 'MANAGER', assessed: { level: 2, spread: 0, assessmentCount: 1 } },
    disagreements: [
      { source: 'PEER', difference: 1.5, level: { level: 3.5, latestOn: '2026-08-01' } },
      { source: 'SELF', difference: 1, level: { level: 3, latestOn: '2026-07-01' } },
    ],
  });
  const { skillMatrix } = await ada.query('{ skillMatrix { categories { skills { peer { level spread } } } } }');
  expect(skillMatrix.categories[0].skills[0].peer).toEqual({ level: 3.5, spread: 3 });
  await assess('MANAGER', 4, '2026-09-01', people[0]);
  expect((await claimOf(ada, skillId)).disagreements).toEqual([]);
});

const gaps = `query ($id: ID!) { skillGaps(roleId: $id) { requirement { weight skill { name } } requiredLevel gap
  claim { level staleness } } }`;

test('the gaps of a role are those of its skills, the unknown and the largest first', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const [near = '', far = '', never = '', gone = ''] = await createSkills(ada, 'Near', 'Far', 'Never', 'Gone');
  const need = (skillId: string) => ({ kind: 'SKILL', title: 'Needed', weight: 10, skillId, level: 4 });
  const story = { kind: 'STORY', title: 'Told', weight: 10, skillId: near, requiredCount: 1 };
  const { id } = await ada.mutate('createRoleProfile', {
    ...{ title: 'Lead', requirements: [need(near), need(far), need(never), need(gone), story] },
  });
  await ada.mutate('createAssessment', { skillId: near, level: 5, source: 'SELF' });
  await ada.mutate('createAssessment', { skillId: far, level: 1, source: 'SELF' });
  await ada.mutate('trash', { id: gone });
  const rest = { requiredLevel: 4 };
  const of = (name: string) => ({ weight: 10, skill: { name } });
  expect((await ada.query(gaps, { id })).skillGaps).toEqual([
    { requirement: of('Never'), ...rest, gap: null, claim: null },
    { requirement: of('Far'), ...rest, gap: 3, claim: { level: 1, staleness: 'STALE' } },
    { requirement: of('Near'), ...rest, gap: 0, claim: { level: 5, staleness: 'STALE' } },
  ]);
  expect((await bob.query(gaps, { id })).skillGaps).toBeNull();
});

const history = `query ($id: ID!, $from: Date, $bucket: SeriesBucket) {
  skillHistory(skillId: $id, from: $from, bucket: $bucket) { asOf level n self { level } manager { level } historySince } }`;

test('the history of a skill is what it was on each day, by as many statements as one day', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const [skillId = ''] = await createSkills(ada, 'Writing');
  await ada.mutate('createAssessment', { skillId, level: 1, source: 'SELF' });
  app.clock.advance(7 * day);
  await ada.mutate('createAssessment', { skillId, level: 3, source: 'MANAGER' });
  // Dated back, it was not known before.
  await ada.mutate('createAssessment', { skillId, level: 2, source: 'SELF', assessedOn: '2026-11-24' });
  const ask = async (from: string, bucket: string) =>
    (await ada.query(history, { id: skillId, from, bucket })).skillHistory;
  const shape = ({ asOf, level, n }: { asOf: string; level: number; n: number }) => [asOf, level, n];
  const points = await ask('2026-11-20', 'WEEK');
  expect(points.map(shape)).toEqual([
    ['2026-11-22', null, 0],
    ['2026-11-29', 1, 1],
    ['2026-11-30', 3, 1],
  ]);
  expect(points[2]).toMatchObject({ self: { level: 2 }, manager: { level: 3 }, historySince: null });
  const few = await app.counting(() => ask('2026-11-29', 'DAY'));
  expect(await app.counting(() => ask('2026-10-01', 'DAY'))).toBe(few);
  const bob = await app.person('Bob');
  expect((await bob.query(history, { id: skillId })).skillHistory).toBeNull();
});
