import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTask } from '../../../src/domains/tasks/tasks/tasks.service.ts';
import { toUnavailable } from '../../../src/platform/database/faults.ts';
import type { OpenTransaction } from '../../../src/platform/database/open-transaction.ts';
import { type SharedConnection, shareCommits } from '../../../src/platform/database/shared-commits.ts';
import { createFreshTestApp, type TestApp } from '../../support/app.ts';
import { contextOf } from '../../support/context.ts';
import { engine } from '../../support/databases.ts';

/* Writes on SQLite that wait for each other share a commit. Each of them takes effect or not by itself. */

/** A connection that notes its statements. */
function noting(fault: { ofCommit?: Error } = {}) {
  const sent: string[] = [];
  let isOpen = false;
  const connection: SharedConnection = {
    query: async () => [],
    insert: async () => [],
    forPrisma: {} as OpenTransaction['forPrisma'],
    async begin() {
      sent.push('BEGIN');
      isOpen = true;
    },
    async commit() {
      sent.push('COMMIT');
      isOpen = false;
      if (fault.ofCommit) throw fault.ofCommit;
    },
    rollback() {
      sent.push('ROLLBACK');
      isOpen = false;
    },
    isOpen: () => isOpen,
    abortedBy: () => undefined,
    run: (sql) => void sent.push(sql),
  };
  return { sent, commits: shareCommits(connection), breakOff: () => (isOpen = false) };
}

const beginning = { owner: 'a', since: 0, isLong: false, endTurn: () => {} };

/** How a promise stands: `waits` until it is settled. */
const stateOf = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => 'done',
      (error: Error) => error.message,
    ),
    new Promise((resolve) => setImmediate(resolve, 'waits')),
  ]);

test('transactions that have ended wait for one commit, and none is acknowledged before', async () => {
  const { sent, commits } = noting();
  const first = (await commits.begin(beginning)).commit();
  const second = (await commits.begin(beginning)).commit();
  expect([await stateOf(first), await stateOf(second)]).toEqual(['waits', 'waits']);
  expect(sent).toEqual(['BEGIN', 'SAVEPOINT shared', 'RELEASE shared']);
  await commits.settle();
  expect([await stateOf(first), await stateOf(second)]).toEqual(['done', 'done']);
  expect(sent.at(-1)).toBe('COMMIT');
});

test('a transaction that fails takes back its own changes, and has those before it committed', async () => {
  const { sent, commits } = noting();
  const first = (await commits.begin(beginning)).commit();
  await (await commits.begin(beginning)).rollback(new Error('no'));
  expect(await stateOf(first)).toBe('done');
  expect(sent).toEqual(['BEGIN', 'SAVEPOINT shared', 'ROLLBACK TO shared', 'COMMIT']);
});

test('a commit that fails fails all that share it', async () => {
  const fault = { ofCommit: new Error('disk full') };
  const { commits } = noting(fault);
  const both = [(await commits.begin(beginning)).commit(), (await commits.begin(beginning)).commit()];
  await commits.settle();
  expect(await Promise.all(both.map(stateOf))).toEqual(['disk full', 'disk full']);
});

test('an error after which the database has rolled back fails all that are not committed', async () => {
  const { sent, commits, breakOff } = noting();
  const first = (await commits.begin(beginning)).commit();
  const second = await commits.begin(beginning);
  breakOff();
  await second.rollback(new Error('disk full'));
  expect(await stateOf(first)).toBe('disk full');
  expect(sent).not.toContain('COMMIT');
});

test('a transaction that goes on after the database has rolled back is not acknowledged, nor are those before it', async () => {
  const { commits, breakOff } = noting();
  const first = (await commits.begin(beginning)).commit();
  const second = await commits.begin(beginning);
  breakOff();
  const rolledBack = 'The transaction was rolled back after a statement that failed.';
  expect([await stateOf(second.commit()), await stateOf(first)]).toEqual([rolledBack, rolledBack]);
});

test('one that may take long begins after the commit of those before it', async () => {
  const { sent, commits } = noting();
  const first = (await commits.begin(beginning)).commit();
  await commits.begin({ ...beginning, isLong: true });
  expect(await stateOf(first)).toBe('done');
  expect(sent).toEqual(['BEGIN', 'COMMIT', 'BEGIN']);
});

test('one of another owner begins after the commit of those before it', async () => {
  const { sent, commits } = noting();
  const first = (await commits.begin(beginning)).commit();
  const second = (await commits.begin({ ...beginning, owner: 'b' })).commit();
  expect([await stateOf(first), await stateOf(second)]).toEqual(['done', 'waits']);
  expect(sent).toEqual(['BEGIN', 'COMMIT', 'BEGIN']);
});

/** What a transaction does, one after another, and whether it fails in the end. */
interface Work {
  readonly steps: readonly {
    readonly kind: 'add' | 'remove' | 'rename';
    readonly key: string;
    readonly name: string;
  }[];
  readonly fails: boolean;
  /** The number of turns of the event loop before it is sent, and within it. */
  readonly delay: number;
  readonly pause: number;
}

