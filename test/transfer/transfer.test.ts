import fc from 'fast-check';
import { afterAll, expect, type TestContext, test } from 'vitest';
import { seedDemo } from '../../src/demo/seed.ts';
import { recordedModels, referencesOf, targetsFirst } from '../../src/platform/database/model-relations.ts';
import { programVersion } from '../../src/platform/runtime/version.ts';
import { exportedTypes } from '../../src/transfer/format.ts';
import { createTestApp, type Person, type TestApp } from '../support/app.ts';
import { adaAndBob, markOf } from '../support/examples.ts';
import { rowsOf } from '../support/rows.ts';
import { leaveToCI, tries } from '../support/services.ts';
import {
  createOnOtherEngine,
  exportOf,
  importInto,
  type OtherEngine,
  refusalOf,
  signInThere,
} from '../support/transfer.ts';
import { randomExport } from './random-export.ts';

// Making a database there takes longer than most tests; each test imports into an account of its own.
let other: OtherEngine | undefined;
const otherEngine = async (context: TestContext) => {
  other ??= await createOnOtherEngine(context);
  return other.app;
};
afterAll(() => other?.remove());

const accountIdOf = async (app: TestApp, email: string) =>
  (await app.db.reads.account.findFirstOrThrow({ where: { email } })).id;

/** What belongs to the place and not to the person. */
const ofThePlace = [
  'Credential',
  'Session',
  'RefreshToken',
  'AccessToken',
  'SecurityEvent',
  'SignInLink',
  'Passkey',
  'UsedChallenge',
  'RecoveryCode',
  'CalendarFeed',
  'PushSubscription',
  'FeedbackRequestLink',
  'ReadinessCheck',
  'Webhook',
  'WebhookDelivery',
  'Integration',
  'IntegrationEvent',
  'IntegrationSignIn',
  'MiroBoard',
  'MiroFrame',
  'MiroItem',
  'MiroImport',
  'MiroSticky',
  'OutlookCalendar',
  'OutlookEvent',
  'OutlookResponse',
  'OutlookSubscription',
  'SyncConflict',
  'SyncRun',
  'SyncTask',
  'TimeBlock',
  'TodoCursor',
  'TodoItem',
  'TodoList',
  'IdempotentRequest',
];

test('all types are exported, each after the types that it refers to', () => {
  expect([...exportedTypes].sort()).toEqual([...recordedModels, 'ChangeSet', 'Change'].sort());
  const late = recordedModels.flatMap((model) =>
    referencesOf(model).filter(
      ({ target }) => target !== model && targetsFirst.indexOf(target) > targetsFirst.indexOf(model),
    ),
  );
  expect(late).toEqual([]);
});

test('an export that is imported on the other engine is exported there again byte for byte', async (context) => {
  leaveToCI(context);
  const { app, ada } = await adaAndBob();
  const there = await otherEngine(context);
  const text = await exportOf(app, ada.email);
  for (const type of exportedTypes) expect(text, type).toContain(`{"type":"${type}","row":`);

  const report = await importInto(there, 'ada@elsewhere.example', text);
  expect(report).toMatchObject({ unchangedCount: 0, includesHistory: true });
  expect(await exportOf(there, 'ada@elsewhere.example')).toBe(text);

  const [here, elsewhere] = await Promise.all([
    rowsOf(app, await accountIdOf(app, ada.email)),
    rowsOf(there, await accountIdOf(there, 'ada@elsewhere.example')),
  ]);
  for (const model of ofThePlace) {
    delete here[model];
    delete elsewhere[model];
  }
  expect(elsewhere).toEqual(here);
  expect(report.createdCount).toBe(recordedModels.reduce((sum, model) => sum + (here[model] ?? 0), 0));

  // The export has no records of other accounts, and no credentials.
  const { ada: first, bob } = { ada: markOf(ada), bob: markOf((await adaAndBob()).bob) };
  expect(text).toContain(first);
  expect(text).not.toContain(bob);
  const secrets = await app.db.reads.session.findMany();
  for (const { id, cookieHash } of secrets)
    for (const secret of [id, cookieHash ?? id]) expect(text.includes(`"${secret}"`)).toBe(false);
});

