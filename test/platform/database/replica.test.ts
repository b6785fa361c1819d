import { expect, onTestFinished, test } from 'vitest';
import { runCommand } from '../../support/command.ts';
import { fetchFrom } from '../../support/http.ts';
import { type ReplicatedApp, replicatedScenes } from '../../support/replicated.ts';

const { scene, stranger } = replicatedScenes();

const tasks = '{ tasks(first: 100) { totalCount nodes { title } } }';

/** The titles that somebody sees. */
const titlesOf = async (person: { query: (text: string) => Promise<{ tasks: { nodes: { title: string }[] } }> }) =>
  (await person.query(tasks)).tasks.nodes.map(({ title }) => title).sort();

/** Has somebody ask until a query was read on the replica: on a machine that is busy, one may find it behind. */
async function untilReadThere(app: ReplicatedApp, ask: () => Promise<unknown>): Promise<void> {
  const { current } = app.load().queries;
  await expect
    .poll(async () => {
      await ask();
      return app.load().queries.current;
    })
    .toBeGreaterThan(current);
}

const scans = `SELECT coalesce(seq_scan, 0) + coalesce(idx_scan, 0) FROM pg_stat_user_tables WHERE relname = 'Task'`;

test('queries read the replica, and all else the primary', async (context) => {
  const { primary, replica, database, start } = await scene(context);
  const app = await start();
  await app.inUse();
  const ada = await app.person();
  for (let i = 0; i < 5; i += 1) await ada.mutate('createTask', { title: `Task ${i}` });
  await untilReadThere(app, async () => expect(await titlesOf(ada)).toHaveLength(5));
  // Search and statistics, which Prisma runs.
  const wide = '{ search(text: "task") { totalCount } taskStats(bucket: DAY) { key count } }';
  await untilReadThere(app, async () => expect((await ada.query(wide)).search.totalCount).toBe(5));
  const seen = Number(await primary.sql(scans, database));
  for (let i = 0; i < 50; i += 1) await ada.query(tasks);
  // The servers count what a connection has done when it ends.
  await app.close();
  await expect.poll(async () => Number(await replica.sql(scans, database))).toBeGreaterThanOrEqual(50);
  expect(Number(await primary.sql(scans, database)) - seen).toBeLessThan(50);
});

test('while the replica replays nothing, everybody sees what was written, on every server', async (context) => {
  const { start, pause, resume } = await scene(context);
  const [one, two] = [await start(), await start()];
  await one.inUse();
  await two.inUse();
  const ada = await one.person();
  const elsewhere = two.again(ada);
  await ada.mutate('createTask', { title: 'a' });
  expect(await titlesOf(elsewhere)).toEqual(['a']);
  await pause();
  for (let i = 1; i <= 10; i += 1) {
    const [writer, reader] = i % 2 === 0 ? [ada, elsewhere] : [elsewhere, ada];
    await writer.mutate('createTask', { title: `b${i}` });
    expect(await titlesOf(reader)).toHaveLength(1 + i);
    expect(await titlesOf(writer)).toHaveLength(1 + i);
  }
  expect(one.load().queries.behind + two.load().queries.behind).toBeGreaterThan(0);
  // A credential is known at once, too.
  const { token } = await ada.mutate('createAccessToken', { name: 'A', scopes: ['READ'] }, 'token');
  expect(await titlesOf(two.as({ authorization: `Bearer ${token}` }))).toHaveLength(11);
  await expect.poll(() => one.load().lag).toBeGreaterThan(1_000);
  await resume();
  await one.inUse();
  await untilReadThere(one, () => ada.query(tasks));
  expect(await titlesOf(ada)).toHaveLength(11);
});

