import { setTimeout as sleep } from 'node:timers/promises';
import type { Prisma } from '../../generated/sqlite/client.ts';
import { insert } from '../database/bulk-insert.ts';
import type { Database, ReadDatabase } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import type { ChangeNotifications } from '../live/change-notifications.ts';
import type { Log } from '../runtime/log.ts';
import type { SearchDocumentSpecs } from '../search/search-documents.ts';
import { indexRecords } from '../search/search-indexer.ts';
import type { Calendar } from '../time/calendar.ts';
import { createWriter } from './create-writer.ts';
import { type IdempotencyClaim, markCompleted } from './idempotency-claim.ts';
import type { RecordedChange, Touched, Write } from './model-writer.ts';

/** What a context must have for its services to write. */
export interface TransactionalContext {
  readonly app: {
    readonly searchDocuments: SearchDocumentSpecs;
    readonly changeNotifications: Pick<ChangeNotifications, 'send'>;
    readonly worker: { wake(): void };
  };
  readonly database: Database;
  readonly db: ReadDatabase;
  readonly requestId: string;
  readonly log: Log;
  readonly calendar: Calendar;
  readonly viewer: { readonly accountId: string; readonly actor: string } | null;
  /** Gets the ids of the change sets once they are committed. */
  readonly committed: string[];
  /** The idempotency key under which all of it is done, if any. */
  readonly claim?: IdempotencyClaim;
}

/** The key of what only a context in a transaction has: the database client of the transaction. */
const transactionClient = Symbol('transaction client');

/**
 * A context inside a transaction: `db` sees what the transaction has written so far, `write` writes, and `changeSetId` is
 * what the change log will know it by. `changes` are those so far, which the log has only once the transaction ends.
 */
export type Transaction<C extends TransactionalContext = TransactionalContext> = C & {
  readonly [transactionClient]: Prisma.TransactionClient;
  readonly write: Write;
  readonly changeSetId: string;
  readonly changes: readonly RecordedChange[];
  /** Calls something once what was written is committed, and only then. */
  readonly afterCommit: (call: () => void) => void;
};

/** Whether a context is in a transaction. */
export const isTransaction = <C extends TransactionalContext>(ctx: C): ctx is Transaction<C> =>
  transactionClient in ctx;

/**
 * The client of a transaction, whose writes are part of the transaction and are not recorded in the change log. For the
 * change log itself, for search documents, and for an import that brings its own history.
 */
export const unrecordedClient = (tx: Transaction): Prisma.TransactionClient => tx[transactionClient];

const attempts = 5;

/**
 * The one way to write. Runs `work` in one database transaction: all of it happens, or none. Each owned row it touches
 * is recorded in its owner's change log within the same transaction, under one change set with the owner's next sequence; a
 * transaction that touches none takes no sequence, so sequences have no gaps. An owner's transactions run one after another. The
 * documents of the rows, which search and the timeline read, are brought up to date within it too. Once it is committed, a
 * signal says that the owner's log has grown.
 *
 * When the engine reports a conflict with another writer, `work` is run again from its start, up to five times in all:
 * it must do nothing but read and write through its context. Called with a context that is already in a transaction,
 * it joins that one.
 *
 * @param name what is being done, for the log: the service's name
 */
export async function transaction<C extends TransactionalContext, T>(
  ctx: C,
  name: string,
  work: (tx: Transaction<C>) => Promise<T>,
): Promise<T> {
  if (isTransaction(ctx)) return work(ctx);
  return transactionInSteps(ctx, name, (step) => step(work));
}

/** Runs one step of a transaction, which is a change set of its own in the change log unless it is not to be recorded. */
export type Step<C extends TransactionalContext> = <T>(
  work: (tx: Transaction<C>) => Promise<T>,
  options?: { recorded: boolean },
) => Promise<T>;

/**
 * The same for work on more rows than are held in memory at once: one database transaction, so that all of it is seen or
 * nothing, and in it any number of steps, one after another, of which only the present one's changes are held.
 *
 * @param timeout how long all of it may take, in milliseconds
 */
