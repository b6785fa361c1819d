import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const fields = 'fields { name before after }';

const historyOf = async (person: SignedInPerson, id: string) =>
  (
    await person.query(
      `query ($id: ID!) { history(id: $id) { totalCount nodes {
        type nodeId action nodeVersion at changeSet { id name at actor actorId } ${fields}
      } } }`,
      { id },
    )
  ).history;

test('the history of a node has actor, action, time and changed fields', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { id: goalId } = await ada.mutate('createGoal', { title: 'Speak', kind: 'PROJECT' });
  const { id } = await ada.mutate('createTask', { title: 'Talk', description: '' });
  app.clock.advance(1_000);
  await ada.mutate('updateTask', { id, title: 'A talk', goalId });
  await ada.mutate('completeTask', { id });
  const { totalCount, nodes } = await historyOf(ada, id);
  expect(totalCount).toBe(3);
  const [completed, changed, made] = nodes;
  expect(completed.changeSet.name).toBe('completeTask');
  expect(completed.fields).toContainEqual({ name: 'status', before: 'TODO', after: 'DONE' });
  expect(changed).toEqual({
    type: 'TASK',
    nodeId: id,
    action: 'UPDATE',
    nodeVersion: 2,
    at: '2026-11-23T09:00:01.000Z',
    changeSet: {
      id: expect.stringMatching(/^ChangeSet:/),
      name: 'updateTask',
      at: '2026-11-23T09:00:01.000Z',
      actor: 'SESSION',
      actorId: expect.stringMatching(/^Session:/),
    },
    fields: [
      { name: 'title', before: 'Talk', after: 'A talk' },
      { name: 'goalId', before: null, after: goalId },
    ],
  });
  expect(made.fields).toContainEqual({ name: 'title', before: null, after: 'Talk' });
  expect(made.fields.map(({ name }: { name: string }) => name)).not.toContain('titleNormalized');
});

test('changes of parts are in the history of their node: labels and addresses', async () => {
  const ada = await (await createTestApp()).person();
  const { id: home } = await ada.mutate('createLabel', { name: 'Home' });
  const { id: work } = await ada.mutate('createLabel', { name: 'Work' });
  const { id } = await ada.mutate('createTask', { title: 'Talk', labelIds: [home] });
  await ada.mutate('createTask', { title: 'Another', labelIds: [home] });
  await ada.mutate('updateTask', { id, labelIds: [work] });
  const [changed, made] = (await historyOf(ada, id)).nodes;
  const label = (labelId: string) => ({ labelId });
  expect(changed.fields).toEqual([
    { name: 'taskLabel', before: label(home), after: null },
    { name: 'taskLabel', before: null, after: label(work) },
  ]);
  expect(made.fields).toContainEqual({ name: 'taskLabel', before: null, after: label(home) });
  const { id: mara } = await ada.mutate('createPerson', { name: 'Mara', emails: ['mara@example.org'] });
  const [person] = (await historyOf(ada, mara)).nodes;
  const address = { name: 'personEmail', before: null, after: { email: 'mara@example.org', position: 1 } };
  expect(person.fields).toContainEqual(address);
});

test('a deleted node still has a history, and unknown nodes have an empty one', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createTask', { title: 'Short' });
  await ada.mutate('trash', { id });
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  const { nodes } = await historyOf(ada, id);
  expect(nodes.map(({ action }: { action: string }) => action)).toEqual(['DELETE', 'UPDATE', 'CREATE']);
  const { sessions } = await ada.query('{ sessions { id } }');
  expect(await historyOf(ada, sessions[0].id)).toEqual({ totalCount: 0, nodes: [] });
  const { errors } = await ada.ask('{ history(id: "Nothing:1") { totalCount } }');
  expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});

test('changeSets are sorted latest first, each with a page of its changes', async () => {
  const ada = await (await createTestApp()).person();
  const { id } = await ada.mutate('createTask', { title: 'Above' });
  for (const title of ['a', 'b']) await ada.mutate('createTask', { title, parentId: id });
  await ada.mutate('trash', { id });
  const query = `query ($after: String) { changeSets(first: 2, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { name changes(first: 2) { totalCount pageInfo { hasNextPage } nodes { type action nodeVersion } } }
  } }`;
  const { changeSets } = await ada.query(query);
  expect(changeSets.totalCount).toBe(5);
  const update = { type: 'TASK', action: 'UPDATE', nodeVersion: 2 };
  expect(changeSets.nodes).toEqual([
    { name: 'trash', changes: { totalCount: 3, pageInfo: { hasNextPage: true }, nodes: [update, update] } },
    {
      name: 'createTask',
      changes: {
        totalCount: 1,
        pageInfo: { hasNextPage: false },
        nodes: [{ type: 'TASK', action: 'CREATE', nodeVersion: 1 }],
      },
    },
  ]);
  const { changeSets: next } = await ada.query(query, { after: changeSets.pageInfo.endCursor });
  expect(next.nodes.map(({ name }: { name: string }) => name)).toEqual(['createTask', 'createTask']);
});

test('passwords and tokens are in no history, and scripts are identified by their token', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { token, accessToken } = await ada.mutate(
    'createAccessToken',
    { name: 'Script', scopes: ['READ', 'WRITE'] },
    'token accessToken { id }',
  );
  await ada.mutate(
    'changePassword',
    { currentPassword: ada.password, newPassword: 'another correct horse' },
    '__typename',
  );
  await ada.mutate('createCalendarFeed', { name: 'Phone' }, '__typename');
  const script = app.as({ authorization: `Bearer ${token}` });
  await script.mutate('createTask', { title: 'By a script' });
  const text = `{ changeSets { nodes { name actor actorId changes { nodes { type ${fields} } } } } }`;
  const { changeSets } = await ada.query(text);
  expect(changeSets.nodes.map(({ name }: { name: string }) => name)).toEqual(['createTask', 'createAccount']);
  expect(changeSets.nodes[0]).toMatchObject({ actor: 'ACCESS_TOKEN', actorId: accessToken.id });
  const secrets = await app.db.reads.credential.findFirstOrThrow();
  expect(JSON.stringify(changeSets)).not.toContain(secrets.passwordHash);
  expect(JSON.stringify(changeSets)).not.toMatch(/hash|\$argon2/i);
});

test('other accounts see nothing of it', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  const { id } = await ada.mutate('createTask', { title: 'Hers' });
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  const changeSetId = changeSets.nodes[0].id;
  expect((await historyOf(bob, id)).nodes).toEqual([]);
  expect((await bob.query('query ($id: ID!) { node(id: $id) { id } }', { id: changeSetId })).node).toBeNull();
  expect((await bob.query('{ changeSets { totalCount } }')).changeSets.totalCount).toBe(1);
  expect(await bob.mutate('undoChangeSet', { changeSetId })).toMatchObject({ __typename: 'NotFoundError' });
});