test('a replica that freezes is given up, and used again when it responds', async (context) => {
  const { replica, start } = await scene(context);
  const app = await start();
  await app.inUse();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'a' });
  await untilReadThere(app, () => titlesOf(ada));
  replica.signal('SIGSTOP');
  // Those that were begun on it, too.
  const all = await Promise.all(Array.from({ length: 30 }, () => titlesOf(ada)));
  expect(all).toEqual(Array.from({ length: 30 }, () => ['a']));
  await expect.poll(() => app.load().isInUse).toBe(false);
  await ada.mutate('createTask', { title: 'b' });
  for (let i = 0; i < 20; i += 1) expect(await titlesOf(ada)).toEqual(['a', 'b']);
  expect((await fetchFrom(app, '/ready')).text).toBe('ready\nreplica: not in use\n');
  replica.signal('SIGCONT');
  await app.inUse();
  await untilReadThere(app, () => titlesOf(ada));
  expect(app.told()).toEqual([
    'queries read the replica',
    'the replica is not used: queries read the primary: database fault UNRESPONSIVE',
    'queries read the replica',
  ]);
});

test('a replica may end connections, crash and return while it is read', async (context) => {
  const { replica, start } = await scene(context);
  const app = await start();
  await app.inUse();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'a' });
  let isOver = false;
  const asking = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!isOver) expect(await titlesOf(ada)).toEqual(['a']);
    }),
  );
  for (let i = 0; i < 10; i += 1)
    await replica.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
  await app.inUse();
  await replica.stop('immediate');
  await expect.poll(() => app.load().isInUse).toBe(false);
  expect((await fetchFrom(app, '/ready')).status).toBe(200);
  await replica.start();
  await app.inUse();
  const { current } = app.load().queries;
  await expect.poll(() => app.load().queries.current).toBeGreaterThan(current);
  isOver = true;
  await asking;
});

test('a replica that is promoted is not read any more', async (context) => {
  const { replica, database, start } = await scene(context);
  const app = await start();
  await app.inUse();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'a' });
  await replica.promote();
  await expect.poll(() => app.load().isInUse).toBe(false);
  await replica.sql('DELETE FROM "Task"', database);
  expect(await titlesOf(ada)).toEqual(['a']);
  expect(app.told().at(-1)).toContain('the server is not in recovery');
});

test('a replica of a server that was made of the primary is not read, also where the primary is ahead', async (context) => {
  const { primary, database, start } = await scene(context);
  const fork = await primary.replicate();
  onTestFinished(() => fork.kill());
  // Its timeline is that of the primary, until it has followed the promotion to its next restartpoint.
  const copy = await fork.replicate();
  onTestFinished(() => copy.kill());
  await fork.promote();
  await fork.sql('CREATE TABLE fork AS SELECT 1', database);
  await expect.poll(() => copy.sql(`SELECT to_regclass('fork')::text`, database)).toBe('fork');
  await primary.sql('CREATE TABLE more AS SELECT generate_series(1, 100000) AS n', database);
  for (const server of [fork, copy]) await server.sql('CHECKPOINT');
  const app = await start(copy.urlOf(database));
  await expect.poll(app.told).toEqual([expect.stringContaining('on the timeline 2')]);
  expect(app.load().isInUse).toBe(false);
});

test('after a failover, a replica that follows the new primary is read', async (context) => {
  const { replica, database, startAt } = await scene(context);
  const follower = await replica.replicate();
  onTestFinished(() => follower.kill());
  await replica.promote();
  for (const server of [replica, follower]) await server.sql('CHECKPOINT');
  const app = await startAt(replica.urlOf(database), follower.urlOf(database));
  // Only then has it replayed the first checkpoint of the new timeline for certain.
  await follower.sql('CHECKPOINT');
  await app.inUse();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'a' });
  await untilReadThere(app, async () => expect(await titlesOf(ada)).toEqual(['a']));
});

