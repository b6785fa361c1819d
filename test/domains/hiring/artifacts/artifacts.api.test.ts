import { expect, test } from 'vitest';
import { createTestApp, type Person } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const fields = 'id title kind url notes madeOn expiresOn version trashedAt';
const issues = ({ issues }: { issues: { path: string[]; message: string }[] }) =>
  issues.map(({ path, message }) => `${path.join('.')}: ${message}`).sort();
const titles = async (person: Person, args = '') =>
  (await person.query(`{ artifacts${args} { nodes { title } } }`)).artifacts.nodes
    .map(({ title }: { title: string }) => title)
    .join(' ');

test('an artifact is created and changed, and null clears its fields', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const none = { url: null, notes: '', madeOn: null, expiresOn: null };
  expect(await ada.mutate('createArtifact', { title: 'CV', kind: 'CV' }, fields)).toMatchObject(none);
  const whole = { notes: 'Passed', madeOn: '2026-01-01', expiresOn: '2026-01-01' };
  const input = { title: 'Exam', kind: 'CERTIFICATE', url: ' HTTPS://Example.org/a ', ...whole };
  const made = await ada.mutate('createArtifact', input, fields);
  expect(made).toMatchObject({ ...whole, url: 'https://example.org/a', version: 1 });
  const same = await writingNothing(app, ada, () => ada.mutate('updateArtifact', { id: made.id, ...input }, fields));
  expect(same).toEqual(made);
  expect(await ada.mutate('updateArtifact', { id: made.id, ...none }, fields)).toMatchObject({ ...none, version: 2 });
});

test('all problems of an artifact are reported, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createArtifact', { title: 'CV', kind: 'CV', madeOn: '2026-05-01' });
  const wrong = { title: '', url: 'ftp://example.org', notes: '\u0000', madeOn: '2026-02-30', expiresOn: 'soon' };
  for (const refused of [
    await writingNothing(app, ada, () => ada.mutate('createArtifact', { kind: 'CV', ...wrong })),
    await writingNothing(app, ada, () => ada.mutate('updateArtifact', { id, ...wrong })),
  ]) {
    expect(new Set(issues(refused).map((one) => one.split(':')[0]))).toEqual(
      new Set(Object.keys(wrong).map((name) => `input.${name}`)),
    );
  }
  const url = { url: `https://example.org/${'x'.repeat(2_000)}` };
  expect(issues(await ada.mutate('updateArtifact', { id, ...url }))[0]).toContain('input.url: must have at most');
  expect(issues(await ada.mutate('updateArtifact', { id, title: null, kind: null }))).toEqual([
    'input.kind: must not be null: leave it out instead',
    'input.title: must not be null: leave it out instead',
  ]);
  const early = 'input.expiresOn: must not be before the day it was made';
  const days = { madeOn: '2026-05-02', expiresOn: '2026-05-01' };
  const made = await writingNothing(app, ada, () => ada.mutate('createArtifact', { title: 'A', kind: 'CV', ...days }));
  expect(issues(made)).toEqual([early]);
  const changed = await writingNothing(app, ada, () => ada.mutate('updateArtifact', { id, expiresOn: '2026-04-30' }));
  expect(issues(changed)).toEqual([early]);
});

test('artifacts are listed by title, filtered, sorted, trashed and restored', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createArtifact', { title: 'b', kind: 'CV', madeOn: '2026-01-01' });
  await ada.mutate('createArtifact', { title: 'A', kind: 'OTHER', expiresOn: '2026-12-01' });
  expect(await titles(ada)).toBe('A b');
  expect(await titles(ada, '(filter: { kind: { eq: CV } })')).toBe('b');
  expect(await titles(ada, '(filter: { madeOn: { isNull: true } })')).toBe('A');
  expect(await titles(ada, '(filter: { expiresOn: { lt: "2027-01-01" } })')).toBe('A');
  expect(await titles(ada, '(orderBy: { field: MADE_ON })')).toBe('b A');
  expect((await ada.mutate('trash', { id, ifVersion: 2 })).__typename).toBe('ConflictError');
  await ada.mutate('trash', { id });
  expect([await titles(ada), await titles(ada, '(trashed: true)')]).toEqual(['A', 'b']);
  expect(await ada.mutate('restore', { id }, 'trashedAt')).toMatchObject({ trashedAt: null });
  expect((await ada.query('query ($id: ID!) { artifact(id: $id) { title } }', { id })).artifact).toEqual({
    title: 'b',
  });
});

test('an artifact is not made in the future', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const make = (madeOn: string) => ada.mutate('createArtifact', { title: 'Degree', kind: 'CERTIFICATE', madeOn });
  const issues = [{ path: ['input', 'madeOn'], message: 'must not be in the future' }];
  expect((await make('P1D')).issues).toEqual(issues);
  const { id } = await make('1987-06-30');
  expect((await ada.mutate('updateArtifact', { id, madeOn: '2099-01-01' })).issues).toEqual(issues);
});
