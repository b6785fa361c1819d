import { expect, test } from 'vitest';
import { createTestApp } from '../../../support/app.ts';
import { changeSetOf, writingNothing } from '../../../support/history.ts';

const fields = 'id week score notes version createdAt updatedAt';
const get = `query ($week: Date! = "TODAY") { engagementPulse(week: $week) { ${fields} } }`;
const now = '2026-11-23T09:00:00.000Z';

const paths = ({ issues }: { issues: { path: string[] }[] }) => issues.map(({ path }) => path.join('.'));

test('a week has one pulse, which any day of it finds and no other', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  expect(await ada.query(get)).toEqual({ engagementPulse: null });
  const { __typename, ...engagementPulse } = await ada.mutate(
    'recordEngagementPulse',
    { week: '2026-11-26', score: 4, notes: 'New team' },
    fields,
  );
  expect(engagementPulse).toEqual({
    id: expect.stringMatching(/^EngagementPulse:/),
    week: '2026-11-23',
    score: 4,
    notes: 'New team',
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  for (const week of ['TODAY', '2026-11-23', 'P3D', '2026-11-29']) {
    expect(await ada.query(get, { week })).toEqual({ engagementPulse });
  }
  for (const week of ['2026-11-22', '2026-11-30']) {
    expect(await ada.query(get, { week })).toEqual({ engagementPulse: null });
  }
});

test('recording a week again replaces its pulse, and fields that are left out stay', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const first = await ada.mutate('recordEngagementPulse', { score: 4, notes: 'Fine' }, fields);
  app.clock.advance(1_000);
  const later = '2026-11-23T09:00:01.000Z';
  const second = await ada.mutate('recordEngagementPulse', { week: '2026-11-29', score: 2 }, fields);
  expect(second).toEqual({ ...first, score: 2, version: 2, updatedAt: later });
  expect(await ada.mutate('recordEngagementPulse', { score: 2, notes: '' }, fields)).toMatchObject({
    notes: '',
    version: 3,
  });
  app.clock.advance(1_000);
  const same = await writingNothing(app, ada, () =>
    ada.mutate('recordEngagementPulse', { score: 2, notes: '' }, fields),
  );
  expect(same).toMatchObject({ version: 3, updatedAt: later });
  expect(await app.db.reads.engagementPulse.count()).toBe(1);
});

test('several pulses recorded for one week at once become one', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const answers = await Promise.all([1, 2, 3, 4].map((score) => ada.mutate('recordEngagementPulse', { score }, 'id')));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await app.db.reads.engagementPulse.count()).toBe(1);
});

test('a week starts with the person’s own first day', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('updateProfile', { weekStartsOn: 'SUNDAY' });
  const { token } = await ada.mutate('createAccessToken', { name: 'Lasting', scopes: ['READ', 'WRITE'] }, 'token');
  const week = async (date: string) =>
    (await ada.mutate('recordEngagementPulse', { week: date, score: 3 }, 'week')).week;
  expect([await week('2026-11-22'), await week('2026-11-23'), await week('2026-11-28')]).toEqual([
    '2026-11-22',
    '2026-11-22',
    '2026-11-22',
  ]);
  expect((await ada.query(get)).engagementPulse).toMatchObject({ week: '2026-11-22' });
  // Still before four in the morning of Sunday, and after.
  app.clock.set('2026-11-29T02:59:00Z');
  const later = app.as({ authorization: `Bearer ${token}` });
  const next = { week: '2026-11-29', score: 3 };
  expect((await later.mutate('recordEngagementPulse', next)).issues).toHaveLength(1);
  app.clock.set('2026-11-29T03:00:00Z');
  expect(await later.mutate('recordEngagementPulse', next, 'week')).toMatchObject({ week: '2026-11-29' });
  expect((await later.query(get, { week: '2026-11-28' })).engagementPulse).toMatchObject({ week: '2026-11-22' });
});

test('a pulse is replaced only at the expected version, which is 0 if there is none', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const record = (ifVersion: number) => ada.mutate('recordEngagementPulse', { score: 5, ifVersion });
  expect((await writingNothing(app, ada, () => record(1))).__typename).toBe('ConflictError');
  await ada.mutate('recordEngagementPulse', { score: 4 });
  expect((await record(1)).__typename).toBe('EngagementPulse');
  expect((await writingNothing(app, ada, () => record(1))).__typename).toBe('ConflictError');
});

