import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const issues = ({ issues }: { issues: { path: string[]; message: string }[] }) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).sort();
const job = { title: 'Staff engineer', company: 'Northwind' };

test('an application changes its stage at most 100 times', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createJobApplication', { ...job, stage: 'APPLIED' });
  const move = (count: number) =>
    ada.mutate('moveJobApplication', { id, stage: count % 2 ? 'SCREENING' : 'APPLIED' }, 'stageHistory { stage }');
  for (let count = 1; count < 99; count += 1) await move(count);
  expect((await move(99)).stageHistory).toHaveLength(100);
  const refused = await writingNothing(app, ada, () => move(100));
  expect(refused).toMatchObject({
    __typename: 'ConflictError',
    message: 'The application has changed its stage 100 times, the maximum.',
  });
});

test('all problems of an application are reported with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createJobApplication', job);
  const task = (await ada.mutate('createTask', { title: 'T' })).id;
  const wrong = {
    title: '',
    company: ' ',
    source: 'a\nb',
    url: 'mailto:a@example.org',
    notes: '\u0000',
    roleProfileId: task,
    nextTaskId: id,
    contactIds: [task],
  };
  const paths = Object.keys(wrong).map((name) => `input.${name}${name === 'contactIds' ? '.0' : ''}`);
  for (const refused of [
    await writingNothing(app, ada, () => ada.mutate('createJobApplication', wrong)),
    await writingNothing(app, ada, () => ada.mutate('updateJobApplication', { id, ...wrong })),
  ]) {
    expect(issues(refused).map((one) => one.split(':')[0])).toEqual(paths.sort());
  }
  const future = await writingNothing(app, ada, () => ada.mutate('createJobApplication', { ...job, enteredAt: 'P1D' }));
  expect(issues(future)).toEqual(['input.enteredAt: must not be in the future']);
  const role = await ada.mutate('createRoleProfile', { title: 'R' });
  const person = await ada.mutate('createPerson', { name: 'P' });
  await ada.mutate('trash', { id: task });
  await ada.mutate('trash', { id: role.id });
  await ada.mutate('trash', { id: person.id });
  const update = (more: object) => writingNothing(app, ada, () => ada.mutate('updateJobApplication', { id, ...more }));
  expect(issues(await update({ nextTaskId: task }))).toEqual(['input.nextTaskId: must not be in the trash']);
  expect(issues(await update({ roleProfileId: role.id }))).toEqual(['input.roleProfileId: must not be in the trash']);
  expect(issues(await update({ contactIds: [person.id] }))).toEqual(['input.contactIds.0: must not be in the trash']);
  const many = Array.from({ length: 51 }, (_, index) => `${person.id.slice(0, -2)}${index + 10}`);
  expect(issues(await update({ contactIds: many }))).toEqual(['input.contactIds: must be at most 50']);
});

test('applications are listed, also below people and roles, filtered, sorted, trashed and restored', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: roleProfileId } = await ada.mutate('createRoleProfile', { title: 'Staff' });
  const { id: person } = await ada.mutate('createPerson', { name: 'Mara' });
  const { id: nextTaskId } = await ada.mutate('createTask', { title: 'Call' });
  const links = { roleProfileId, nextTaskId, contactIds: [person] };
  const one = { title: 'one', company: 'Zeta', stage: 'OFFER', source: 'Board' };
  const { id } = await ada.mutate('createJobApplication', { ...one, ...links });
  app.clock.advance(1_000);
  await ada.mutate('createJobApplication', { title: 'Two', company: 'Acme', stage: 'APPLIED' });
  const titlesOf = (page: { nodes: { title: string }[] }) => page.nodes.map(({ title }) => title).join(' ');
  const list = async (args = '') =>
    titlesOf((await ada.query(`{ jobApplications${args} { nodes { title } } }`)).jobApplications);
  expect(await list()).toBe('Two one');
  for (const [field, expected] of [
    ['TITLE', 'one Two'],
    ['COMPANY', 'Two one'],
    ['STAGE', 'Two one'],
    ['CREATED_AT', 'one Two'],
  ]) {
    expect([field, await list(`(orderBy: { field: ${field} })`)]).toEqual([field, expected]);
  }
  for (const filter of [
    'stage: { gte: OFFER }',
    'company: { eq: "zeta" }',
    'source: { eq: "BOARD" }',
    `roleProfileId: { eq: "${roleProfileId}" }`,
    'nextTaskId: { isNull: false }',
    'contacts: { some: { name: { eq: "mara" } } }',
  ]) {
    expect([filter, await list(`(filter: { ${filter} })`)]).toEqual([filter, 'one']);
    expect([filter, await list(`(filter: { not: { ${filter} } })`)]).toEqual([filter, 'Two']);
  }
  const below = async () => {
    const applications = 'nodes { jobApplications { totalCount nodes { title } } }';
    const { roleProfiles, people } = await ada.query(`{ roleProfiles { ${applications} } people { ${applications} } }`);
    return [roleProfiles, people].map(({ nodes }) => titlesOf(nodes[0].jobApplications));
  };
  expect(await below()).toEqual(['one', 'one']);
  await ada.mutate('trash', { id });
  expect([await list(), await list('(trashed: true)'), await below()]).toEqual(['Two', 'one', ['', '']]);
  expect(await ada.mutate('restore', { id }, 'trashedAt')).toMatchObject({ trashedAt: null });
  const get = 'query ($id: ID!) { jobApplication(id: $id) { stage } }';
  expect(await ada.query(get, { id })).toEqual({ jobApplication: { stage: 'OFFER' } });
});

test('a page of applications takes the same number of statements for any length', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: contact } = await ada.mutate('createPerson', { name: 'Mara' });
  for (let count = 0; count < 6; count += 1) {
    const { id: nextTaskId } = await ada.mutate('createTask', { title: `T ${count}` });
    const { id } = await ada.mutate('createJobApplication', { ...job, nextTaskId, contactIds: [contact] });
    await ada.mutate('moveJobApplication', { id, stage: 'APPLIED' });
  }
  const text = `query ($first: Int) { jobApplications(first: $first) { nodes {
    title stageHistory { stage } contacts { name } nextTask { title } roleProfile { title }
  } } }`;
  const of1 = await app.counting(() => ada.query(text, { first: 1 }));
  expect(await app.counting(() => ada.query(text, { first: 6 }))).toBe(of1);
});