const key = fc.constantFrom('a', 'b', 'c', 'd');
const step = fc.record({
  kind: fc.constantFrom('add' as const, 'add' as const, 'remove' as const, 'rename' as const),
  key,
  name: fc.string({ maxLength: 3, unit: 'grapheme-ascii' }),
});
const work: fc.Arbitrary<Work> = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  fails: fc.boolean(),
  delay: fc.nat(2),
  pause: fc.nat(1),
});

/** Does the work to a map, one after another. A key that is taken fails. @returns which succeeded */
function oneByOne(all: readonly Work[], records: Map<string, string>): boolean[] {
  return all.map(({ steps, fails }) => {
    const before = new Map(records);
    const isDone = steps.every(({ kind, key: of, name }) => {
      if (kind === 'add' && records.has(of)) return false;
      if (kind === 'remove') records.delete(of);
      else if (kind === 'add' || records.has(of)) records.set(of, name);
      return true;
    });
    if (isDone && !fails) return true;
    records.clear();
    for (const [of, name] of before) records.set(of, name);
    return false;
  });
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** Does the same in a database. */
function inDatabase(app: TestApp, { steps, fails, pause }: Work): Promise<void> {
  return app.db.write(async (_client, rows) => {
    for (const { kind, key: id, name } of steps) {
      const target = { column: 'id', values: [id], owner: null };
      const now = new Date();
      if (kind === 'add')
        await rows.insert('job', [{ id, kind: name, payload: {}, nextAttemptAt: now, createdAt: now }]);
      else if (kind === 'remove') await rows.delete('job', target);
      else await rows.update('job', target, { kind: name }, []);
    }
    await turns(pause);
    if (fails) throw new Error('This one fails.');
  });
}

test('transactions sent at once leave what they would leave one by one, whichever of them fail', async () => {
  const app = await createFreshTestApp();
  await app.db.write((client) => client.job.deleteMany());
  const records = new Map<string, string>();
  const property = fc.asyncProperty(fc.array(work, { minLength: 2, maxLength: 12 }), async (all) => {
    // The order of the calls is the order of the transactions.
    const sent: Promise<boolean>[] = [];
    for (const one of all) {
      await turns(one.delay);
      const [isDone, isNot] = [() => true, () => false];
      sent.push(inDatabase(app, one).then(isDone, isNot));
    }
    expect(await Promise.all(sent)).toEqual(oneByOne(all, records));
    const stored = await app.db.reads.job.findMany({ orderBy: { id: 'asc' } });
    expect(stored.map(({ id, kind }) => [id, kind])).toEqual([...records].sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  await fc.assert(property, { numRuns: 60 });
});

test.skipIf(engine !== 'sqlite')(
  'a disk that gets full fails writes that were sent at once, and keeps what it acknowledged',
  async () => {
    const app = await createFreshTestApp();
    const ada = await contextOf(app, await app.person());
    const pragma = (sql: string) => app.db.write((client) => client.$queryRawUnsafe(sql));
    const [{ page_count: pages } = { page_count: 0 }] = (await pragma('PRAGMA page_count')) as { page_count: bigint }[];
    await pragma(`PRAGMA max_page_count = ${Number(pages) + 60}`);
    const titles = Array.from({ length: 20 }, (_, number) => `task ${number}`);
    const outcomes = await Promise.allSettled(
      titles.map((title) => createTask(ada, { title, description: `${title} `.repeat(1_500) })),
    );
    const errors = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) {
      expect(toUnavailable(error)?.message).toBe('The disk of the database is full. Free some space.');
    }
    const acknowledged = titles.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    const stored = await app.db.reads.task.findMany({ select: { title: true }, orderBy: { position: 'asc' } });
    expect(stored.map(({ title }) => title).sort()).toEqual(acknowledged.sort());
    expect(await app.db.reads.change.count({ where: { model: 'Task' } })).toBe(acknowledged.length);
  },
);

test.skipIf(engine !== 'sqlite')(
  'one that takes too long holds up neither the lock nor those that ended before it',
  async () => {
    const app = await createFreshTestApp();
    await app.db.write((client) => client.job.deleteMany());
    const add: Work['steps'] = [{ kind: 'add', key: 'a', name: 'before' }];
    const before = inDatabase(app, { steps: add, fails: false, delay: 0, pause: 0 });
    const release = Promise.withResolvers<void>();
    const late = app.db.write(
      async (_client, rows) => {
        await rows.delete('job', { column: 'id', values: ['a'], owner: null });
        await release.promise;
      },
      { timeout: 30 },
    );
    await before;
    release.resolve();
    await expect(late).rejects.toThrow(/took longer than 30 ms/);
    await inDatabase(app, { steps: [{ kind: 'add', key: 'b', name: 'after' }], fails: false, delay: 0, pause: 0 });
    expect((await app.db.reads.job.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(['a', 'b']);
  },
);
