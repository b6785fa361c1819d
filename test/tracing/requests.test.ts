import { expect, test } from 'vitest';
import { createMemoryLog } from '../support/memory-log.ts';
import { createReceiver } from '../support/receiver.ts';
import { childrenOf, createTracedApp, treeOf } from '../support/traced.ts';

const bearer = ({ accessToken }: { accessToken: string }) => ({ authorization: `Bearer ${accessToken}` });

test('a query is a trace from HTTP to SQL', async () => {
  const { app, post, ended, collector } = await createTracedApp({
    OTEL_SERVICE_NAME: 'desk',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=at%20home',
  });
  const ada = await app.person();
  await post('query ListTasks { tasks(first: 2) { nodes { title } } }', bearer(ada));
  const spans = await ended();
  const request = spans.find(
    ({ attributes }) => attributes['graphql.operation.name'] === 'ListTasks' && attributes['http.route'],
  );
  if (!request) throw new Error('The request is missing.');
  expect(request).toMatchObject({ name: 'POST /graphql', kind: 2, parentId: '', isFailed: false });
  expect(request.attributes).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'url.path': '/graphql',
    'url.scheme': 'http',
    'server.address': '127.0.0.1',
    'server.port': 4000,
    'http.response.status_code': 200,
    'graphql.operation.type': 'query',
    'graphql.operation.name': 'ListTasks',
    'user.id': ada.id.split(':')[1],
    'waymark.request.id': expect.stringMatching(/^[\da-f-]{36}$/),
  });
  const execution = childrenOf(spans, request).find(({ name }) => name === 'query');
  if (!execution) throw new Error('The execution is missing.');
  expect(execution.attributes).toEqual({ 'graphql.operation.type': 'query', 'graphql.operation.name': 'ListTasks' });
  const statements = childrenOf(spans, execution);
  expect(statements.map(({ name, kind }) => [name, kind])).toEqual([['SELECT Task', 3]]);
  expect(statements[0]?.attributes).toMatchObject({
    'db.system.name': app.db.engine,
    'db.operation.name': 'SELECT',
    'db.collection.name': 'Task',
    'db.query.summary': 'SELECT Task',
    'db.query.text': expect.stringMatching(/^SELECT .* FROM "Task" .*"ownerId" = .?(\?|\$\d)/),
  });
  // Nobody adds up more time than there was.
  expect(statements[0]?.duration).toBeLessThanOrEqual(execution.duration);
  expect(execution.duration).toBeLessThanOrEqual(request.duration);
  expect(collector.resource).toMatchObject({
    'service.name': 'desk',
    'deployment.environment.name': 'at home',
    'service.version': expect.stringMatching(/^\d/),
  });
});

test('a mutation has its transaction, with the wait for it and its statements', async () => {
  const { app, post, ended } = await createTracedApp();
  const ada = await app.person();
  await post('mutation Add { createTask(input: { title: "Call" }) { __typename } }', bearer(ada));
  const spans = await ended();
  const mutation = spans.find(
    ({ name, attributes }) => name === 'mutation' && attributes['graphql.operation.name'] === 'Add',
  );
  if (!mutation) throw new Error('The mutation is missing.');
  const [transaction, ...others] = treeOf(spans, mutation).below;
  expect(others).toEqual([]);
  expect(transaction?.name).toBe('transaction');
  const parts = transaction?.below.map(({ name }) => name);
  expect(parts).toContain('wait for the transaction');
  expect(parts).toEqual(
    expect.arrayContaining(['SELECT Task', 'INSERT Task', 'INSERT SearchDocument', 'INSERT Change']),
  );
});

test('what Prisma reads is traced, too, in and outside of transactions', async () => {
  const { app, ended } = await createTracedApp(
    {},
    {
      jobs: {
        kinds: {},
        recurring: [
          {
            name: 'readByPrisma',
            every: 3_600_000,
            async run(ctx) {
              await ctx.database.reads.goal.aggregate({ _max: { createdAt: true } });
              await ctx.database.write(async (client) => void (await client.label.findMany({ take: 1 })));
            },
          },
        ],
      },
    },
  );
  await app.worker.work();
  const spans = await ended();
  const job = spans.find(({ name }) => name === 'job readByPrisma');
  if (!job) throw new Error('The job is missing.');
  const [read, written] = treeOf(spans, job).below;
  expect(read?.name).toBe('SELECT Goal');
  expect(written?.name).toBe('transaction');
  expect(written?.below.map(({ name }) => name)).toEqual(['wait for the transaction', 'SELECT Label']);
});