test('search, history, undo and cursors work after an import as before', async () => {
  const { app, ada } = await adaAndBob();
  const { changes } = await ada.query('{ changes { ... on ChangePage { cursor } } }');
  const task = await ada.mutate('createTask', { title: 'Fetch the xylophone' });
  await ada.mutate('updateTask', { id: task.id, title: 'Fetch the glockenspiel' });
  const text = await exportOf(app, ada.email);

  const there = await createTestApp();
  await importInto(there, 'ada@elsewhere.example', text);
  const moved = await signInThere(there, 'ada@elsewhere.example');
  const question = `query ($after: String, $id: ID!) {
    changes(after: $after) { ... on ChangePage { cursor hasMore changes { nodeId action } } }
    history(id: $id) { nodes { action fields { name before after } changeSet { id name at } } }
    found: search(text: "glockenspiel") { nodes { title { text } } totalCount }
    stale: search(text: "xylophone") { totalCount }
    changeSets(first: 100) { totalCount nodes { id name } }
    timeline(first: 100) { nodes { at } }
    viewer { name timeZone dayStartsAt workingDays version createdAt }
  }`;
  const variables = { after: changes.cursor, id: task.id };
  // The order of the fields of a change is not defined.
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const answerTo = async (asker: Person) => {
    const answer = await asker.query(question, variables);
    for (const change of answer.history.nodes) change.fields.sort(byName);
    return answer;
  };
  const before = await answerTo(ada);
  expect(before.changes.changes).toHaveLength(2);
  expect(await answerTo(moved)).toEqual(before);

  const [latest] = before.changeSets.nodes;
  expect(latest.name).toBe('updateTask');
  expect(await moved.mutate('undoChangeSet', { changeSetId: latest.id }, 'name')).toMatchObject({
    name: 'undoChangeSet',
  });
  const undone = await moved.query('query ($id: ID!) { task(id: $id) { title version } }', { id: task.id });
  expect(undone).toEqual({ task: { title: 'Fetch the xylophone', version: 3 } });
});

test('importing a file again changes nothing, not even the history', async () => {
  const { app, ada } = await adaAndBob();
  const text = await exportOf(app, ada.email);
  const there = await createTestApp();
  const { createdCount } = await importInto(there, 'ada@example.org', text);
  expect(await importInto(there, 'ada@example.org', text)).toEqual({
    createdCount: 0,
    unchangedCount: createdCount,
    includesHistory: false,
  });
  // The same holds for the account that was exported.
  expect(await importInto(app, ada.email, text)).toEqual({
    createdCount: 0,
    unchangedCount: createdCount,
    includesHistory: false,
  });
  expect(await exportOf(there, 'ada@example.org')).toBe(text);
  expect(await exportOf(app, ada.email)).toBe(text);
});

test('an import into an account with records adds those that it lacks, as changes in its history', async () => {
  const { app, ada } = await adaAndBob();
  const text = await exportOf(app, ada.email);
  const there = await createTestApp();
  const cleo = await there.person('Cleo', 'Asia/Tokyo');
  const own = await cleo.mutate('createTask', { title: 'Her own' });
  const { changes } = await cleo.query('{ changes { ... on ChangePage { cursor } } }');
  const report = await importInto(there, cleo.email, text);
  expect(report).toMatchObject({ unchangedCount: 0, includesHistory: false });

  const answer = await cleo.query(
    `query ($after: String, $own: ID!) {
      viewer { name timeZone }
      task(id: $own) { title version }
      changeSets(first: 100) { nodes { name } }
      changes(after: $after) { ... on ChangePage { changes { action } } }
    }`,
    { after: changes.cursor, own: own.id },
  );
  expect(answer).toMatchObject({
    viewer: { name: 'Cleo', timeZone: 'Asia/Tokyo' },
    task: { title: 'Her own', version: 1 },
    changes: { changes: expect.arrayContaining([{ action: 'CREATE' }]) },
  });
  const names = new Set<string>(answer.changeSets.nodes.map(({ name }: { name: string }) => name));
  expect(names).toEqual(new Set(['createAccount', 'createTask', 'importRows']));
  const logged = await there.db.reads.change.count({ where: { changeSet: { name: 'importRows' } } });
  expect(logged).toBe(report.createdCount);

  // Added records are unchanged, with their versions and times.
  const rows = (whole: string) => whole.split('\n').filter((line) => /^\{"type":"(?!ChangeSet|Change")/.test(line));
  const after = new Set(rows(await exportOf(there, cleo.email)));
  expect(rows(text).filter((line) => !after.has(line))).toEqual([]);
  expect(await importInto(there, cleo.email, text)).toMatchObject({
    createdCount: 0,
    unchangedCount: report.createdCount,
  });
});

