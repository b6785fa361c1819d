import type { GraphQLInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { runBatch } from '../../../../src/domains/history/batch/batch.service.ts';
import { newId } from '../../../../src/platform/database/ids.ts';
import { dump } from '../../../isolation/ask.ts';
import { anyValue } from '../../../isolation/walk.ts';
import { createTestApp, type SignedInPerson, testSchema } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { engine } from '../../../support/databases.ts';
import { adaAndBob, ownIn, validInputs } from '../../../support/examples.ts';
import { documentsOf, valuesOf, writingNothing } from '../../../support/history.ts';

const fields = `isDone items {
  index mutation status nodeId
  node { id ... on Task { title version status labels { name } } ... on Label { name } }
  error { __typename code message ... on InvalidInputError { issues { path message } } ... on NotFoundError { path } }
}`;
const send = (person: SignedInPerson, operations: object[], mode = 'ATOMIC') =>
  person.mutate('batch', { operations, mode }, fields);
const statuses = ({ items }: { items: { status: string }[] }) => items.map(({ status }) => status);
const names = async (person: SignedInPerson) =>
  (await person.query('{ changeSets(first: 50) { nodes { name } } }')).changeSets.nodes.map(
    ({ name }: { name: string }) => name,
  );

test('operations run in order in one transaction, and can refer to nodes that earlier ones create', async () => {
  const ada = await (await createTestApp()).person();
  const [label, task] = [newId(), newId()];
  const answer = await send(ada, [
    { createLabel: { id: label, name: 'Home' } },
    { createTask: { id: task, title: 'Talk', labelIds: [`Label:${label}`] } },
    { updateTask: { id: `Task:${task}`, title: 'Talk, at length', ifVersion: 1 } },
    { completeTask: { id: `Task:${task}` } },
  ]);
  const end = { id: `Task:${task}`, title: 'Talk, at length', version: 3, status: 'DONE', labels: [{ name: 'Home' }] };
  const done = { status: 'DONE', error: null };
  expect(answer).toEqual({
    __typename: 'BatchPayload',
    isDone: true,
    items: [
      {
        ...done,
        index: 0,
        mutation: 'createLabel',
        nodeId: `Label:${label}`,
        node: { id: `Label:${label}`, name: 'Home' },
      },
      { ...done, index: 1, mutation: 'createTask', nodeId: end.id, node: end },
      { ...done, index: 2, mutation: 'updateTask', nodeId: end.id, node: end },
      { ...done, index: 3, mutation: 'completeTask', nodeId: end.id, node: end },
    ],
  });
  expect(await names(ada)).toEqual(['batch', 'createAccount']);
});

test('a refused operation leaves nothing of an atomic batch: no record, no sequence number, no document', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const before = await dump(app);
  const id = newId();
  const refusals = [
    [{ createTask: { title: '' } }, { code: 'INVALID_INPUT', issues: [{ path: ['createTask', 'title'] }] }],
    [{ completeTask: { id: `Task:${newId()}` } }, { code: 'NOT_FOUND', path: ['completeTask', 'id'] }],
    [{ trash: { id: `Task:${id}`, ifVersion: 7 } }, { code: 'CONFLICT' }],
  ] as const;
  for (const [operation, errorResponse] of refusals) {
    await writingNothing(app, ada, async () => {
      const made = { createTask: { id, title: 'Talk' } };
      const answer = await send(ada, [made, { createLabel: { name: 'Home' } }, made, operation, made]);
      expect(answer.isDone).toBe(false);
      expect(statuses(answer)).toEqual(['NOT_DONE', 'NOT_DONE', 'NOT_DONE', 'FAILED', 'NOT_DONE']);
      const placed = (path: readonly string[]) => ['input', 'operations', '3', ...path];
      const { code } = errorResponse;
      expect(answer.items[3]).toMatchObject({
        nodeId: null,
        node: null,
        error: {
          code,
          ...('path' in errorResponse && { path: placed(errorResponse.path) }),
          ...('issues' in errorResponse && { issues: [{ path: placed(errorResponse.issues[0].path) }] }),
        },
      });
      expect(answer.items[0]).toMatchObject({ nodeId: null, node: null, error: null });
    });
  }
  expect(await dump(app)).toBe(before);
});

