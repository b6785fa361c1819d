import { expect, onTestFinished, test } from 'vitest';
import { createApolloClient } from './apollo-client.ts';
import { AnyNode, Batch, CompleteTask, CreateTask, TaskDetail, TaskList } from './documents.ts';
import { createListeningApp, createTasks } from './listening.ts';

test('Apollo gathers three pages in one list, each row once and in order, and then reads it from its cache', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const ids = await createTasks(ada, 8);
  const { client, sent } = createApolloClient(app, ada);

  const list = client.watchQuery({ query: TaskList, variables: { first: 3 }, notifyOnNetworkStatusChange: false });
  const lengths: number[] = [];
  const shown = list.subscribe(({ data }) => {
    if (data?.tasks?.edges) lengths.push(data.tasks.edges.length);
  });
  onTestFinished(() => shown.unsubscribe());
  await expect.poll(() => lengths).toEqual([3]);
  for (const length of [6, 8]) {
    const { data } = list.getCurrentResult();
    await list.fetchMore({ variables: { after: data?.tasks?.pageInfo?.endCursor } });
    await expect.poll(() => lengths.at(-1)).toBe(length);
  }
  expect(lengths).toEqual([3, 6, 8]);
  const all = list.getCurrentResult().data?.tasks;
  expect(all?.edges?.map((edge) => edge?.node?.id)).toEqual(ids);
  expect(all?.pageInfo).toMatchObject({ hasNextPage: false });
  expect(all?.totalCount).toBe(8);

  const again = await client.query({ query: TaskList, variables: { first: 3 } });
  expect(again.data?.tasks.edges).toHaveLength(8);
  const detail = await client.query({ query: TaskDetail, variables: { id: ids[6] as string } });
  expect(detail.data?.task?.title).toBe('Task 7');
  expect(sent).toEqual(['TaskList', 'TaskList', 'TaskList']);
});

test('lists with other filters are kept apart in the cache', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [first] = await createTasks(ada, 3);
  await ada.mutate('completeTask', { id: first });
  const { client } = createApolloClient(app, ada);
  const countOf = async (status: 'TODO' | 'DONE') => {
    const variables = { first: 10, filter: { status: { eq: status } } };
    return (await client.query({ query: TaskList, variables })).data?.tasks.edges.length;
  };
  expect(await countOf('TODO')).toBe(2);
  expect(await countOf('DONE')).toBe(1);
  expect(await countOf('TODO')).toBe(2);
});

test('a refusal reaches Apollo as a typed member of the union, matched by the Error interface', async () => {
  const app = await createListeningApp();
  const { client } = createApolloClient(app, await app.person());
  const { data } = await client.mutate({
    mutation: CreateTask,
    variables: { input: { title: ' ', estimateMinutes: 0 } },
  });
  const result = data?.createTask;
  if (result?.__typename !== 'InvalidInputError') throw new Error(`Not refused: ${JSON.stringify(result)}`);
  expect(result.code).toBe('INVALID_INPUT');
  expect(result.message).not.toBe('');
  expect(result.issues.map(({ path }) => path.join('.')).sort()).toEqual(['input.estimateMinutes', 'input.title']);

  const missing = await client.mutate({
    mutation: CompleteTask,
    variables: { input: { id: `Task:${crypto.randomUUID()}` } },
  });
  expect(missing.data?.completeTask).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
});

test('what a mutation answers updates every list that shows the row, by its id and without another request', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [, id = ''] = await createTasks(ada, 3);
  const { client, sent } = createApolloClient(app, ada);
  await client.query({ query: TaskList, variables: { first: 3 } });
  await client.mutate({ mutation: CompleteTask, variables: { input: { id } } });
  const { data } = await client.query({ query: TaskList, variables: { first: 3 } });
  expect(data?.tasks.edges.map(({ node }) => node.status)).toEqual(['TODO', 'DONE', 'TODO']);
  expect(sent).toEqual(['TaskList', 'CompleteTask']);
});

test('an optimistic answer shows at once, and is taken back when the server refuses', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [id = ''] = await createTasks(ada, 1);
  const { client } = createApolloClient(app, ada);
  await client.query({ query: TaskDetail, variables: { id } });
  const seen: string[] = [];
  const shown = client.watchQuery({ query: TaskDetail, variables: { id } }).subscribe(({ data }) => {
    if (data?.task) seen.push(`${data.task.status} ${data.task.version}`);
  });
  onTestFinished(() => shown.unsubscribe());
  const complete = (ifVersion: number) =>
    client.mutate({
      mutation: CompleteTask,
      variables: { input: { id, ifVersion } },
      optimisticResponse: {
        completeTask: {
          __typename: 'CompleteTaskPayload',
          task: { __typename: 'Task', id, status: 'DONE', version: ifVersion + 1 },
        },
      },
    });

  const refused = await complete(7);
  expect(refused.data?.completeTask).toMatchObject({ __typename: 'ConflictError', code: 'CONFLICT' });
  await expect.poll(() => seen).toEqual(['TODO 1', 'DONE 8', 'TODO 1']);
  await complete(1);
  await expect.poll(() => seen.slice(3)).toEqual(['DONE 2']);
});

test('a new row enters the list that the cache holds by its edge, and node(id:) finds it again', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  await createTasks(ada, 2);
  const { client, sent } = createApolloClient(app, ada);
  await client.query({ query: TaskList, variables: { first: 3 } });
  const id = `Task:${crypto.randomUUID()}`;
  await client.mutate({
    mutation: CreateTask,
    variables: { input: { id, title: 'Made offline' } },
    update(cache, { data }) {
      if (data?.createTask.__typename !== 'CreateTaskPayload') return;
      const { task } = data.createTask;
      cache.updateQuery({ query: TaskList, variables: { first: 3 } }, (list) => {
        if (!list) return;
        const edge = { __typename: 'TaskEdge' as const, cursor: '', node: task };
        return { tasks: { ...list.tasks, edges: [...list.tasks.edges, edge] } };
      });
    },
  });
  const { data } = await client.query({ query: TaskList, variables: { first: 3 } });
  expect(data?.tasks.edges.map(({ node }) => node.title)).toEqual(['Task 1', 'Task 2', 'Made offline']);
  expect(sent).toEqual(['TaskList', 'CreateTask']);

  const row = (await client.query({ query: AnyNode, variables: { id }, fetchPolicy: 'network-only' })).data?.node;
  expect(row).toEqual({ __typename: 'Task', id, title: 'Made offline', version: 1 });
});

test('what a batch answers updates all its rows in the cache, and a refusal is told by its type', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const ids = await createTasks(ada, 2);
  const { client, sent } = createApolloClient(app, ada);
  await client.query({ query: TaskList, variables: { first: 10 } });
  const operations = ids.map((id) => ({ completeTask: { id } }));
  await client.mutate({ mutation: Batch, variables: { input: { operations } } });
  const { data } = await client.query({ query: TaskList, variables: { first: 10 } });
  expect(data?.tasks.edges.map(({ node }) => node.status)).toEqual(['DONE', 'DONE']);
  expect(sent).toEqual(['TaskList', 'Batch']);
  const refused = await client.mutate({
    mutation: Batch,
    variables: { input: { operations: [{ createTask: { title: '' } }] } },
  });
  expect(refused.data?.batch).toMatchObject({
    isDone: false,
    items: [{ error: { __typename: 'InvalidInputError' } }],
  });
});
