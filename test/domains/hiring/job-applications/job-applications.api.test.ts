import { expect, test } from 'vitest';
import { stages } from '../../../../src/domains/hiring/job-applications/job-applications.rules.ts';
import { createTestApp } from '../../../support/app.ts';

const all = `id title company stage source url notes version stageHistory { stage enteredAt } roleProfile { title }
  nextTask { title } contacts { name }`;
const job = { title: 'Staff engineer', company: 'Larkspur' };

test('an application starts at a stage, and keeps a history of those it came to', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const made = await ada.mutate('createJobApplication', job, all);
  expect(made).toMatchObject({ ...job, stage: 'INTERESTED', url: null, contacts: [], version: 1 });
  app.clock.advance(300_000);
  const move = (stage: string, at?: string) => ada.mutate('moveJobApplication', { id: made.id, stage, at }, all);
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
    { path: ['input', 'at'], message: 'must not be before it came to its last stage' },
  ]);
  expect((await move('OFFER', 'PT1H')).issues).toEqual([
    { path: ['input', 'at'], message: 'must not be in the future' },
  ]);
  expect((await ada.query('{ jobApplications { nodes { stage } } }')).jobApplications.nodes).toEqual([
    { stage: 'APPLIED' },
  ]);
});

test('an application has a role, a next task and contacts, who show it in turn', async () => {
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
  [{ at: 'P1D' }, 'at', 'must not be in the future'],
])('%j is refused, and nothing is made', async (input, field, message) => {
  const ada = await (await createTestApp()).person();
  const refused = await ada.mutate('createJobApplication', { ...job, ...input });
  expect(refused.issues).toEqual([{ path: ['input', field], message }]);
  expect((await ada.query('{ jobApplications { totalCount } }')).jobApplications.totalCount).toBe(0);
});

test('applications are counted by how far they got, where they were found, and who is part of them', async () => {
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
  await ada.mutate('moveJobApplication', { id, stage: 'OFFER' });
  expect(await by('STAGE')).toEqual([
    ['APPLIED', 2],
    ['OFFER', 2],
  ]);
});