test('an import is refused if a record exists with other values or belongs to another account', async () => {
  const { app, ada, bob, hers } = await adaAndBob();
  const text = await exportOf(app, ada.email);
  const [taskId = '', otherId = ''] = hers.Task ?? [];
  await ada.mutate('updateTask', { id: taskId, title: 'Changed since', priority: 'URGENT' });
  await ada.mutate('createTask', { title: 'Added since' });
  const before = await exportOf(app, ada.email);
  await expect(importInto(app, ada.email, text)).rejects.toMatchObject({
    name: 'ConflictError',
    nodes: [{ type: 'Task', id: taskId.slice('Task:'.length), fields: ['priority', 'title', 'version'] }],
    message: expect.stringMatching(new RegExp(`^Line \\d+: ${taskId} exists with another .*title.*\\.$`)),
  });
  expect(await exportOf(app, ada.email)).toBe(before);

  const his = await exportOf(app, bob.email);
  const error = await refusalOf(importInto(app, bob.email, text));
  expect(error).toMatchObject({
    name: 'ConflictError',
    message: expect.stringContaining('belongs to another account.'),
  });
  expect(error.message).toMatch(/And \d+ more\.$/);
  expect(await exportOf(app, bob.email)).toBe(his);

  // No account was created for it either.
  await expect(importInto(app, 'nobody@example.org', text)).rejects.toThrow('belongs to another account');
  expect(await app.db.reads.account.count({ where: { email: 'nobody@example.org' } })).toBe(0);
  expect(otherId).not.toBe('');
});

test('an import is refused if another record has a unique value', async () => {
  const here = await createTestApp();
  const [ada, there] = [await here.person('Ada'), await createTestApp()];
  await ada.mutate('createLabel', { name: 'Work', color: '#112233' });
  const cleo = await there.person('Cleo');
  const label = await cleo.mutate('createLabel', { name: 'WORK', color: '#112233' });
  const error = await refusalOf(importInto(there, cleo.email, await exportOf(here, ada.email)));
  expect(error.name).toBe('ConflictError');
  expect(error.message).toMatch(new RegExp(`^Line 2: Label:\\S+ has the same nameNormalized as ${label.id}\\.$`));
});

test('an export shows one moment, without what is written while it is read', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  for (let index = 0; index < 3; index++) await ada.mutate('createTask', { title: `Before ${index}` });
  const expected = await exportOf(app, ada.email);

  const { exportLines } = await import('../../src/transfer/export.ts');
  const id = await accountIdOf(app, ada.email);
  let text = '';
  let written = 0;
  for await (const part of exportLines(app.db, id, { program: programVersion() })) {
    text += part;
    written += 1;
    await ada.mutate('createTask', { title: `Meanwhile ${written}` });
  }
  expect(text).toBe(expected);
  expect(written).toBeGreaterThan(2);
  expect(await exportOf(app, ada.email)).toContain('Meanwhile 1');
});

test('the demo account is the same on the other engine, byte for byte', async (context) => {
  leaveToCI(context);
  const app = await createTestApp();
  const { email } = await seedDemo(app.systemContext(), { seed: 3, days: 1, onProgress: () => {} });
  const text = await exportOf(app, email);
  const there = await otherEngine(context);
  await importInto(there, email, text);
  expect(await exportOf(there, email)).toBe(text);
});

test('any records that fit the models are unchanged after an import, on both engines', async (context) => {
  leaveToCI(context);
  const apps = [await createTestApp(), await otherEngine(context)];
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const text = randomExport(seed);
      number += 1;
      for (const app of apps) {
        // They mean nothing, and so break the rules of what they are.
        await importInto(app, `random${number}@example.org`, text, {});
        expect(await exportOf(app, `random${number}@example.org`)).toBe(text);
      }
    }),
    { numRuns: tries(3) },
  );
});