test('a trace that the client has begun goes on, also in the log of the request', async () => {
  const { log, lines } = createMemoryLog();
  const { app, post, ended } = await createTracedApp({}, { log });
  const ada = await app.person();
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const traced = (sampled: string) => ({ ...bearer(ada), traceparent: `00-${traceId}-00f067aa0ba902b7-${sampled}` });
  await post('query Theirs { viewer { name } }', traced('01'));
  await post('query NotSampled { viewer { name } }', traced('00'));
  await post('query Broken { viewer { name } }', { ...bearer(ada), traceparent: 'nonsense' });
  const spans = await ended();
  const named = (name: string) =>
    spans.find(({ kind, attributes }) => kind === 2 && attributes['graphql.operation.name'] === name);
  expect(named('Theirs')).toMatchObject({ traceId, parentId: '00f067aa0ba902b7' });
  expect(named('NotSampled')).toBeUndefined();
  expect(named('Broken')).toMatchObject({ parentId: '' });
  const line = lines.find(({ msg, operation }) => msg === 'responded' && operation === 'Theirs');
  expect(line).toMatchObject({ traceId, requestId: named('Theirs')?.attributes['waymark.request.id'] });
});

test('requests other than to GraphQL have their route, and failed ones their status', async () => {
  const { at, ended } = await createTracedApp();
  await fetch(`${at}/health`);
  await fetch(`${at}/made/up`);
  await fetch(`${at}/calendar/${'x'.repeat(43)}.ics`);
  await fetch(`${at}/sign-in?token=${'y'.repeat(43)}`);
  const spans = await ended();
  const all = spans
    .filter(({ kind }) => kind === 2)
    .map(({ name, attributes }) => [
      name,
      attributes['http.route'],
      attributes['url.path'],
      attributes['http.response.status_code'],
    ]);
  expect(all).toEqual([
    ['GET /health', '/health', '/health', 200],
    ['GET', undefined, '/made/up', 404],
    ['GET /calendar', '/calendar', '/calendar/…', 404],
    ['GET /sign-in', '/sign-in', '/sign-in', 410],
  ]);
});

test('an operation that fails says by which code, and a request by its status', async () => {
  const { app, post, ended } = await createTracedApp();
  const ada = await app.person();
  const broken = () => Promise.reject(new Error('The disk is on fire.'));
  Object.assign(app.db.reads.task, { count: broken, findMany: broken });
  const { status } = await post('query Failing { tasks(first: 1) { totalCount } }', {
    ...bearer(ada),
    accept: 'application/graphql-response+json',
  });
  const spans = await ended();
  const failed = spans.filter(({ isFailed }) => isFailed);
  expect(failed.map(({ name, attributes }) => [name, attributes['error.type']])).toEqual([
    ['query', 'INTERNAL'],
    ...(status >= 500 ? [['POST /graphql', String(status)]] : []),
  ]);
});

test('a job is a trace, with what it sends to other servers, which are not told of it', async () => {
  const { app, ended } = await createTracedApp({ ALLOW_PRIVATE_ADDRESSES: 'on' });
  const ada = await app.person();
  const receiver = await createReceiver(204);
  await ada.mutate('createWebhook', { url: `${receiver.url}/secret-part` }, 'webhook { id }');
  await ada.mutate('createTask', { title: 'Call' });
  await app.worker.work();
  const spans = await ended();
  const job = spans.find(({ name }) => name === 'job deliverWebhook');
  if (!job) throw new Error('The job is missing.');
  expect(job).toMatchObject({ kind: 1, parentId: '', isFailed: false, attributes: { 'waymark.job.attempt': 1 } });
  const sent = childrenOf(spans, job).find(({ name }) => name === 'POST');
  const { origin, port } = new URL(receiver.url);
  expect(sent?.kind).toBe(3);
  expect(sent?.attributes).toEqual({
    'http.request.method': 'POST',
    'server.address': '127.0.0.1',
    'server.port': Number(port),
    'url.full': origin,
    'http.response.status_code': 204,
  });
  expect(receiver.received.length).toBeGreaterThan(0);
  expect(receiver.received.map(({ headers }) => headers.traceparent)).toEqual(receiver.received.map(() => undefined));
});

test('a job that fails says so', async () => {
  const { app, ended } = await createTracedApp(
    {},
    {
      jobs: {
        kinds: {},
        recurring: [
          { name: 'failing', every: 3_600_000, run: () => Promise.reject(new RangeError('ada@example.org')) },
        ],
      },
    },
  );
  await app.worker.work();
  const spans = await ended();
  expect(spans.find(({ name }) => name === 'job failing')).toMatchObject({
    isFailed: true,
    attributes: { 'error.type': 'RangeError' },
  });
});
