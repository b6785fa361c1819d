import { renameSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createFreshTestApp, type TestApp } from '../../support/app.ts';
import { engine } from '../../support/databases.ts';
import { prismaOver } from '../../support/prisma.ts';
import { leaveToCI } from '../../support/services.ts';

/* What a second program on the file of SQLite does to the server. */

/** Another program on the file of an application. */
async function secondProgram(app: TestApp): Promise<BetterSqlite3.Database> {
  const [{ file } = { file: '' }] = await app.db.write((client) =>
    client.$queryRawUnsafe<{ file: string }[]>('PRAGMA database_list'),
  );
  const program = new BetterSqlite3(file);
  onTestFinished(() => void program.close());
  return program;
}

test.skipIf(engine !== 'sqlite')(
  'writes wait for a lock without holding up reads, and are all done once it is free',
  async () => {
    const app = await createFreshTestApp();
    const ada = await app.person();
    const program = await secondProgram(app);
    program.exec('BEGIN IMMEDIATE');
    const writes = Array.from({ length: 5 }, (_, i) => ada.mutate('createTask', { title: `task ${i}` }));
    // Both go on while the writes wait.
    expect(await ada.query('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } });
    expect((await app.fetch(new Request('http://waymark.test/ready'))).status).toBe(200);
    program.exec('COMMIT');
    for (const task of await Promise.all(writes)) expect(task.__typename).toBe('Task');
  },
);

test.skipIf(engine !== 'sqlite')(
  'a lock that is held too long refuses writes, which work again once it is free',
  async (context) => {
    leaveToCI(context);
    const app = await createFreshTestApp();
    const ada = await app.person();
    const program = await secondProgram(app);
    program.exec('BEGIN IMMEDIATE');
    const create = 'mutation { createTask(input: { title: "late" }) { __typename } }';
    for (const { status, headers, errors } of await Promise.all([ada.ask(create), ada.ask(create)])) {
      expect(errors?.[0]).toMatchObject({
        message: 'Another program is writing to the database file. Try again in a moment.',
        extensions: { code: 'UNAVAILABLE', retryAfterSeconds: 1 },
      });
      expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    }
    program.exec('COMMIT');
    expect(await ada.mutate('createTask', { title: 'after' })).toMatchObject({ __typename: 'Task' });
    expect(await ada.query('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 1 } });
  },
);

test.skipIf(engine !== 'sqlite')(
  'the write-ahead log is copied to the file and begins anew, while the server goes on writing',
  async () => {
    const app = await createFreshTestApp();
    const ada = await app.person();
    const program = await secondProgram(app);
    function pagesOfLog(): number {
      // A connection knows the log as of its last statement.
      program.prepare('SELECT count(*) FROM "Account"').get();
      return (program.pragma('wal_checkpoint(NOOP)') as [{ log: number }])[0].log;
    }
    const description = 'What there is to say about it. '.repeat(100);
    let longest = 0;
    await expect
      .poll(
        async () => {
          const created = await ada.mutate('createTask', { title: 'another', description });
          expect(created.__typename).toBe('Task');
          const log = pagesOfLog();
          longest = Math.max(longest, log);
          return longest - log;
        },
        { interval: 0 },
      )
      .toBeGreaterThan(1_000);
    expect(longest).toBeLessThan(16_000);
    expect(await ada.query('{ tasks(first: 1) { nodes { title } } }')).toEqual({
      tasks: { nodes: [{ title: 'another' }] },
    });
  },
);

test.skipIf(engine !== 'sqlite')(
  'a transaction that fails at its commit leaves nothing, and the next one works',
  async () => {
    const app = await createFreshTestApp();
    const ada = await app.person();
    const broken = app.db.write(async (client) => {
      // The reference to nothing is found at the commit.
      await client.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
      await client.$executeRawUnsafe(`UPDATE "Session" SET "accountId" = 'nobody'`);
    });
    await expect(broken).rejects.toThrow(/ForeignKey/);
    expect(await ada.mutate('createTask', { title: 'after' })).toMatchObject({ __typename: 'Task' });
  },
);

test.skipIf(engine !== 'sqlite')(
  'a file that is moved away takes no writes, and takes them again once it is back',
  async () => {
    const app = await createFreshTestApp();
    const ada = await app.person();
    const { name: file } = await secondProgram(app);
    renameSync(file, `${file}.moved`);
    const refused = await ada.ask('mutation { createTask(input: { title: "lost" }) { __typename } }');
    expect(refused).toMatchObject({
      status: 503,
      errors: [{ message: expect.stringContaining('was moved, deleted or replaced') }],
    });
    expect((await app.fetch(new Request('http://waymark.test/ready'))).status).toBe(503);
    renameSync(`${file}.moved`, file);
    expect(await ada.mutate('createTask', { title: 'kept' })).toMatchObject({ __typename: 'Task' });
    expect(await ada.query('{ tasks { nodes { title } } }')).toEqual({ tasks: { nodes: [{ title: 'kept' }] } });
  },
);

test('reads that Prisma batches run side by side, and open no transaction that writes', async () => {
  const app = await createFreshTestApp();
  const ada = await app.person();
  const { id } = await ada.mutate('createTask', { title: 'One' });
  const uuid = (id as string).slice('Task:'.length);
  const read = prismaOver(app).task;
  const found = await Promise.all([
    read.findUnique({ where: { id: uuid } }),
    read.findUnique({ where: { id: uuid }, include: { goal: true } }),
    read.findUnique({ where: { id: uuid }, select: { title: true } }),
  ]);
  expect(found.map((task) => task?.title)).toEqual(['One', 'One', 'One']);
});

test('a nested write outside of transactions is refused by the connection', async () => {
  const app = await createFreshTestApp();
  await app.person();
  const client = prismaOver(app);
  const account = await app.db.reads.account.findFirstOrThrow();
  const nested = {
    name: 'Changed',
    labels: {
      create: {
        id: 'x',
        name: 'x',
        nameNormalized: 'x',
        createdAt: new Date(),
        updatedAt: new Date(),
        color: '#000000',
      },
    },
  };
  await expect(client.account.update({ where: { id: account.id }, data: nested })).rejects.toThrow(
    /readonly|read-only/,
  );
  expect(await app.db.reads.account.findFirstOrThrow()).toEqual(account);
});
