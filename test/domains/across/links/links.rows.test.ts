import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { linkableTypes } from '../../../../src/domains/across/links/links.rules.ts';
import { nodeTypes } from '../../../isolation/walk.ts';
import { createTestApp, type SignedInPerson, testSchema } from '../../../support/app.ts';

test('nodes of every type can be linked, but for accounts and what signs in to them, is told of them or is synced, labels, links and change sets', () => {
  const schema = testSchema();
  const ofAccounts = [
    'Account',
    'Session',
    'AccessToken',
    'CalendarFeed',
    'Webhook',
    'WebhookDelivery',
    'PushSubscription',
    'SecurityEvent',
    'Passkey',
    'Integration',
    'IntegrationSignIn',
    'SyncRun',
  ];
  const ofMiro = ['MiroBoard', 'MiroFrame', 'MiroImport'];
  const ofOutlook = ['OutlookCalendar', 'TodoList', 'SyncConflict', 'TimeBlock', 'OutlookResponse'];
  const ofIntegrations = ['SyncTask', ...ofMiro, ...ofOutlook];
  const others = [...ofAccounts, ...ofIntegrations, 'Label', 'Link', 'ChangeSet'];
  const linkable = nodeTypes(schema).filter((type) => !others.includes(type));
  expect(linkable.filter((type) => !(linkableTypes as readonly string[]).includes(type))).toEqual([]);
  const withLinks = nodeTypes(schema).filter((name) => {
    const type = schema.getType(name);
    return isObjectType(type) && type.getFields().links !== undefined;
  });
  expect(withLinks).toEqual(linkable);
  expect(linkable.length).toBeGreaterThan(5);
});

/** Links between tasks with labels and parents, and people with addresses, half of them each way. */
async function fill(ada: SignedInPerson, count: number): Promise<void> {
  const labelIds = [(await ada.mutate('createLabel', { name: 'L' })).id];
  const parentId = (await ada.mutate('createTask', { title: 'Whole', labelIds })).id;
  for (let i = 0; i < count; i += 1) {
    const task = (await ada.mutate('createTask', { title: `T${i}`, parentId, labelIds })).id;
    const person = (await ada.mutate('createPerson', { name: `P${i}`, emails: [`p${i}@example.org`] })).id;
    const [fromId, toId] = i % 2 ? [task, person] : [person, task];
    await ada.mutate('createLink', { kind: 'ABOUT', fromId, toId });
  }
}

const row = '__typename id ... on Task { title labels { name } parent { labels { name } } } ... on Person { emails }';
/*
 * One statement finds the links. All others come once for each end, however many links there are: tasks with their parents,
 * the labels of both; people and their addresses.
 */
const reads = {
  'links without their rows': {
    statements: 1,
    query: 'query ($first: Int) { links(first: $first) { nodes { notes } } }',
  },
  'links with their rows, and what those have': {
    statements: 1 + 2 * 5,
    query: `query ($first: Int) { links(first: $first) { nodes { from { ${row} } to { ${row} } } } }`,
  },
  // Tasks; the links of all; how many start at each and lead to each; at either end tasks, people and addresses.
  'tasks with their links and the rows beyond': {
    statements: 1 + 3 + 2 * 3,
    query: `query ($first: Int) { tasks(first: $first, filter: { parentId: { isNull: false } }) { nodes { links {
      totalCount nodes { from { ... on Person { emails } } to { ... on Person { emails } } }
    } } } }`,
  },
};

test('links take the same number of statements for 2 of them as for 20, with the fields of their nodes', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await fill(ada, 20);
  const taken: Record<string, number[]> = {};
  for (const [name, { query }] of Object.entries(reads)) {
    const few = await app.counting(() => ada.query(query, { first: 2 }));
    taken[name] = [few, await app.counting(() => ada.query(query, { first: 20 }))];
  }
  expect(taken).toEqual(
    Object.fromEntries(Object.entries(reads).map(([name, { statements }]) => [name, [statements, statements]])),
  );
  const { links } = await ada.query(reads['links with their rows, and what those have'].query, { first: 20 });
  expect(links.nodes.length).toBe(20);
  for (const { from, to } of links.nodes) {
    const [task, person] = from.__typename === 'Task' ? [from, to] : [to, from];
    expect(task).toMatchObject({ labels: [{ name: 'L' }], parent: { labels: [{ name: 'L' }] } });
    expect(person.emails).toHaveLength(1);
  }
});
