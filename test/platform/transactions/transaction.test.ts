import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { toUnavailable } from '../../../src/platform/database/faults.ts';
import { createCalendar } from '../../../src/platform/time/calendar.ts';
import { type Transaction, transaction } from '../../../src/platform/transactions/transaction.ts';
import { createFreshTestApp, createTestApp, type TestApp } from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';
import { engine } from '../../support/databases.ts';
import { prismaOver } from '../../support/prisma.ts';

/** A promise that is settled from outside. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const newTask = (title: string) => ({ title, position: 1 });

test('a write that runs while another transaction rolls back is kept', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await contextOf(app, await app.person('Ada')), await contextOf(app, await app.person('Bob'))];
  const { open, opened } = gate();
  const failing = transaction(ada, 'failing', async (tx) => {
    await tx.write.task.create(newTask('never'));
    await opened;
    throw new Error('changed my mind');
  });
  const kept = transaction(bob, 'kept', (tx) => tx.write.task.create(newTask('kept')));
  open();
  await expect(failing).rejects.toThrow('changed my mind');
  await kept;
  const titles = (await app.db.reads.task.findMany()).map(({ title }) => title);
  expect(titles).toEqual(['kept']);
  expect(await app.db.reads.changeSet.count({ where: { name: 'failing' } })).toBe(0);
});

test('nobody reads what is not committed', async () => {
  const app = await createTestApp();
  const person = await app.person();
  const ctx = await contextOf(app, person);
  const [written, mayCommit] = [gate(), gate()];
  const slow = transaction(ctx, 'slow', async (tx) => {
    await tx.write.task.create(newTask('half done'));
    expect(await tx.db.task.count()).toBe(1);
    written.open();
    await mayCommit.opened;
  });
  await written.opened;
  const { tasks } = await person.query('{ tasks { totalCount } }');
  expect(tasks.totalCount).toBe(0);
  mayCommit.open();
  await slow;
  expect(await app.db.reads.task.count()).toBe(1);
});

test('reads cannot write: neither by type, nor by what they are, nor by connection', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  // @ts-expect-error there is no such method on what only reads
  const withoutType = () => ctx.db.task.create({ data: {} });
  // @ts-expect-error nor this one
  const byHand = () => ctx.db.$executeRaw`DELETE FROM "Task"`;
  expect(withoutType).toThrow('is not a function');
  expect(byHand).toThrow('is not a function');
  await expect(prismaOver(app).$executeRaw`DELETE FROM "Task"`).rejects.toThrow(/read-?only/i);
});

test('the change log is written by the transaction alone', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  await transaction(ctx, 'nothing', async (tx) => {
    // @ts-expect-error the log's own models have no writer
    expect(tx.write.changeSet).toBeDefined();
  });
});

test('sequences count up without gaps, whatever runs at once and whatever fails', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const first = (await app.db.reads.changeSequence.findFirstOrThrow()).sequence;
  const attempts = Array.from({ length: 30 }, (_, index) =>
    transaction(ctx, 'attempt', async (tx) => {
      await tx.write.task.create(newTask(`task ${index}`));
      if (index % 3 === 0) throw new Error('no');
    }).catch(() => 'failed'),
  );
  await Promise.all(attempts);
  await transaction(ctx, 'touches nothing', async (tx) => tx.db.task.count());
  const changeSets = await app.db.reads.changeSet.findMany({ orderBy: { sequence: 'asc' } });
  expect(changeSets.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: first + 20 }, (_, index) => index + 1),
  );
  expect((await app.db.reads.changeSequence.findFirstOrThrow()).sequence).toBe(first + 20);
  expect(await app.db.reads.change.count({ where: { model: 'Task' } })).toBe(20);
});

test('a change records who, what, when and by which request, and only the fields that changed', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const { id } = await transaction(ctx, 'make', (tx) => tx.write.task.create(newTask('before')));
  app.clock.advance(1000);
  const later = { ...ctx, calendar: createCalendar(app.clock.now(), ctx.calendar), requestId: 'request-2' };
  await transaction(later, 'rename', (tx) => tx.write.task.update({ id }, { title: 'After', priority: 0 }));
  await transaction(later, 'remove', (tx) => tx.write.task.delete({ id }));

  const changeSets = await app.db.reads.changeSet.findMany({
    orderBy: { sequence: 'desc' },
    take: 2,
    include: { changes: true },
  });
  const [remove, rename] = changeSets;
  expect(rename).toMatchObject({ name: 'rename', requestId: 'request-2', actor: 'session:test', at: app.clock.now() });
  expect(rename?.changes).toEqual([
    {
      ownerId: ctx.viewer.accountId,
      sequence: rename?.sequence,
      ordinal: 0,
      model: 'Task',
      rowId: id,
      action: 'UPDATE',
      before: { title: 'before', titleNormalized: 'before', version: 1, updatedAt: '2026-11-23T09:00:00.000Z' },
      after: { title: 'After', titleNormalized: 'after', version: 2, updatedAt: '2026-11-23T09:00:01.000Z' },
      digest: null,
    },
  ]);
  expect(remove?.changes).toMatchObject([{ action: 'DELETE', rowId: id, before: { title: 'After' }, after: null }]);
});

test('an update that changes nothing raises no version and takes no sequence', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const { id } = await transaction(ctx, 'make', (tx) => tx.write.task.create(newTask('same')));
  const { sequence } = await app.db.reads.changeSequence.findFirstOrThrow();
  await transaction(ctx, 'again', (tx) => tx.write.task.update({ id }, { title: 'same', scheduledAt: null }));
  expect(await app.db.reads.task.findFirstOrThrow()).toMatchObject({ version: 1 });
  expect((await app.db.reads.changeSequence.findFirstOrThrow()).sequence).toBe(sequence);
});

test("a writer reaches its owner's rows only, whatever it is asked for", async () => {
  const app = await createTestApp();
  const [ada, bob] = [await contextOf(app, await app.person('Ada')), await contextOf(app, await app.person('Bob'))];
  const { id } = await transaction(ada, 'make', (tx) => tx.write.task.create(newTask('mine')));
  await transaction(bob, 'attack', async (tx) => {
    expect(await tx.write.task.update({ id }, { title: 'stolen' })).toEqual([]);
    expect(await tx.write.task.touch({})).toEqual([]);
    expect(await tx.write.task.delete({})).toEqual([]);
    expect((await tx.write.account.update({}, { name: 'Robert' })).map((account) => account.id)).toEqual([
      bob.viewer.accountId,
    ]);
  });
  expect(await app.db.reads.task.findFirstOrThrow()).toMatchObject({ title: 'mine', version: 1 });
  const nobody = { ...ada, viewer: null };
  await expect(transaction(nobody, 'attack', (tx) => tx.write.task.delete({}))).rejects.toThrow('nobody is signed in');
});

test('a transaction inside another joins it: one change set, and both are undone together', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const both = (fail: boolean) =>
    transaction(ctx, 'outer', async (tx) => {
      await tx.write.task.create(newTask('outer'));
      await transaction(tx, 'inner', (inner: Transaction) => inner.write.task.create(newTask('inner')));
      if (fail) throw new Error('no');
    });
  await expect(both(true)).rejects.toThrow('no');
  expect(await app.db.reads.task.count()).toBe(0);
  await both(false);
  expect(await app.db.reads.task.count()).toBe(2);
  expect(await app.db.reads.changeSet.count({ where: { name: { in: ['outer', 'inner'] } } })).toBe(1);
});

test('a signal comes after the commit of a transaction that changed something, and after no other', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const bob = await app.person('Bob');
  const ctx = await contextOf(app, ada);
  const heard: string[] = [];
  const stop = app.changeNotifications.listenToAll((ownerId) => heard.push(ownerId));
  app.changeNotifications.listen(bob.id.slice('Account:'.length), () => heard.push('bob'));
  const make = (tx: Transaction) => tx.write.task.create(newTask('one'));
  await expect(
    transaction(ctx, 'fail', async (tx) => {
      await make(tx);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await transaction(ctx, 'look', (tx) => tx.db.task.count());
  expect(heard).toEqual([]);
  await transaction(ctx, 'make', async (tx) => {
    await make(tx);
    await transaction(tx, 'inner', make);
    expect(heard).toEqual([]);
  });
  expect(heard).toEqual([ctx.viewer.accountId]);
  await bob.mutate('createLabel', { name: 'His' });
  expect(heard).toHaveLength(3);
  stop();
  await ada.mutate('createLabel', { name: 'Hers' });
  expect(heard).toHaveLength(3);
});

test('conflicts are tried again, five times in all; other errors are not', async () => {
  const app = await createTestApp();
  const ctx = await contextOf(app, await app.person());
  const failingWith = (error: Error, times: number) => {
    let calls = 0;
    const database: Database = {
      ...app.db,
      write: (work) => (++calls <= times ? Promise.reject(error) : app.db.write(work)),
    };
    return { ctx: { ...ctx, database }, calls: () => calls };
  };
  const conflict = Object.assign(new Error('conflict'), { code: 'P2034' });
  const deadlock = new Error('deadlock', { cause: { kind: 'TransactionWriteConflict' } });
  const four = failingWith(conflict, 4);
  await transaction(four.ctx, 'make', (tx) => tx.write.task.create(newTask('at last')));
  expect(four.calls()).toBe(5);
  const five = failingWith(deadlock, 5);
  await expect(transaction(five.ctx, 'make', async () => {})).rejects.toThrow('deadlock');
  expect(five.calls()).toBe(5);
  const other = failingWith(new Error('something else'), 1);
  await expect(transaction(other.ctx, 'make', async () => {})).rejects.toThrow('something else');
  expect(other.calls()).toBe(1);
});

test.skipIf(engine !== 'sqlite')('a full disk fails the mutation, loses nothing and passes', async () => {
  // A file that nobody used has no free pages.
  const app = await createFreshTestApp();
  const person = await app.person();
  await person.mutate('createTask', { title: 'before' });
  const pragma = (sql: string) => app.db.write((client) => client.$queryRawUnsafe(sql));
  await pragma('PRAGMA max_page_count = 1');
  const full = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { __typename } }';
  const large = { input: { title: 'large', description: 'x'.repeat(19_000) } };
  const answers = [];
  for (let attempt = 0; attempt < 3; attempt++) answers.push(await person.ask(full, large));
  const refused = answers.find(({ errors }) => errors);
  expect(refused?.errors?.[0]).toMatchObject({
    message: 'The disk of the database is full. Free some space.',
    extensions: { code: 'UNAVAILABLE', retryAfterSeconds: 30 },
  });
  expect(refused?.status).toBe(503);
  expect(refused?.headers.get('retry-after')).toBe('30');
  expect((await app.fetch(new Request('http://waymark.test/ready'))).status).toBe(503);
  const { tasks } = await person.query('{ tasks(filter: { title: { eq: "before" } }) { totalCount } }');
  expect(tasks.totalCount).toBe(1);
  await pragma('PRAGMA max_page_count = 1000000');
  expect(await person.mutate('createTask', { title: 'after' })).toMatchObject({ __typename: 'Task' });
  const acknowledged = 2 + answers.filter(({ errors }) => !errors).length;
  expect(await app.db.reads.task.count()).toBe(acknowledged);
  expect(await app.db.reads.change.count({ where: { model: 'Task' } })).toBe(acknowledged);
  expect((await app.fetch(new Request('http://waymark.test/ready'))).status).toBe(200);
});

/** Ends all connections to the database but the one that this is sent by, as an administrator does. */
const endConnections = (app: TestApp) =>
  app.db.write(
    (client) =>
      client.$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );

test.skipIf(engine !== 'postgresql')(
  'a transaction whose connection breaks before the commit runs again on another one',
  async () => {
    const app = await createTestApp();
    const ctx = await contextOf(app, await app.person());
    let runs = 0;
    await transaction(ctx, 'cut off once', async (tx) => {
      runs += 1;
      await tx.write.task.create(newTask(`run ${runs}`));
      if (runs === 1) await endConnections(app);
      await tx.db.task.count();
    });
    expect((await app.db.reads.task.findMany()).map(({ title }) => title)).toEqual(['run 2']);
  },
);

test.skipIf(engine !== 'postgresql')(
  'one that breaks every time is given up, and answered with what to do',
  async () => {
    const app = await createTestApp();
    const person = await app.person();
    const ctx = await contextOf(app, person);
    const cut = transaction(ctx, 'cut off', async (tx) => {
      await tx.write.task.create(newTask('lost'));
      await endConnections(app);
      await tx.db.task.count();
    });
    expect(toUnavailable(await cut.catch((error: unknown) => error))?.message).toMatch(/connection .* was lost/);
    expect(await person.mutate('createTask', { title: 'next' })).toMatchObject({ __typename: 'Task' });
    expect((await app.db.reads.task.findMany()).map(({ title }) => title)).toEqual(['next']);
  },
);

test.skipIf(engine !== 'postgresql')('requests go on while connections are ended again and again', async () => {
  const app = await createTestApp();
  const person = await app.person();
  let isOver = false;
  const ended = (async () => {
    for (let i = 0; i < 10; i += 1) {
      await endConnections(app);
      await sleep(20);
    }
    isOver = true;
  })();
  const answers: unknown[] = [];
  while (!isOver) {
    const [read, written] = await Promise.all([
      person.ask('{ tasks { totalCount } }'),
      person.ask('mutation { createTask(input: { title: "on" }) { __typename } }'),
    ]);
    answers.push(...[read, written].map(({ errors }) => errors?.[0]?.extensions.code ?? 'done'));
  }
  await ended;
  // A connection that breaks during the commit leaves it open whether there is a task: that alone may be answered with an error.
  expect(answers.filter((answer) => answer !== 'done' && answer !== 'UNAVAILABLE')).toEqual([]);
  expect(answers).toContain('done');
});