test('all issues of a pulse are reported together with their paths, and nothing is written', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (const [input, expected] of [
    [{ week: '2026-02-30', score: 0, notes: 'x'.repeat(2_001) }, ['week', 'score', 'notes']],
    [{ week: '0000-01-01', score: 6, notes: 'a\u0007' }, ['week', 'score', 'notes']],
    [{ week: '2026-W48', score: -1, notes: '\udfff' }, ['week', 'score', 'notes']],
    [{ score: 3, notes: null }, ['notes']],
  ] as const) {
    const refused = await writingNothing(app, ada, () => ada.mutate('recordEngagementPulse', input));
    expect(paths(refused)).toEqual(expected.map((name) => `input.${name}`));
  }
  const query =
    'mutation ($input: RecordEngagementPulseInput!) { recordEngagementPulse(input: $input) { __typename } }';
  const { errors } = await writingNothing(app, ada, () => ada.ask(query, { input: { score: 2.5 } }));
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['input', 'score'] }] });
  const badWeek = await ada.ask(get, { week: '2026-13-01' });
  expect(badWeek.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: ['week'] }] });
});

test('the pulses of the viewer are listed from the latest, filtered and sorted', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  for (const [week, score] of [
    ['-P2W', 2],
    ['TODAY', 5],
    ['-P1W', 4],
  ]) {
    await ada.mutate('recordEngagementPulse', { week, score });
  }
  const mine = await ada.query(get);
  await bob.mutate('recordEngagementPulse', { score: 1 });
  expect(await ada.query(get)).toEqual(mine);
  const { id } = mine.engagementPulse;
  expect(await bob.query('query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
  const scores = async (args: string) =>
    (await ada.query(`{ engagementPulses${args} { nodes { score } } }`)).engagementPulses.nodes.map(
      ({ score }: { score: number }) => score,
    );
  expect(await scores('')).toEqual([5, 4, 2]);
  expect(await scores('(orderBy: [{ field: SCORE }])')).toEqual([2, 4, 5]);
  expect(await scores('(filter: { score: { gte: 4 } })')).toEqual([5, 4]);
  expect(await scores('(filter: { week: { lt: "TODAY" } }, orderBy: [{ field: WEEK }])')).toEqual([2, 4]);
  expect(await scores('(first: 1)')).toEqual([5]);
});

test('each recording is one change set, with the fields that changed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const first = await changeSetOf(app, ada, () => ada.mutate('recordEngagementPulse', { score: 3 }));
  expect(first).toMatchObject({
    name: 'recordEngagementPulse',
    changes: [{ model: 'EngagementPulse', action: 'CREATE', after: { week: '2026-11-23', score: 3, notes: '' } }],
  });
  expect(await changeSetOf(app, ada, () => ada.mutate('recordEngagementPulse', { score: 4 }))).toEqual({
    name: 'recordEngagementPulse',
    changes: [
      { model: 'EngagementPulse', action: 'UPDATE', before: { score: 3, version: 1 }, after: { score: 4, version: 2 } },
    ],
  });
});

test('the pulse of a week is found after the first day of the week has changed, and not recorded twice', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('recordEngagementPulse', { week: '2026-11-18', score: 3 });
  await ada.mutate('updateProfile', { weekStartsOn: 'SUNDAY' });
  const get = '{ engagementPulse(week: "2026-11-18") { week score } engagementPulses { totalCount } }';
  const before = { engagementPulse: { week: '2026-11-16', score: 3 }, engagementPulses: { totalCount: 1 } };
  expect(await ada.query(get)).toEqual(before);
  await ada.mutate('recordEngagementPulse', { week: '2026-11-18', score: 5 });
  expect(await ada.query(get)).toEqual({ ...before, engagementPulse: { week: '2026-11-16', score: 5 } });
});

test('no pulse is about a week that has not begun', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const record = (week: string) => ada.mutate('recordEngagementPulse', { week, score: 3 }, 'week');
  expect((await record('2026-11-30')).issues).toEqual([
    { path: ['input', 'week'], message: 'must not be in a week to come' },
  ]);
  expect(await record('2026-11-29')).toMatchObject({ week: '2026-11-23' });
  expect(await record('1999-12-31')).toMatchObject({ week: '1999-12-27' });
});