test('with PER_ITEM the rest continues after a refusal, each operation as a change set of its own', async () => {
  const ada = await (await createTestApp()).person();
  const [first, second] = [newId(), newId()];
  const answer = await send(
    ada,
    [
      { createTask: { id: first, title: 'One' } },
      { createTask: { id: first, title: 'Something else' } },
      { completeTask: { id: `Task:${second}` } },
      { createTask: { id: second, title: 'Two', estimateMinutes: -1, parentId: 'Label:1' } },
      { createTask: { id: second, title: 'Two' } },
      { completeTask: { id: `Task:${second}` } },
    ],
    'PER_ITEM',
  );
  expect(answer.isDone).toBe(false);
  expect(statuses(answer)).toEqual(['DONE', 'FAILED', 'FAILED', 'FAILED', 'DONE', 'DONE']);
  expect(answer.items[1].error.code).toBe('CONFLICT');
  expect(answer.items[2].error.path).toEqual(['input', 'operations', '2', 'completeTask', 'id']);
  expect(answer.items[3].error.issues.map(({ path }: { path: string[] }) => path)).toEqual([
    ['input', 'operations', '3', 'createTask', 'estimateMinutes'],
    ['input', 'operations', '3', 'createTask', 'parentId'],
  ]);
  expect(answer.items[4].node).toMatchObject({ title: 'Two', version: 2, status: 'DONE' });
  expect(await names(ada)).toEqual(['completeTask', 'createTask', 'createTask', 'createAccount']);
});

test('a repeated batch changes nothing and returns the same response', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const [label, task] = [newId(), newId()];
  const created = { createTask: { id: task, title: 'Talk', labelIds: [`Label:${label}`] } };
  const operations = [
    { createLabel: { id: label, name: 'Home' } },
    created,
    // Twice in one batch as well.
    created,
    { completeTask: { id: `Task:${task}` } },
    { trash: { id: `Task:${task}` } },
  ];
  const first = await send(ada, operations);
  expect(first.isDone).toBe(true);
  await writingNothing(app, ada, async () => {
    for (const mode of ['ATOMIC', 'PER_ITEM']) expect(await send(ada, operations, mode)).toEqual(first);
  });
});

test('a batch has at most 200 operations, each exactly one mutation that can be part of a batch', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const many = (count: number) => Array.from({ length: count }, () => ({ completeTask: { id: 'Task:1' } }));
  expect(await send(ada, many(201))).toEqual({
    __typename: 'InvalidInputError',
    code: 'INVALID_INPUT',
    message: expect.any(String),
    issues: [{ path: ['input', 'operations'], message: 'must be at most 200' }],
  });
  expect(await send(ada, [])).toEqual({ __typename: 'BatchPayload', isDone: true, items: [] });
  const text = 'mutation ($input: BatchInput!) { batch(input: $input) { __typename } }';
  for (const operation of [
    {},
    { createLabel: { name: 'a' }, completeTask: { id: 'Task:1' } },
    { completeTask: null },
  ]) {
    const { errors } = await ada.ask(text, { input: { operations: [operation] } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  }
  const open = (testSchema().getType('BatchOperation') as GraphQLInputObjectType).getFields();
  const closed = Object.keys(testSchema().getMutationType()?.getFields() ?? {}).filter((name) => !(name in open));
  expect(closed.toSorted()).toEqual([
    'batch',
    'beginPasskeyRegistration',
    'beginPasskeySignIn',
    'blockTime',
    'changePassword',
    'commitDay',
    'createAccessToken',
    'createCalendarFeed',
    'createFeedbackRequest',
    'createMiroFrame',
    'createMiroImport',
    'createPushSubscription',
    'createRecoveryCodes',
    'createWebhook',
    'deleteAccount',
    'deleteIntegration',
    'deleteMiroFrame',
    'deleteMiroImport',
    'deletePasskey',
    'deletePermanently',
    'deletePushSubscription',
    'deleteTimeBlock',
    'deleteWebhook',
    'emptyTrash',
    'importFile',
    'importFramework',
    'importMeetings',
    'importPrompts',
    'pauseIntegration',
    'refreshSession',
    'registerPasskey',
    'renamePasskey',
    'renewFeedbackRequestLink',
    'repeatInTodo',
    'requestPasswordReset',
    'resendWebhookDelivery',
    'resetPassword',
    'resolveSyncConflict',
    'respondToMeeting',
    'resumeIntegration',
    'revokeAccessToken',
    'revokeCalendarFeed',
    'revokeSession',
    'rotateWebhookSecret',
    'signIn',
    'signInWithPasskey',
    'signOut',
    'signOutEverywhere',
    'signUp',
    'startIntegrationSignIn',
    'subscribeToCalendar',
    'syncIntegration',
    'testWebhook',
    'undoChangeSet',
    'updateIntegration',
    'updateOutlookCalendar',
    'updateProfile',
    'updateTimeBlock',
    'updateTodoList',
    'updateWebhook',
  ]);
});

test('an internal error in a batch is returned with the items done before it; an atomic batch does nothing', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const node = { type: 'Task', id: '1' };
  const fine = { mutation: 'createTask', run: async () => node };
  const fault = new Error('The disk is full.');
  const steps = [fine, { mutation: 'createTask', run: () => Promise.reject(fault) }, fine];
  const outcomes = await runBatch(ctx, { operations: [], mode: 'PER_ITEM' }, steps);
  expect(outcomes).toEqual([{ status: 'DONE', node }, { status: 'FAILED', error: fault }, { status: 'NOT_DONE' }]);
  await expect(runBatch(ctx, { operations: [], mode: 'ATOMIC' }, steps)).rejects.toBe(fault);
});

