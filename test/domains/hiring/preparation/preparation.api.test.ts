import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { scripted } from '../../../support/scripts.ts';
import { createSkills } from '../../../support/skills.ts';

const day = 86_400_000;

/** A role that requires two skills at level 4, two stories and a CV, with weights of 40, 10, 30 and 20. */
async function staffRole(ada: SignedInPerson) {
  const [design = '', writing = ''] = await createSkills(ada, 'Design', 'Writing');
  const requirements = [
    { kind: 'SKILL', title: 'Designs', weight: 40, skillId: design, level: 4 },
    { kind: 'SKILL', title: 'Writes', weight: 10, skillId: writing, level: 4 },
    { kind: 'STORY', title: 'Tells', weight: 30, skillId: writing, requiredCount: 2 },
    { kind: 'ARTIFACT', title: 'A CV', weight: 20, artifactKind: 'CV', requiredCount: 1 },
  ];
  const { id } = await ada.mutate('createRoleProfile', { title: 'Staff engineer', requirements });
  const assess = (skillId: string, level: number) => ada.mutate('createAssessment', { skillId, level, source: 'SELF' });
  return { id: id as string, design, writing, assess };
}

const series = `query ($id: ID!, $from: Date, $bucket: SeriesBucket) {
  readinessSeries(roleId: $id, from: $from, bucket: $bucket) { asOf score state criteria { fraction } } }`;

test('readiness over time has a point for each period, as it was then, by as many statements as one day', async () => {
  const app = await createTestApp();
  const ada = await scripted(app, await app.person());
  const { id, design, writing, assess } = await staffRole(ada);
  await assess(design, 2);
  app.clock.advance(7 * day);
  await ada.mutate('createStory', { title: 'One', action: 'I', result: 'Done', skillIds: [writing] });
  await assess(writing, 4);
  app.clock.advance(7 * day);
  const { id: cv } = await ada.mutate('createArtifact', { title: 'CV', kind: 'CV' });
  app.clock.advance(7 * day);
  await ada.mutate('trash', { id: cv });
  await assess(design, 1);
  const ask = async (from: string, bucket = 'WEEK') => (await ada.query(series, { id, from, bucket })).readinessSeries;
  const points = await ask('2026-11-15');
  expect(
    points.map(({ asOf, score, state }: { asOf: string; score: number; state: string }) => [asOf, score, state]),
  ).toEqual([
    ['2026-11-15', null, 'NOT_ENOUGH_DATA'],
    ['2026-11-22', null, 'NOT_ENOUGH_DATA'],
    ['2026-11-29', 20, 'OK'],
    ['2026-12-06', 45, 'OK'],
    ['2026-12-13', 65, 'OK'],
    ['2026-12-14', 35, 'OK'],
  ]);
  for (const { asOf, score } of points) {
    const { readiness } = await ada.query('query ($id: ID!, $d: Date) { readiness(roleId: $id, asOf: $d) { score } }', {
      ...{ id, d: asOf },
    });
    expect([asOf, readiness.score]).toEqual([asOf, score]);
  }
  const few = await app.counting(() => ask('2026-12-01'));
  expect(await app.counting(() => ask('2026-11-20', 'DAY'))).toBe(few);
  expect(await ask('2026-11-23', 'DAY')).toHaveLength(22);
  const refused = await ada.ask(series, { id, from: '-P1Y', bucket: 'DAY' });
  expect(refused.errors?.[0]?.message).toContain('must be at most 120 periods before to');
});

const steps =
  'query ($id: ID!) { readiness(roleId: $id) { score nextSteps { requirement { title } action toLevel gain } } }';

const whatIf = `query ($id: ID!, $input: ReadinessWhatIfInput!) { readiness(roleId: $id) { score whatIf(input: $input) {
  gain score criteria { metByCount level } } } }`;

test('the next steps are those of the greatest gain, and each gains what it says', async () => {
  const ada = await (await createTestApp()).person();
  const { id, design, writing, assess } = await staffRole(ada);
  await assess(design, 3);
  const { readiness } = await ada.query(steps, { id });
  expect(readiness.nextSteps).toEqual([
    { requirement: { title: 'A CV' }, action: 'Add an artifact.', toLevel: null, gain: 20 },
    { requirement: { title: 'Tells' }, action: 'Write a story with an action and a result.', toLevel: null, gain: 15 },
    { requirement: { title: 'Designs' }, action: 'Raise the skill to level 4.', toLevel: 4, gain: 10 },
    { requirement: { title: 'Writes' }, action: 'Raise the skill to level 1.', toLevel: 1, gain: 2.5 },
  ]);
  const gains = [
    { artifacts: ['CV'] },
    { stories: [{ skillIds: [writing] }] },
    { skills: [{ skillId: design, level: 4 }] },
    { skills: [{ skillId: writing, level: 1 }] },
  ];
  for (const [index, input] of gains.entries()) {
    const { gain } = (await ada.query(whatIf, { id, input })).readiness.whatIf;
    expect(gain).toBeCloseTo(readiness.nextSteps[index].gain, 9);
  }
  await ada.mutate('trash', { id: writing });
  const left = (await ada.query(steps, { id })).readiness.nextSteps;
  expect(left.map((one: { requirement: { title: string } }) => one.requirement.title)).toEqual(['A CV', 'Designs']);
});

