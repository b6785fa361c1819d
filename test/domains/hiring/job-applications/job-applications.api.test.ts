import { expect, test } from 'vitest';
import { stages } from '../../../../src/domains/hiring/job-applications/job-applications.rules.ts';
import { createTestApp } from '../../../support/app.ts';

const all = `id title company stage source url notes version stageHistory { stage enteredAt } roleProfile { title }
  nextTask { title } contacts { name }`;
const job = { title: 'Staff engineer', company: 'Larkspur' };

test('an application starts at a stage and keeps a history of its stages', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const made = await ada.mutate('createJobApplication', job, all);
  expect(made).toMatchObject({ ...job, stage: 'INTERESTED', url: null, contacts: [], version: 1 });
  app.clock.advance(300_000);
  const move = (stage: string, enteredAt?: string) =>
    ada.mutate('moveJobApplication', { id: made.id, stage, enteredAt }, all);
  const moved = await move('APPLIED');
  expect(moved).toMatchObject({
    stage: 'APPLIED',
    version: 2,
    stageHistory: [
      { stage: 'INTERESTED', enteredAt: '2026-11-23T09:00:00.000Z' },
      { stage: 'APPLIED', enteredAt: '2026-11-23T09:05:00.000Z' },
    ],
  });
  expect(await move('APPLIED')).toEqual(moved);
  expect((await move('OFFER', '2026-11-23T09:04:59Z')).issues).toEqual([
    { path: ['input', 'enteredAt'], message: 'must not be before the last stage change' },
  ]);
  expect((await move('OFFER', 'PT1H')).issues).toEqual([
    { path: ['input', 'enteredAt'], message: 'must not be in the future' },
  ]);
  expect((await ada.query('{ jobApplications { nodes { stage } } }')).jobApplications.nodes).toEqual([
    { stage: 'APPLIED' },
  ]);
});

test('an application has a role, a next task and contacts, and is listed below the role and the contacts', async () => {
  const ada = await (await createTestApp()).person();
  const { id: roleProfileId } = await ada.mutate('createRoleProfile', { title: 'Staff' });
  const { id: nextTaskId } = await ada.mutate('createTask', { title: 'Write to Ravi' });
  const { id: personId } = await ada.mutate('createPerson', { name: 'Ravi', relationship: 'RECRUITER' });
  const more = {
    source: 'Ravi',
    url: 'https://larkspur.example/jobs/1',
    roleProfileId,
    nextTaskId,
    contactIds: [personId],
  };
  const { id } = await ada.mutate('createJobApplication', { ...job, ...more, stage: 'SCREENING' });
  const { person, roleProfile } = await ada.query(
    `query ($p: ID!, $r: ID!) { person(id: $p) { jobApplications { nodes { company nextTask { title } } } }
      roleProfile(id: $r) { jobApplications { totalCount } } }`,
    { p: personId, r: roleProfileId },
  );
  expect(person.jobApplications.nodes).toEqual([{ company: 'Larkspur', nextTask: { title: 'Write to Ravi' } }]);
  expect(roleProfile.jobApplications.totalCount).toBe(1);
  const changed = await ada.mutate(
    'updateJobApplication',
    { id, contactIds: [], nextTaskId: null, notes: 'Quick' },
    all,
  );
  expect(changed).toMatchObject({ contacts: [], nextTask: null, notes: 'Quick', stage: 'SCREENING', version: 2 });
});

test('applications are compared by stage, sorted, trashed and restored', async () => {
  const ada = await (await createTestApp()).person();
  for (const stage of stages) await ada.mutate('createJobApplication', { ...job, title: stage, stage });
  const titles = async (args: string) =>
    (await ada.query(`{ jobApplications${args} { nodes { id title } } }`)).jobApplications.nodes;
  const under = await titles('(filter: { stage: { lt: SCREENING } }, orderBy: { field: STAGE, direction: DESC })');
  expect(under.map(({ title }: { title: string }) => title)).toEqual(['APPLIED', 'INTERESTED']);
  await ada.mutate('trash', { id: under[0].id });
  expect(await titles('(trashed: true)')).toEqual([under[0]]);
  await ada.mutate('restore', { id: under[0].id });
  expect(await titles('')).toHaveLength(stages.length);
});

test.each([
  [{ title: '' }, 'title', 'must not be empty'],
  [{ company: '' }, 'company', 'must not be empty'],
  [{ url: 'ftp://x.example' }, 'url', 'must be a web address such as https://example.org'],
  [{ enteredAt: 'P1D' }, 'enteredAt', 'must not be in the future'],
])('createJobApplication refuses %j and creates nothing', async (input, field, message) => {
  const ada = await (await createTestApp()).person();
  const refused = await ada.mutate('createJobApplication', { ...job, ...input });
  expect(refused.issues).toEqual([{ path: ['input', field], message }]);
  expect((await ada.query('{ jobApplications { totalCount } }')).jobApplications.totalCount).toBe(0);
});