test('what the replica refuses, the primary answers: connections, and statements in conflict with recovery', async (context) => {
  const { primary, replica, database, start } = await scene(context);
  await primary.sql('CREATE ROLE few LOGIN SUPERUSER CONNECTION LIMIT 3');
  const app = await start(replica.urlOf(database).replace('postgres@', 'few@'));
  await primary.sql('ALTER ROLE few NOSUPERUSER');
  await primary.sql('GRANT SELECT ON ALL TABLES IN SCHEMA public TO few', database);
  await app.inUse();
  const ada = await app.person();
  const titles = ['a', 'b', 'c'];
  for (const title of titles) await ada.mutate('createTask', { title });
  for (let round = 0; round < 5; round += 1) {
    const seen = await Promise.all(Array.from({ length: 20 }, () => titlesOf(ada)));
    for (const one of seen) expect(one).toEqual(titles);
  }

  await replica.sql('ALTER SYSTEM SET max_standby_streaming_delay = 0');
  await replica.sql('SELECT pg_reload_conf()');
  const reading = await start();
  await reading.inUse();
  for (let round = 0; round < 20; round += 1) {
    const asking = Promise.all(Array.from({ length: 10 }, () => titlesOf(ada)));
    // Each takes a lock that cancels what is read on the replica.
    await primary.sql('ALTER TABLE "Task" SET (fillfactor = 90)', database);
    await primary.sql('VACUUM (FULL) "Task"', database);
    for (const one of await asking) expect(one).toEqual(titles);
  }
  await reading.inUse();
});

test('while the primary is away, queries are refused as unavailable, and read the replica again afterwards', async (context) => {
  const other = await stranger();
  await other.sql('CREATE DATABASE alone');
  const { startAt } = await scene(context);
  const replica = await other.replicate();
  onTestFinished(() => replica.kill());
  const app = await startAt(other.urlOf('alone'), replica.urlOf('alone'));
  await app.inUse();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'a' });
  await other.stop('immediate');
  const refused = await ada.ask(tasks);
  expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE' });
  await other.start();
  await untilReadThere(app, async () => expect(await titlesOf(ada)).toEqual(['a']));
});

test('a server that is no replica of this database is never read, and the log and doctor say why', async (context) => {
  const { primary, replica, database, start } = await scene(context);
  const other = await stranger();
  await other.sql(`CREATE DATABASE ${database}`);
  const copy = await other.replicate();
  onTestFinished(() => copy.kill());
  // A replica of one that was promoted has gone on without the primary.
  const promoted = await primary.replicate();
  onTestFinished(() => promoted.kill());
  await promoted.promote();
  await promoted.sql('CREATE TABLE more AS SELECT generate_series(1, 100000) AS n', database);
  const ahead = await promoted.replicate();
  onTestFinished(() => ahead.kill());
  await expect.poll(() => ahead.sql(`SELECT to_regclass('more')::text`, database)).toBe('more');
  await primary.sql('CREATE ROLE reader LOGIN');
  await primary.sql('GRANT SELECT ON "Account" TO reader', database);
  const asReader = replica.urlOf(database).replace('postgres@', 'reader@');
  const wrong: [string, RegExp][] = [
    [primary.urlOf(database), /not in recovery/],
    [copy.urlOf(database), /replica of another server: its system identifier is \d+, and that of DATABASE_URL \d+/],
    [replica.urlOf('template'), /names the database template with the schemas \{public\}, and DATABASE_URL waymark\d/],
    [ahead.urlOf(database), /on the timeline 2 of the write-ahead log, and the primary on 1/],
    [asReader, /may not read these tables: .*Task/],
  ];
  for (const [index, [url, why]] of wrong.entries()) {
    const app = await start(url);
    await expect.poll(app.told).toEqual([expect.stringMatching(why)]);
    const ada = await app.person(`Ada${index}`);
    await ada.mutate('createTask', { title: 'a' });
    expect(await titlesOf(ada)).toEqual(['a']);
    expect(app.load()).toMatchObject({ isInUse: false, queries: { current: 0 } });
    const variables = { DATABASE_URL: primary.urlOf(database), DATABASE_REPLICA_URL: url, PORT: '0' };
    const { code, stdout } = await runCommand(['doctor'], variables);
    expect([code, stdout]).toEqual([1, expect.stringMatching(new RegExp(`^error Replica: .*${why.source}`, 'm'))]);
    await app.close();
  }
  const good = { DATABASE_URL: primary.urlOf(database), DATABASE_REPLICA_URL: replica.urlOf(database), PORT: '0' };
  const { stdout } = await runCommand(['doctor'], good);
  expect(stdout).toMatch(/^ok {4}Replica: (has everything that is committed|is \d+ bytes of the log behind)$/m);
  expect((await runCommand(['doctor'], { DATABASE_URL: good.DATABASE_URL, PORT: '0' })).stdout).not.toContain(
    'Replica',
  );
});
