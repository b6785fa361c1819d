import { expect, test } from 'vitest';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { forget } from '../../../support/history.ts';
import { scripted } from '../../../support/scripts.ts';
import { leaveToCI } from '../../../support/services.ts';
import { createSkills } from '../../../support/skills.ts';

const query = `query ($id: ID!, $asOf: Date) { readiness(roleId: $id, asOf: $asOf) { score totalWeight asOf role { title requirements { title } }
  criteria { requirement { title } weight share fraction state metByCount missing metBy { __typename
    ... on Assessment { level skill { name } } ... on Artifact { title } ... on Story { title } } } } }`;

async function role(ada: SignedInPerson): Promise<{ id: string; skillId: string }> {
  const [skillId = ''] = await createSkills(ada, 'Writing');
  const { id } = await ada.mutate('createRoleProfile', {
    title: 'Staff engineer',
    requirements: [
      { kind: 'SKILL', title: 'Writes well', weight: 50, skillId, level: 4 },
      { kind: 'ARTIFACT', title: 'A CV', weight: 20, artifactKind: 'CV', requiredCount: 1 },
      { kind: 'STORY', title: 'Two stories', weight: 20, skillId, requiredCount: 2 },
      { kind: 'INTERVIEW', title: 'Practice', weight: 10, interviewKind: 'TECHNICAL', requiredCount: 2 },
    ],
  });
  return { id, skillId };
}

test('a score shows each requirement with its weight, what meets it and what is missing', async () => {
  const ada = await (await createTestApp()).person();
  const { id, skillId } = await role(ada);
  expect((await ada.query(query, { id })).readiness.score).toBe(0);
  await ada.mutate('createAssessment', { skillId, level: 2, source: 'SELF' });
  await ada.mutate('createArtifact', { title: 'My CV', kind: 'CV' });
  await ada.mutate('createArtifact', { title: 'Old', kind: 'CV', expiresOn: '-P1D' });
  await ada.mutate('createStory', { title: 'Half', situation: 'Once', skillIds: [skillId] });
  await ada.mutate('createStory', { title: 'Whole', action: 'Did', result: 'Worked', skillIds: [skillId] });
  await ada.mutate('createPracticeInterview', { kind: 'TECHNICAL', score: 3 });
  await ada.mutate('createPracticeInterview', { kind: 'TECHNICAL', score: 5 });
  const { readiness } = await ada.query(query, { id });
  // 50 × 2/4 + 20 × 1 + 20 × 1/2 + 10 × 1/2
  expect(readiness).toMatchObject({
    score: 60,
    totalWeight: 100,
    asOf: '2026-11-23',
    role: { title: 'Staff engineer' },
  });
  expect(readiness.criteria).toMatchObject([
    {
      requirement: { title: 'Writes well' },
      weight: 50,
      share: 0.5,
      fraction: 0.5,
      state: 'PARTLY',
      missing: 'Level 4 is required. The skill is at level 2.',
      metBy: [{ __typename: 'Assessment', level: 2, skill: { name: 'Writing' } }],
    },
    { state: 'MET', missing: null, metBy: [{ title: 'My CV' }] },
    {
      state: 'PARTLY',
      metByCount: 1,
      missing: 'Has 1 of 2 stories with an action and a result.',
      metBy: [{ title: 'Whole' }],
    },
    { fraction: 0.5, missing: 'Has 1 of 2 practice interviews with a score of 4 or 5.' },
  ]);
});

test('readiness on a past day counts what existed at its end, and a skill in the trash meets nothing', async () => {
  const ada = await (await createTestApp()).person();
  const { id, skillId } = await role(ada);
  await ada.mutate('createAssessment', { skillId, level: 4, source: 'SELF', assessedOn: '2026-10-01' });
  const score = async (asOf?: string) => (await ada.query(query, { id, asOf })).readiness.score;
  expect([await score('2026-09-30'), await score('2026-10-01'), await score()]).toEqual([null, null, 50]);
  await ada.mutate('trash', { id: skillId });
  const { readiness } = await ada.query(query, { id });
  expect([readiness.score, readiness.criteria[0].missing]).toEqual([
    0,
    'The required skill is in the trash or has been deleted.',
  ]);
});

test('there is no score for a role without requirements, nor on a day before the role was there', async () => {
  const ada = await (await createTestApp()).person();
  const ask = async (id: string, asOf = 'TODAY') =>
    (
      await ada.query(
        'query ($id: ID!, $asOf: Date) { readiness(roleId: $id, asOf: $asOf) { score n state missing criteria { state } } }',
        { id, asOf },
      )
    ).readiness;
  const { id: empty } = await ada.mutate('createRoleProfile', { title: 'Empty' });
  const unknown = { score: null, n: 0, state: 'NOT_ENOUGH_DATA', criteria: [] };
  expect(await ask(empty)).toEqual({ ...unknown, missing: 'The role has no requirement with a weight above 0.' });
  const { id } = await role(ada);
  expect(await ask(id)).toMatchObject({ score: 0, n: 4, state: 'OK', missing: null });
  expect(await ask(id, '-P1D')).toEqual({ ...unknown, missing: 'The role was not there on 2026-11-22.' });
});

test('there is no readiness for the role of another account', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await role(ada);
  expect((await bob.query(query, { id })).readiness).toBeNull();
});

