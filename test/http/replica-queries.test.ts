import type { ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { createTask } from '../../src/domains/tasks/tasks/tasks.service.ts';
import { Prisma } from '../../src/generated/sqlite/client.ts';
import { executeByReplica } from '../../src/http/replica-queries.ts';
import { actFor, type ViewerContext } from '../../src/platform/context.ts';
import { fetchFrom } from '../support/http.ts';
import { type ReplicatedApp, replicatedScenes } from '../support/replicated.ts';

const { scene } = replicatedScenes();

async function viewerOf(app: ReplicatedApp): Promise<ViewerContext> {
  await app.person();
  const ctx = app.systemContext();
  return actFor(ctx, await ctx.db.account.findFirstOrThrow());
}

/** Executes a query that begins on the replica. */
async function executeThere(
  app: ReplicatedApp,
  ctx: ViewerContext,
  execute: (on: ViewerContext) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  const { replica } = app.db;
  if (!replica) throw new Error('There is no replica.');
  for (;;) {
    let isThere = true;
    const result = await executeByReplica(replica, ctx, async (on) => {
      isThere &&= on.db !== ctx.db || app.load().queries.failed > 0;
      return isThere ? execute(on) : { data: null };
    });
    if (isThere) return result;
  }
}

test('a query that writes reads what it has written', async (context) => {
  const { start, pause, resume } = await scene(context);
  const app = await start();
  await app.inUse();
  const ctx = await viewerOf(app);
  const { data } = await executeThere(app, ctx, async (on) => {
    await pause();
    const before = await on.db.task.count();
    await createTask(on, { title: 'a' });
    const after = await on.db.task.count();
    const stats = await on.db.task.aggregate({ _max: { title: true } });
    return { data: { before, after, last: stats._max.title } };
  });
  expect(data).toEqual({ before: 0, after: 1, last: 'a' });
  await resume();
});

test('a query that fails on the replica is executed again on the primary, and is counted once as such', async (context) => {
  const { start } = await scene(context);
  const app = await start(undefined, { METRICS_TOKEN: '0123456789abcdef' });
  await app.inUse();
  const ctx = await viewerOf(app);
  const places: string[] = [];
  const { data } = await executeThere(app, ctx, async (on) => {
    places.push(on.db === ctx.db ? 'primary' : 'replica');
    on.responseSize.objects += 10;
    // A resolver may keep an error to itself.
    if (on.db !== ctx.db) await on.db.$queryRows(Prisma.sql`SELECT 1 / 0`).catch(() => null);
    return { data: { where: places.at(-1) } };
  });
  expect(data).toEqual({ where: 'primary' });
  expect(places).toEqual(['replica', 'primary']);
  expect(ctx.responseSize.objects).toBe(10);
  // What is wrong with one statement says nothing of the next one.
  expect(app.load()).toMatchObject({ isInUse: true, queries: { failed: 1 } });

  const authorization = 'Bearer 0123456789abcdef';
  const { text } = await fetchFrom(app, '/metrics', { headers: { authorization } });
  expect(text).toContain('waymark_replica_queries_total{server="primary",reason="failed"} 1\n');
  expect(text).toMatch(/^waymark_replica_queries_total\{server="replica",reason="current"\} \d+$/m);
  expect(text).toContain('\nwaymark_replica_up 1\n');
  expect(text).toMatch(/^waymark_replica_lag_seconds \d/m);
  expect(text).toMatch(/^waymark_database_pool_connections\{pool="replica"\} \d+$/m);
  expect((await fetchFrom(app, '/ready')).text).toMatch(/^ready\nreplica: in use, \d\.\d s behind\n$/);
});