/** What takes something away comes last, so that the others still find it. */
const verbs = ['create', 'update', 'set', 'close', '', 'restore', 'trash'];
const rank = (name: string) => {
  const index = verbs.findIndex((verb) => verb !== '' && name.startsWith(verb));
  return index < 0 ? verbs.indexOf('') : index;
};

test('one batch can have all mutations on nodes of all types, and one undo reverses it', async () => {
  const { app, bob, his } = await adaAndBob();
  const open = (testSchema().getType('BatchOperation') as GraphQLInputObjectType).getFields();
  const operations = Object.values(open)
    .toSorted((a, b) => rank(a.name) - rank(b.name))
    .map(({ name, type }) => ({ [name]: validInputs[name]?.(ownIn(his)) ?? anyValue(type, '') }));
  expect(operations.length).toBeGreaterThan(55);
  const countOf = async (person: SignedInPerson) =>
    (await person.query('{ changeSets { totalCount } }')).changeSets.totalCount;
  const before = await countOf(bob);
  const answer = await send(bob, operations);
  expect(answer.items.filter(({ status }: { status: string }) => status === 'FAILED')).toEqual([]);
  const types = new Set<string>(answer.items.map(({ nodeId }: { nodeId: string }) => nodeId.split(':')[0]));
  expect(types).toEqual(new Set(Object.keys(his).filter((type) => !notRows.includes(type))));
  expect(await countOf(bob)).toBe(before + 1);
  const [done, documents] = [await valuesOf(app, bob), await documentsOf(app, bob)];

  const { changeSets: latest } = await bob.query('{ changeSets(first: 1) { nodes { id name } } }');
  expect(latest.nodes[0].name).toBe('batch');
  const undone = await bob.mutate('undoChangeSet', { changeSetId: latest.nodes[0].id });
  expect(undone.__typename).toBe('ChangeSet');
  expect(await valuesOf(app, bob)).not.toEqual(done);
  expect((await bob.mutate('undoChangeSet', { changeSetId: undone.id })).__typename).toBe('ChangeSet');
  expect(await valuesOf(app, bob)).toEqual(done);
  expect(await documentsOf(app, bob)).toEqual(documents);
});

/** Types with ids whose rows no batch answers: what one signs in with, and what is part of another row. */
const notRows = [
  'AccessToken',
  'Account',
  'CalendarFeed',
  'ChangeSet',
  'EnergyPrompt',
  'HabitMark',
  'Integration',
  'IntegrationSignIn',
  'MiroBoard',
  'MiroFrame',
  'MiroImport',
  'OutlookCalendar',
  'OutlookResponse',
  'Passkey',
  'PromptReview',
  'PushSubscription',
  'RoleRequirement',
  'SecurityEvent',
  'Session',
  'SyncConflict',
  'SyncRun',
  'SyncTask',
  'TaskPlan',
  'TimeBlock',
  'TodoList',
  'Webhook',
  'WebhookDelivery',
];

test('other requests get a turn before each operation of a batch', async () => {
  const ada = await (await createTestApp()).person();
  let turns = 0;
  let waiting = setImmediate(function again() {
    turns += 1;
    waiting = setImmediate(again);
  });
  const operations = Array.from({ length: 50 }, (_, index) => ({ createTask: { title: `Task ${index}` } }));
  for (const mode of ['ATOMIC', 'PER_ITEM']) {
    turns = 0;
    expect((await ada.mutate('batch', { operations, mode }, 'isDone')).isDone).toBe(true);
    expect(turns).toBeGreaterThanOrEqual(50);
  }
  clearImmediate(waiting);
});

test('the number of statements of a batch grows with its operations, not with the fields selected', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: label } = await ada.mutate('createLabel', { name: 'Home' });
  const batchOf = (count: number) =>
    app.counting(async () => {
      const operations = Array.from({ length: count }, (_, index) => ({
        createTask: { id: newId(), title: `Task ${index}`, labelIds: [label] },
      }));
      expect((await send(ada, operations)).isDone).toBe(true);
    });
  // The first one also adds its words to the vocabulary of the owner.
  await batchOf(1);
  const [ten, twenty] = [await batchOf(10), await batchOf(20)];
  // For each: whether its id is taken, the last position, the row, its label, its joins so far, twice, and the new one.
  expect((twenty - ten) / 10).toBe(7);
  // The documents, the sequence, the operation and its changes; the rows, joins and labels to show. On PostgreSQL the owner's clock is locked first.
  expect(ten - 10 * 7).toBe(engine === 'sqlite' ? 6 : 7);
});