test('what would be is computed and not written, and only of what exists', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person(), await app.person('Bob')];
  const { id, design, writing, assess } = await staffRole(ada);
  await assess(design, 4);
  const everything = {
    ...{
      skills: [
        { skillId: writing, level: 4 },
        { skillId: design, level: 2 },
      ],
      interviews: ['TECHNICAL'],
    },
    ...{ stories: [{ skillIds: [writing, design] }, { skillIds: [design] }, {}], artifacts: ['CV', 'CV', 'OTHER'] },
  };
  const history = '{ changeSets(first: 1) { nodes { id } } }';
  const last = await ada.query(history);
  const { readiness } = await ada.query(whatIf, { id, input: everything });
  expect(readiness).toEqual({
    score: 40,
    // 40 × 2/4 + 10 + 30 × 1/2 + 20
    whatIf: {
      ...{ gain: 25, score: 65 },
      criteria: [
        { metByCount: 1, level: 2 },
        { metByCount: 0, level: 4 },
        { metByCount: 1, level: null },
        { metByCount: 2, level: null },
      ],
    },
  });
  expect(await ada.query(history)).toEqual(last);
  const none = await ada.query(whatIf, { id, input: {} });
  expect(none.readiness.whatIf).toMatchObject({ gain: 0, score: 40 });
  for (const [input, message] of [
    [{ skills: [{ skillId: design, level: 9 }] }, 'input.skills.0.level'],
    [
      {
        skills: [
          { skillId: design, level: 1 },
          { skillId: design, level: 2 },
        ],
      },
      'must not name anything twice',
    ],
    [{ skills: [{ skillId: id, level: 1 }] }, 'input.skills.0.skillId'],
  ] as const) {
    const { data, errors } = await ada.ask(whatIf, { id, input });
    expect([data?.readiness ?? null, errors?.[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toContain(message);
  }
  expect((await bob.query(whatIf, { id, input: {} })).readiness).toBeNull();
  const { id: his } = await bob.mutate('createRoleProfile', { title: 'Lead' });
  const theirs = await bob.ask(whatIf, { id: his, input: { skills: [{ skillId: design, level: 1 }] } });
  const unknown = design.replace(/.{12}$/, '000000000000');
  const nobodys = await bob.ask(whatIf, { id: his, input: { skills: [{ skillId: unknown, level: 1 }] } });
  expect(theirs.errors).toEqual(nobodys.errors);
  expect(theirs.errors).toHaveLength(1);
  expect((await bob.query(series, { id, from: '-P1W' })).readinessSeries).toBeNull();
});

const coverage = `query ($id: ID!) { roleProfile(id: $id) { storyCoverage { requirement { title } storyCount draftCount neededCount
  isCovered stories { ... on Story { title } } } } }`;

test('stories cover what is about a skill that they show', async () => {
  const ada = await (await createTestApp()).person();
  const { id, design, writing } = await staffRole(ada);
  const whole = { action: 'I did', result: 'It worked' };
  await ada.mutate('createStory', { title: 'Second', ...whole, skillIds: [writing] });
  await ada.mutate('createStory', { title: 'First', ...whole, skillIds: [writing, design] });
  await ada.mutate('createStory', { title: 'Draft', action: 'I did', skillIds: [writing] });
  const { id: gone } = await ada.mutate('createStory', { title: 'Gone', ...whole, skillIds: [design] });
  await ada.mutate('trash', { id: gone });
  const both = [{ title: 'First' }, { title: 'Second' }];
  expect((await ada.query(coverage, { id })).roleProfile.storyCoverage).toEqual([
    {
      ...{ requirement: { title: 'Designs' }, storyCount: 1, draftCount: 0, neededCount: 1, isCovered: true },
      stories: [{ title: 'First' }],
    },
    { requirement: { title: 'Writes' }, storyCount: 2, draftCount: 1, neededCount: 1, isCovered: true, stories: both },
    { requirement: { title: 'Tells' }, storyCount: 2, draftCount: 1, neededCount: 2, isCovered: true, stories: both },
  ]);
});