export async function transactionInSteps<C extends TransactionalContext, T>(
  ctx: C,
  name: string,
  work: (step: Step<C>) => Promise<T>,
  timeout?: number,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const told: Told = { grown: new Set(), changeSets: [], calls: [] };
    let result: T;
    try {
      result = await ctx.database.write(
        (client) =>
          work((inStep, { recorded } = { recorded: true }) => runStep(ctx, name, client, told, inStep, recorded)),
        timeout,
      );
    } catch (error) {
      if (attempt === attempts || !isWriteConflict(error)) throw error;
      ctx.log.debug({ attempt, changeSet: name, requestId: ctx.requestId }, 'write conflict, trying again');
      await sleep(Math.random() * 10 * 2 ** attempt);
      continue;
    }
    ctx.committed.push(...told.changeSets);
    for (const ownerId of told.grown) ctx.app.changeNotifications.send(ownerId);
    for (const call of told.calls) call();
    return result;
  }
}

/** What is told once all is committed. It is kept until then, and so holds nothing of the steps that it is about. */
interface Told {
  /** Whose logs have grown. */
  grown: Set<string>;
  /** The ids of the change sets. */
  changeSets: string[];
  calls: (() => void)[];
}

async function runStep<C extends TransactionalContext, T>(
  ctx: C,
  name: string,
  client: Prisma.TransactionClient,
  told: Told,
  work: (tx: Transaction<C>) => Promise<T>,
  recorded: boolean,
): Promise<T> {
  const ownerId = ctx.viewer?.accountId ?? null;
  if (ctx.database.engine === 'postgresql' && ownerId !== null) {
    // One writer at a time for each owner. SQLite has one writer for everything.
    await client.$queryRaw`SELECT "sequence" FROM "ChangeSequence" WHERE "ownerId" = ${ownerId} FOR UPDATE`;
  }
  const changes: RecordedChange[] = [];
  const touched: Touched[] = [];
  const write = createWriter(client, ownerId, ctx.calendar.now, (change, row) => {
    changes.push(change);
    touched.push(row);
  });
  const changeSetId = newId();
  const afterCommit = (call: () => void) => void told.calls.push(call);
  const result = await work({
    ...ctx,
    [transactionClient]: client,
    db: client,
    write,
    changeSetId,
    changes,
    afterCommit,
  });
  // With an account its history goes too.
  const forgotten = changes.some(({ model, action }) => model === 'Account' && action === 'DELETE');
  if (ctx.claim && !forgotten) await markCompleted(client, ctx.claim);
  if (ownerId === null || changes.length === 0 || forgotten) return result;
  await indexRecords(client, ctx.app.searchDocuments, ctx.calendar, touched);
  if (recorded) {
    await record(ctx, { id: changeSetId, name }, client, ownerId, changes);
    told.changeSets.push(changeSetId);
  }
  told.grown.add(ownerId);
  return result;
}

/** Writes the change set and its changes under the owner's next sequence. */
async function record(
  ctx: TransactionalContext,
  changeSet: { id: string; name: string },
  client: Prisma.TransactionClient,
  ownerId: string,
  changes: RecordedChange[],
): Promise<void> {
  const { sequence } = await client.changeSequence.upsert({
    where: { ownerId },
    create: { ownerId, sequence: 1 },
    update: { sequence: { increment: 1 } },
  });
  const actor = ctx.viewer?.actor ?? 'server';
  const at = ctx.calendar.now;
  await insert(client.changeSet, [{ ...changeSet, ownerId, sequence, requestId: ctx.requestId, actor, at }]);
  await insert(
    client.change,
    changes.map((change, ordinal) => ({ ownerId, sequence, ordinal, ...change })),
  );
}

/** Whether the engine undid a transaction only because another one got in its way. */
function isWriteConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause } = error as Error & { code?: string; cause?: { kind?: string; code?: string } };
  // P2034: write conflict or deadlock. P1008: another process holds the SQLite file. 40001 and 40P01: PostgreSQL's own.
  // P2002: another owner's transaction took a unique value after it was looked for; the next attempt finds it taken.
  return (
    code === 'P2034' ||
    code === 'P2002' ||
    code === 'P1008' ||
    cause?.kind === 'TransactionWriteConflict' ||
    cause?.code === '40001' ||
    cause?.code === '40P01'
  );
}
