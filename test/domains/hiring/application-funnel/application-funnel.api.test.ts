import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';

const query = `query ($filter: JobApplicationFilter) { jobApplicationFunnel(filter: $filter) { applicationCount stages {
  stage reachedCount conversion { value n state } stays { medianDays n endedCount state missing }
} } }`;

test('a funnel tells how many reached each stage, and how long they stayed there', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const apply = async (days: number, ...then: [string, string][]) => {
    const input = { title: 'Engineer', company: `Company ${days}`, stage: 'APPLIED', enteredAt: `-P${days}D` };
    const { id } = await ada.mutate('createJobApplication', input);
    for (const [stage, enteredAt] of then) await ada.mutate('moveJobApplication', { id, stage, enteredAt });
    return id;
  };
  await apply(30, ['SCREENING', '-P20D'], ['INTERVIEWING', '-P15D'], ['REJECTED', '-P14D']);
  await apply(20, ['SCREENING', '-P18D'], ['WITHDRAWN', '-P1D']);
  await apply(10, ['SCREENING', '-P6D']);
  await apply(9, ['REJECTED', '-P1D']);
  const { jobApplicationFunnel: few } = await ada.query(query);
  expect(few.stages[1].stays).toEqual({
    medianDays: null,
    n: 4,
    endedCount: 4,
    state: 'NOT_ENOUGH_DATA',
    missing: 'A median takes 5 stays or more. There are 4.',
  });
  const gone = await apply(7);
  await apply(8);
  await ada.mutate('trash', { id: gone });
  const { jobApplicationFunnel } = await ada.query(query);
  expect(jobApplicationFunnel.applicationCount).toBe(5);
  const reached = jobApplicationFunnel.stages.map((one: { stage: string; reachedCount: number }) => [
    one.stage,
    one.reachedCount,
  ]);
  expect(Object.fromEntries(reached)).toEqual({
    INTERESTED: 5,
    APPLIED: 5,
    SCREENING: 3,
    INTERVIEWING: 1,
    OFFER: 0,
    ACCEPTED: 0,
  });
  // Ended after 2, 4, 8 and 10 days; one goes on after 8: the first with half or less to go is 8.
  expect(jobApplicationFunnel.stages[1].stays).toEqual({
    medianDays: 8,
    n: 5,
    endedCount: 4,
    state: 'OK',
    missing: null,
  });
  expect(jobApplicationFunnel.stages[2]).toMatchObject({
    conversion: { value: 0.6, n: 5, state: 'OK' },
    stays: { n: 3, endedCount: 1, medianDays: null },
  });
  const filtered = await ada.query(query, { filter: { company: { eq: 'Company 9' } } });
  expect(filtered.jobApplicationFunnel.stages.map((one: { reachedCount: number }) => one.reachedCount)).toEqual([
    1, 1, 0, 0, 0, 0,
  ]);
  expect((await bob.query(query)).jobApplicationFunnel.applicationCount).toBe(0);
  expect(await app.counting(() => ada.query(query))).toBe(2);
});

const grouped = `query ($by: JobApplicationFunnelGrouping) { jobApplicationFunnel(groupBy: $by) { leftOutCount groups {
  source node { ... on RoleProfile { title } ... on Artifact { title } } applicationCount
  stages { stage reachedCount conversion { value n } } } } }`;

test('a funnel is shown by source, role and CV', async () => {
  const ada = await (await createTestApp()).person();
  const cv = (title: string) => ada.mutate('createArtifact', { kind: 'CV', title });
  const [{ id: long }, { id: short }] = [await cv('Long'), await cv('Short')];
  const { id: roleProfileId } = await ada.mutate('createRoleProfile', { title: 'Lead' });
  const apply = (stage: string, source: string, more: object = {}) =>
    ada.mutate('createJobApplication', { title: 'Engineer', company: 'Acme', stage, source, ...more });
  for (let n = 0; n < 4; n += 1) await apply('SCREENING', 'Friend', { cvId: short });
  await apply('APPLIED', 'FRIEND', { cvId: long, roleProfileId });
  await apply('INTERESTED', '');
  const groupsBy = async (by: string) => (await ada.query(grouped, { by })).jobApplicationFunnel.groups;
  const [friends, none] = await groupsBy('SOURCE');
  expect(friends).toMatchObject({ source: 'Friend', node: null, applicationCount: 5 });
  expect(friends.stages[2]).toEqual({ stage: 'SCREENING', reachedCount: 4, conversion: { value: 0.8, n: 5 } });
  expect(none).toMatchObject({ source: '', applicationCount: 1 });
  const names = (groups: { node: { title: string } | null; source: null; applicationCount: number }[]) =>
    groups.map(({ node, source, applicationCount }) => [source, node?.title ?? null, applicationCount]);
  expect(names(await groupsBy('CV'))).toEqual([
    [null, 'Short', 4],
    [null, null, 1],
    [null, 'Long', 1],
  ]);
  expect(names(await groupsBy('ROLE_PROFILE'))).toEqual([
    [null, null, 5],
    [null, 'Lead', 1],
  ]);
  expect((await ada.query(grouped)).jobApplicationFunnel).toEqual({ groups: [], leftOutCount: 0 });
});