test('applications are counted by stage, source, role and contact', async () => {
  const ada = await (await createTestApp()).person();
  const { id: ravi } = await ada.mutate('createPerson', { name: 'Ravi', relationship: 'RECRUITER' });
  const apply = (stage: string, source: string, ...contactIds: string[]) =>
    ada.mutate('createJobApplication', { ...job, stage, source, contactIds });
  await apply('APPLIED', 'Ravi', ravi);
  await apply('OFFER', 'Ravi', ravi);
  const { id } = await apply('APPLIED', 'Job board');
  await apply('APPLIED', '');
  await ada.mutate('trash', { id: (await apply('REJECTED', 'Ravi')).id });
  const by = async (group: string) => {
    const { jobApplicationStats } = await ada.query(`{ jobApplicationStats(groupBy: ${group}) { key count } }`);
    return jobApplicationStats.map(({ key, count }: { key: string | null; count: number }) => [key, count]);
  };
  expect(await by('STAGE')).toEqual([
    ['APPLIED', 3],
    ['OFFER', 1],
  ]);
  expect(await by('SOURCE')).toEqual([
    ['Ravi', 2],
    ['', 1],
    ['Job board', 1],
  ]);
  expect(await by('CONTACT')).toEqual([
    [ravi, 2],
    [null, 2],
  ]);
  expect(await by('ROLE_PROFILE')).toEqual([[null, 4]]);
  await ada.mutate('moveJobApplication', { id, stage: 'OFFER' });
  expect(await by('STAGE')).toEqual([
    ['APPLIED', 2],
    ['OFFER', 2],
  ]);
});

test('applications are filtered by their role and next task, also by not having one', async () => {
  const ada = await (await createTestApp()).person();
  const { id: roleProfileId } = await ada.mutate('createRoleProfile', { title: 'Staff' });
  const { id: nextTaskId } = await ada.mutate('createTask', { title: 'Write to Ravi' });
  await ada.mutate('createJobApplication', { ...job, title: 'Related', roleProfileId, nextTaskId });
  await ada.mutate('createJobApplication', { ...job, title: 'Alone' });
  const titles = async (filter: string) => {
    const { jobApplications } = await ada.query(`{ jobApplications(filter: { ${filter} }) { nodes { title } } }`);
    return jobApplications.nodes.map(({ title }: { title: string }) => title);
  };
  for (const condition of ['roleProfile: { title: { eq: "staff" } }', 'nextTask: { title: { contains: "ravi" } }']) {
    expect([condition, await titles(condition)]).toEqual([condition, ['Related']]);
    expect([condition, await titles(`not: { ${condition} }`)]).toEqual([condition, ['Alone']]);
  }
});

test('a move is one change set that can be undone, and a move to the current stage is none', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createJobApplication', job);
  const move = async (stage: string) => {
    const { moveJobApplication } = await ada.query(
      `mutation ($id: ID!, $stage: JobApplicationStage!) {
        moveJobApplication(input: { id: $id, stage: $stage }) {
          ... on MoveJobApplicationPayload { jobApplication { stage } changeSet { id name } }
        }
      }`,
      { id, stage },
    );
    return moveJobApplication;
  };
  const { jobApplication, changeSet } = await move('OFFER');
  expect([jobApplication.stage, changeSet.name]).toEqual(['OFFER', 'moveJobApplication']);
  expect((await move('OFFER')).changeSet).toBeNull();
  await ada.mutate('undoChangeSet', { changeSetId: changeSet.id });
  const get = 'query ($id: ID!) { jobApplication(id: $id) { stage stageHistory { stage } } }';
  expect(await ada.query(get, { id })).toEqual({
    jobApplication: { stage: 'INTERESTED', stageHistory: [{ stage: 'INTERESTED' }] },
  });
});

