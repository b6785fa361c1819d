import { Client, cacheExchange, fetchExchange } from '@urql/core';
import { expect, onTestFinished, test } from 'vitest';
import type { SignedInPerson } from '../support/app.ts';
import { Batch, CompleteTask, CreateLabel, CreateTask, LabelNames, TaskDetail, TaskList } from './documents.ts';
import { createListeningApp, createRecorder, createTasks, type ListeningApp } from './listening.ts';

/** A client as urql's own guide sets it up, with its document cache. */
function createUrqlClient({ endpoint }: ListeningApp, person?: SignedInPerson) {
  const recorder = createRecorder();
  const client = new Client({
    url: endpoint,
    exchanges: [cacheExchange, fetchExchange],
    fetch: recorder.fetch,
    fetchOptions: { headers: person ? { authorization: `Bearer ${person.accessToken}` } : {} },
  });
  return { client, sent: recorder.sent };
}

test('a mutation makes urql ask again for each document that shows a row of that type, and for no other', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [id = ''] = await createTasks(ada, 2);
  await ada.mutate('createLabel', { name: 'Work' });
  const { client, sent } = createUrqlClient(app, ada);
  const seen: (string[] | undefined)[] = [];
  const tasks = client.query(TaskList, { first: 10 }).subscribe(({ data }) => {
    seen.push(data?.tasks.edges.map(({ node }) => node.status));
  });
  const labels = client.query(LabelNames, {}).subscribe(() => undefined);
  onTestFinished(() => {
    tasks.unsubscribe();
    labels.unsubscribe();
  });
  await expect.poll(() => seen).toEqual([['TODO', 'TODO']]);
  await expect.poll(() => sent).toEqual(['TaskList', 'LabelNames']);
  await client.query(TaskList, { first: 10 }).toPromise();
  expect(sent).toHaveLength(2);

  await client.mutation(CompleteTask, { input: { id } }).toPromise();
  await expect.poll(() => seen.at(-1)).toEqual(['DONE', 'TODO']);
  expect(sent).toEqual(['TaskList', 'LabelNames', 'CompleteTask', 'TaskList']);
});

test('a batch makes urql ask again for each document that shows rows of the types it answers', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [id = ''] = await createTasks(ada, 1);
  await ada.mutate('createLabel', { name: 'Work' });
  const { client } = createUrqlClient(app, ada);
  const seen: unknown[] = [];
  const tasks = client.query(TaskList, { first: 10 }).subscribe(({ data }) => {
    seen.push(data?.tasks.edges.map(({ node }) => node.status));
  });
  const labels = client.query(LabelNames, {}).subscribe(({ data }) => {
    seen.push(data?.labels.nodes.map(({ name }) => name));
  });
  onTestFinished(() => {
    tasks.unsubscribe();
    labels.unsubscribe();
  });
  await expect.poll(() => seen).toHaveLength(2);
  const operations = [{ completeTask: { id } }, { createLabel: { name: 'Home' } }];
  const { data } = await client.mutation(Batch, { input: { operations } }).toPromise();
  expect(data?.batch).toMatchObject({
    isDone: true,
    items: [{ node: { status: 'DONE' } }, { node: { name: 'Home' } }],
  });
  await expect.poll(() => seen.slice(2)).toEqual(expect.arrayContaining([['DONE'], ['Home', 'Work']]));
});

test('a list that was empty is asked for again once urql is told what it holds', async () => {
  const app = await createListeningApp();
  const { client, sent } = createUrqlClient(app, await app.person());
  const context = { additionalTypenames: ['Label'] };
  const seen: (string[] | undefined)[] = [];
  const labels = client.query(LabelNames, {}, context).subscribe(({ data }) => {
    seen.push(data?.labels.nodes.map(({ name }) => name));
  });
  onTestFinished(() => labels.unsubscribe());
  await expect.poll(() => seen).toEqual([[]]);
  await client.mutation(CreateLabel, { input: { name: 'Work' } }).toPromise();
  await expect.poll(() => seen.at(-1)).toEqual(['Work']);
  expect(sent).toEqual(['LabelNames', 'CreateLabel', 'LabelNames']);
});

test('a refusal reaches urql as data with every bad field, and not as an error', async () => {
  const app = await createListeningApp();
  const { client } = createUrqlClient(app, await app.person());
  const { data, error } = await client.mutation(CreateTask, { input: { title: '', estimateMinutes: -1 } }).toPromise();
  expect(error).toBeUndefined();
  if (data?.createTask.__typename !== 'InvalidInputError') throw new Error(`Not refused: ${JSON.stringify(data)}`);
  const paths = data.createTask.issues.map(({ path }) => path.join('.'));
  expect(paths.sort()).toEqual(['input.estimateMinutes', 'input.title']);
});

test('what the compiler refuses in variables and fields, the server refuses too or never sends', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { client } = createUrqlClient(app, ada);
  // @ts-expect-error There is no such priority.
  const wrongEnum = client.mutation(CreateTask, { input: { title: 'Rest', priority: 'SOMEWHAT' } });
  // @ts-expect-error A title is required.
  const noTitle = client.mutation(CreateTask, { input: {} });
  for (const operation of [wrongEnum, noTitle]) {
    const { data, error } = await operation.toPromise();
    expect(data?.createTask).toBeUndefined();
    expect(error?.graphQLErrors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  }
  const [id = ''] = await createTasks(ada, 1);
  const { data } = await client.query(TaskDetail, { id }).toPromise();
  expect(data?.task?.title).toBe('Task 1');
  // @ts-expect-error The schema has such a field, and the document does not ask for it.
  expect(data?.task?.description).toBeUndefined();
  // @ts-expect-error There is no such field.
  expect(data?.task?.headline).toBeUndefined();
});

test('urql is told that nobody is signed in by a code that a program can read', async () => {
  const app = await createListeningApp();
  const { client } = createUrqlClient(app);
  const { data, error } = await client.query(TaskList, { first: 1 }).toPromise();
  expect(data ?? null).toBeNull();
  expect(error?.networkError).toBeUndefined();
  expect(error?.graphQLErrors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
});
