import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const fields = 'id kind heldOn score notes roleProfile { title } version trashedAt';
const issues = ({ issues }: { issues: { path: string[]; message: string }[] }) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).sort();

test('an interview was held today by default, and null clears its fields', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const role = await ada.mutate('createRoleProfile', { title: 'Staff' });
  const bare = await ada.mutate('createPracticeInterview', { kind: 'CASE' }, fields);
  expect(bare).toMatchObject({ heldOn: '2026-11-23', score: null, notes: '', roleProfile: null, version: 1 });
  const input = { kind: 'TECHNICAL', heldOn: '-P1D', score: 5, notes: 'Trees', roleProfileId: role.id };
  const made = await ada.mutate('createPracticeInterview', input, fields);
  expect(made).toMatchObject({ heldOn: '2026-11-22', score: 5, notes: 'Trees', roleProfile: { title: 'Staff' } });
  const update = (more: object) => ada.mutate('updatePracticeInterview', { id: made.id, ...more }, fields);
  expect(await writingNothing(app, ada, () => update(input))).toEqual(made);
  expect(await update({ score: null, roleProfileId: null, notes: '' })).toMatchObject({
    score: null,
    roleProfile: null,
    version: 2,
  });
  const get = 'query ($id: ID!) { practiceInterview(id: $id) { kind } }';
  expect(await ada.query(get, { id: made.id })).toEqual({ practiceInterview: { kind: 'TECHNICAL' } });
});

test('all problems of an interview are reported at once, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createPracticeInterview', { kind: 'CASE' });
  for (const score of [0, 6]) {
    const wrong = { heldOn: 'P1D', score, notes: '\ud800', roleProfileId: id };
    const made = await writingNothing(app, ada, () =>
      ada.mutate('createPracticeInterview', { kind: 'CASE', ...wrong }),
    );
    const changed = await writingNothing(app, ada, () => ada.mutate('updatePracticeInterview', { id, ...wrong }));
    for (const refused of [made, changed]) {
      expect(issues(refused)).toEqual([
        'input.heldOn: must not be in the future',
        'input.notes: must not have control characters',
        'input.roleProfileId: must be the id of a RoleProfile',
        'input.score: must be a whole number from 1 to 5',
      ]);
    }
  }
  const nulls = await ada.mutate('updatePracticeInterview', { id, kind: null, heldOn: null, notes: null });
  expect(issues(nulls).map((one) => one.split(':')[0])).toEqual(['input.heldOn', 'input.kind', 'input.notes']);
  const role = await ada.mutate('createRoleProfile', { title: 'Staff' });
  await ada.mutate('trash', { id: role.id });
  const trashed = await ada.mutate('createPracticeInterview', { kind: 'CASE', roleProfileId: role.id });
  expect(issues(trashed)).toEqual(['input.roleProfileId: must not be in the trash']);
});

test('interviews are listed by day, also below their role, filtered, trashed and restored', async () => {
  const ada = await (await createTestApp()).person();
  const { id: roleProfileId } = await ada.mutate('createRoleProfile', { title: 'Staff' });
  const make = async (notes: string, input: object) =>
    (await ada.mutate('createPracticeInterview', { kind: 'CASE', notes, ...input })).id;
  const old = await make('old', { heldOn: '-P9D', score: 5, roleProfileId });
  await make('new', { kind: 'OTHER' });
  const notesOf = (page: { nodes: { notes: string }[] }) => page.nodes.map(({ notes }) => notes).join(' ');
  const list = async (args = '') =>
    notesOf((await ada.query(`{ practiceInterviews${args} { nodes { notes } } }`)).practiceInterviews);
  expect(await list()).toBe('new old');
  expect(await list('(orderBy: { field: SCORE })')).toBe('old new');
  expect(await list('(filter: { kind: { eq: OTHER } })')).toBe('new');
  expect(await list('(filter: { score: { gte: 4 }, heldOn: { lt: "TODAY" } })')).toBe('old');
  expect(await list(`(filter: { roleProfileId: { eq: "${roleProfileId}" } })`)).toBe('old');
  expect(await list('(filter: { notes: { contains: "EW" } })')).toBe('new');
  expect(await list('(filter: { roleProfile: { title: { eq: "STAFF" } } })')).toBe('old');
  expect(await list('(filter: { not: { roleProfile: { title: { eq: "STAFF" } } } })')).toBe('new');
  const below = async () => {
    const { roleProfiles } = await ada.query('{ roleProfiles { nodes { practiceInterviews { nodes { notes } } } } }');
    return notesOf(roleProfiles.nodes[0].practiceInterviews);
  };
  expect(await below()).toBe('old');
  expect((await ada.mutate('trash', { id: old, ifVersion: 3 })).__typename).toBe('ConflictError');
  await ada.mutate('trash', { id: old });
  expect([await list(), await list('(trashed: true)'), await below()]).toEqual(['new', 'old', '']);
  expect(await ada.mutate('restore', { id: old }, 'trashedAt')).toMatchObject({ trashedAt: null });
});