test('an application has reached the furthest stage it ever entered, and was sent when it was first applied for', async () => {
  const ada = await (await createTestApp()).person();
  const make = async (...stages: string[]) => {
    const [first, ...rest] = stages;
    const at = (index: number) => `2026-11-0${index + 1}T09:00:00Z`;
    const { id } = await ada.mutate('createJobApplication', { ...job, stage: first, enteredAt: at(0) });
    for (const [index, stage] of rest.entries())
      await ada.mutate('moveJobApplication', { id, stage, enteredAt: at(index + 1) });
    const get = 'query ($id: ID!) { jobApplication(id: $id) { stage reachedStage appliedAt } }';
    const { jobApplication } = await ada.query(get, { id });
    return [jobApplication.stage, jobApplication.reachedStage, jobApplication.appliedAt?.slice(8, 10) ?? null];
  };
  expect(await make('INTERESTED')).toEqual(['INTERESTED', 'INTERESTED', null]);
  expect(await make('INTERESTED', 'WITHDRAWN')).toEqual(['WITHDRAWN', 'INTERESTED', null]);
  const rejected = await make('INTERESTED', 'APPLIED', 'SCREENING', 'INTERVIEWING', 'REJECTED');
  expect(rejected).toEqual(['REJECTED', 'INTERVIEWING', '02']);
  // A stage that was left out counts as reached, and going back does not take it back.
  expect(await make('SCREENING', 'OFFER', 'SCREENING')).toEqual(['SCREENING', 'OFFER', '01']);
  const counts = async (condition: string) =>
    (await ada.query(`{ jobApplicationStats(filter: { ${condition} }) { count } }`)).jobApplicationStats[0]?.count ?? 0;
  expect(await counts('reachedStage: { gte: INTERVIEWING }')).toBe(2);
  expect(await counts('appliedAt: { gte: "2026-11-02T00:00:00Z" }')).toBe(1);
  const { jobApplicationStats } = await ada.query(
    '{ jobApplicationStats(groupBy: REACHED_STAGE, bucket: DAY, time: APPLIED_AT) { period { startsOn } key count } }',
  );
  expect(jobApplicationStats).toEqual([
    { period: { startsOn: '2026-11-01' }, key: 'OFFER', count: 1 },
    { period: { startsOn: '2026-11-02' }, key: 'INTERVIEWING', count: 1 },
    { period: null, key: 'INTERESTED', count: 2 },
  ]);
});

const sent = 'appliedOn appliedAt stage stageHistory { stage enteredAt } cv { title } postingText';

test('an application names the day it was sent, the CV it was sent with, and keeps the posting', async () => {
  const ada = await (await createTestApp()).person();
  const { id: cvId } = await ada.mutate('createArtifact', { kind: 'CV', title: 'One page' });
  const job = { title: 'Engineer', company: 'Acme', cvId, postingText: 'We build *things*.' };
  const later = await ada.mutate(
    'createJobApplication',
    { ...job, stage: 'INTERVIEWING', appliedOn: '2026-11-02' },
    sent,
  );
  expect(later).toMatchObject({
    ...{ appliedOn: '2026-11-02', stage: 'INTERVIEWING', cv: { title: 'One page' }, postingText: 'We build *things*.' },
    // Days of hers start at four in the morning.
    stageHistory: [
      { stage: 'APPLIED', enteredAt: '2026-11-02T03:00:00.000Z' },
      { stage: 'INTERVIEWING', enteredAt: '2026-11-23T09:00:00.000Z' },
    ],
  });
  const applied = await ada.mutate('createJobApplication', { ...job, stage: 'APPLIED', appliedOn: '-P1D' }, sent);
  expect(applied).toMatchObject({ appliedOn: '2026-11-22', stageHistory: [{ stage: 'APPLIED' }] });
  expect((await ada.mutate('createJobApplication', job, sent)).appliedOn).toBeNull();
  const { artifact } = await ada.query('query ($id: ID!) { artifact(id: $id) { jobApplications { totalCount } } }', {
    id: cvId,
  });
  expect(artifact.jobApplications.totalCount).toBe(3);
});

test.each([
  [{ appliedOn: 'TODAY' }, 'appliedOn', 'must not be given for a stage before APPLIED'],
  [{ appliedOn: 'P1D', stage: 'OFFER' }, 'appliedOn', 'must not be in the future'],
  [{ appliedOn: 'TODAY', stage: 'OFFER', enteredAt: '-P2D' }, 'appliedOn', 'must not be after enteredAt'],
  [{ appliedOn: '-P3D', stage: 'APPLIED', enteredAt: 'NOW' }, 'appliedOn', 'must be the day of enteredAt'],
])('createJobApplication refuses %j and creates nothing', async (input, field, message) => {
  const ada = await (await createTestApp()).person();
  const { issues } = await ada.mutate('createJobApplication', { title: 'Engineer', company: 'Acme', ...input });
  expect(issues).toEqual([{ path: ['input', field], message }]);
  expect((await ada.query('{ jobApplications { totalCount } }')).jobApplications.totalCount).toBe(0);
});

test('only a CV is a CV', async () => {
  const ada = await (await createTestApp()).person();
  const { id: cvId } = await ada.mutate('createArtifact', { kind: 'CERTIFICATE', title: 'Exam' });
  const job = { title: 'Engineer', company: 'Acme' };
  const issues = [{ path: ['input', 'cvId'], message: 'must be an artifact of the kind CV' }];
  expect((await ada.mutate('createJobApplication', { ...job, cvId })).issues).toEqual(issues);
  const { id } = await ada.mutate('createJobApplication', job);
  expect((await ada.mutate('updateJobApplication', { id, cvId })).issues).toEqual(issues);
});