test('readiness takes the same number of statements for thousands of records as for a few', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const ada = await app.person();
  const { id, skillId } = await role(ada);
  const ctx = await contextOf(app, ada);
  const add = (count: number) =>
    transaction(ctx, 'test', async (tx) => {
      const rows = Array.from({ length: count }, (_, i) => i);
      await tx.write.artifact.createMany(rows.map((i) => ({ title: `A${i}`, kind: 'CV' as const })));
      await tx.write.story.createMany(rows.map((i) => ({ title: `S${i}`, action: 'Did', result: 'Worked' })));
      await tx.write.assessment.createMany(
        rows.map((i) => ({
          skillId: skillId.slice('Skill:'.length),
          level: i % 5,
          source: 'SELF' as const,
          assessedOn: '2026-11-01',
        })),
      );
    });
  await add(10);
  await ada.query(query, { id });
  const few = await app.counting(() => ada.query(query, { id }));
  await add(2_000);
  expect(await app.counting(() => ada.query(query, { id }))).toBe(few);
});

test('the readiness for all roles of a list takes the statements of one role', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { skillId } = await role(ada);
  await ada.mutate('createAssessment', { skillId, level: 2, source: 'SELF' });
  await ada.mutate('createArtifact', { title: 'My CV', kind: 'CV', madeOn: '2026-11-01' });
  const list = `{ roleProfiles { nodes { title readiness(asOf: "TODAY") { score asOf role { title } criteria { state metBy { id } } }
    before: readiness(asOf: "2026-10-31") { score } } } }`;
  const { nodes } = (await ada.query(list)).roleProfiles;
  expect(nodes).toMatchObject([
    {
      title: 'Staff engineer',
      readiness: { score: 45, asOf: '2026-11-23', role: { title: 'Staff engineer' } },
      before: { score: null },
    },
  ]);
  expect(nodes[0].readiness.criteria.map(({ state }: { state: string }) => state)).toEqual([
    'PARTLY',
    'MET',
    'UNMET',
    'UNMET',
  ]);
  const one = await app.counting(() => ada.query(list));
  const required = { kind: 'ARTIFACT', title: 'A CV', weight: 1, artifactKind: 'CV', requiredCount: 1 };
  await ada.mutate('createRoleProfile', { title: 'Architect', requirements: [required] });
  await ada.mutate('createRoleProfile', { title: 'Nothing required' });
  expect(await app.counting(() => ada.query(list))).toBe(one);
  const scores = (await ada.query(list)).roleProfiles.nodes.map(
    (row: { readiness: { score: number } }) => row.readiness.score,
  );
  expect(scores).toEqual([100, null, 45]);
});

test('a past day has the requirements of that day, as far as the history is kept', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const artifact = (weight: number) => ({
    kind: 'ARTIFACT',
    title: 'A CV',
    weight,
    artifactKind: 'CV',
    requiredCount: 1,
  });
  const { id } = await ada.mutate('createRoleProfile', { title: 'Architect', requirements: [artifact(1)] });
  await ada.mutate('createArtifact', { title: 'My CV', kind: 'CV', madeOn: '2026-01-01' });
  const ask = async (asOf: string) => {
    const { readiness } = await ada.query(query, { id, asOf });
    const { criteria, score } = readiness;
    return [score, criteria.map(({ requirement: { title } }: { requirement: { title: string } }) => title).join()];
  };
  app.clock.advance(10 * 86_400_000);
  const story = { kind: 'STORY', title: 'A story', weight: 3, requiredCount: 1 };
  await ada.mutate('updateRoleProfile', { id, requirements: [artifact(1), story] });
  expect([await ask('-P1D'), await ask('2026-11-23'), await ask('TODAY')]).toEqual([
    [100, 'A CV'],
    [100, 'A CV'],
    [25, 'A CV,A story'],
  ]);
  app.clock.advance(10 * 86_400_000);
  await ada.mutate('updateRoleProfile', { id, requirements: [{ ...story, weight: 1 }] });
  expect([await ask('-P1D'), await ask('2026-11-23'), await ask('TODAY')]).toEqual([
    [25, 'A CV,A story'],
    [100, 'A CV'],
    [0, 'A story'],
  ]);
  await forget(app, ada);
  const { readiness } = await ada.query(
    'query ($id: ID!) { readiness(roleId: $id, asOf: "-P1D") { score state missing historySince } }',
    { id },
  );
  expect(readiness).toEqual({
    score: null,
    state: 'NOT_ENOUGH_DATA',
    missing: 'What the role required is not known: the history begins on 2026-12-13.',
    historySince: '2026-12-13',
  });
});

test('a requirement of a past day that has been deleted since still has its role, and its skill until that is deleted, too', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const { id, skillId } = await role(ada);
  const skills = async () => {
    const { readiness } = await ada.query(
      `query ($id: ID!) { readiness(roleId: $id, asOf: "2026-11-23") { criteria { requirement {
        title skill { name category { name } } roleProfile { title requirements { title skill { name } } }
      } } } }`,
      { id },
    );
    return readiness.criteria[0].requirement;
  };
  app.clock.advance(86_400_000);
  const kept = { kind: 'ARTIFACT', title: 'A CV', weight: 1, artifactKind: 'CV', requiredCount: 1 };
  await ada.mutate('updateRoleProfile', { id, requirements: [kept] });
  const roleProfile = { title: 'Staff engineer', requirements: [{ title: 'A CV', skill: null }] };
  const skill = { name: 'Writing', category: { name: 'Craft' } };
  expect(await skills()).toEqual({ title: 'Writes well', skill, roleProfile });
  await ada.mutate('trash', { id: skillId });
  await ada.mutate('deletePermanently', { id: skillId }, '__typename');
  expect(await skills()).toEqual({ title: 'Writes well', skill: null, roleProfile });
});
