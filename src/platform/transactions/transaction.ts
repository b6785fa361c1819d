import { setTimeout as sleep } from 'node:timers/promises';
import type { Prisma } from '../../generated/sqlite/client.ts';
import { inChunksWithTurns } from '../database/chunks.ts';
import type { Database, UnrecordedAccess, WriteWait } from '../database/database.ts';
import { isDisconnect } from '../database/faults.ts';
import { newId } from '../database/ids.ts';
import type { ModelKey } from '../database/models.ts';
import type { ReadDatabase } from '../database/read-database.ts';
import type { RowWriter } from '../database/row-writer.ts';
import type { ChangeNotifications } from '../live/change-notifications.ts';
import type { RequestLog } from '../runtime/log.ts';
import type { KnownWords } from '../search/known-words.ts';
import type { SearchDocumentSpecs } from '../search/search-documents.ts';
import { indexRecords } from '../search/search-indexer.ts';
import type { ViewerCache } from '../security/viewer-cache.ts';
import type { Calendar } from '../time/calendar.ts';
import { createWriter } from './create-writer.ts';
import { type IdempotencyClaim, markCompleted } from './idempotency-claim.ts';
import type { RecordedChange, Touched, Write } from './model-writer.ts';
import { isWriteConflict } from './write-conflicts.ts';

/** The part of a context that a transaction needs. */
export interface TransactionalContext {
  readonly app: {
    readonly searchDocuments: SearchDocumentSpecs;
    readonly changeNotifications: Pick<ChangeNotifications, 'send'>;
    readonly viewerCache: Pick<ViewerCache, 'written'>;
    readonly knownWords: KnownWords;
    readonly worker: { wake(): void };
    readonly beforeCommitHooks: readonly BeforeCommitHook<never>[];
  };
  readonly database: Database;
  readonly db: ReadDatabase;
  readonly requestId: string;
  readonly log: RequestLog;
  readonly calendar: Calendar;
  readonly viewer: { readonly accountId: string; readonly actor: string } | null;
  /** The ids of the change sets that were committed in this context. A transaction adds its own. */
  readonly committed: string[];
  /** The idempotency claim under which it runs, if any. */
  readonly claim?: IdempotencyClaim;
  /** What its transactions have waited, if they have one wait for a lock in common. */
  readonly wait?: WriteWait;
}

/** The key under which a context in a transaction has the ways into the database. No other context has it. */
const unrecordedAccess = Symbol('unrecorded access');

/**
 * A context in a transaction: `db` also reads what the transaction has written, `write` writes, and `changeSetId` is the id
 * of the change set in the log. `changes` are the changes so far; the log has them only after the commit.
 */
export type Transaction<C extends TransactionalContext = TransactionalContext> = C & {
  readonly [unrecordedAccess]: UnrecordedAccess;
  readonly write: Write;
  readonly changeSetId: string;
  readonly changes: readonly RecordedChange[];
  /** Calls a function after the commit, if there is one. */
  readonly afterCommit: (call: () => void) => void;
};

/** What a feature does at the end of a transaction that has written records of a model, in the same change set. */
export interface BeforeCommitHook<C extends TransactionalContext> {
  readonly model: ModelKey;
  /** @param touched the records of the model that were written, in order; one may be there several times */
  beforeCommit(tx: Transaction<C>, touched: readonly Touched[]): Promise<void>;
}

/** Makes what an export of an earlier version lacks from what has been imported. */
export interface AfterImportHook<C extends TransactionalContext> {
  /** The model whose records are lacking. Null for columns, which are completed after every import. */
  readonly model: Prisma.ModelName | null;
  complete(tx: Transaction<C>): Promise<void>;
}

/** Whether a context is in a transaction. */
const isTransaction = <C extends TransactionalContext>(ctx: C): ctx is Transaction<C> => unrecordedAccess in ctx;

/**
 * The ways into the database within a transaction. Their writes are part of the transaction and are not recorded in the change
 * log: for the log itself, for search documents, and for an import that brings its own history.
 */
export const unrecorded = (tx: Transaction): UnrecordedAccess => tx[unrecordedAccess];

const attempts = 5;

/**
 * Runs `work` in one database transaction: all of it takes effect, or nothing. This is the only way to write.
 *
 * Every write of an owned record is recorded in the owner's change log within the same transaction: as one change set with
 * the owner's next sequence number. A transaction without such writes takes no number, so that the sequence has no gaps. The
 * transactions of one owner run one after another. The search documents of the records are updated in the transaction too.
 * After the commit, a notification says that the owner's change log has grown.
 *
 * If the engine reports a conflict with another writer, or the connection breaks before the commit, `work` runs again from its
 * start, at most five times in all, so it must have no effects except through its context. In a transaction, `work` joins that one.
 * @param name the name of the change set: the name of the service
 * @param timeout in milliseconds. Default: 30,000
 */
export async function transaction<C extends TransactionalContext, T>(
  ctx: C,
  name: string,
  work: (tx: Transaction<C>) => Promise<T>,
  timeout?: number,
): Promise<T> {
  if (isTransaction(ctx)) return work(ctx);
  return transactionInSteps(ctx, name, (step) => step(work), timeout);
}

/** How a step of a transaction is run. */
interface StepOptions {
  /** Whether the step is a change set of its own. Default: true. */
  readonly recorded?: boolean;
  /** Whether features add to the step what follows from it. Not for records that were stored before. Default: true. */
  readonly hooked?: boolean;
}

/** Runs one step of a transaction. */
export type Step<C extends TransactionalContext> = <T>(
  work: (tx: Transaction<C>) => Promise<T>,
  options?: StepOptions,
) => Promise<T>;

/**
 * Like `transaction`, for work on more records than fit into memory: one database transaction with any number of steps, one
 * after another. Only the changes of the present step are in memory.
 *
 * @param timeout for the whole transaction, in milliseconds
 */
export async function transactionInSteps<C extends TransactionalContext, T>(
  ctx: C,
  name: string,
  work: (step: Step<C>) => Promise<T>,
  timeout?: number,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const afterCommit: AfterCommit = { owners: new Set(), models: new Set(), changeSets: [], calls: [] };
    let result: T;
    try {
      result = await ctx.database.write(
        (client, rows, db) =>
          work((inStep, options = {}) => runStep(ctx, name, { client, rows, db }, afterCommit, inStep, options)),
        { owner: ctx.viewer?.accountId ?? null, timeout, wait: ctx.wait },
      );
    } catch (error) {
      // It may be committed, if the connection broke during the commit.
      ctx.app.viewerCache.written(afterCommit.models);
      if (attempt === attempts || !(isWriteConflict(error) || isDisconnect(error))) throw error;
      ctx.log.debug(
        { attempt, changeSet: name, requestId: ctx.requestId, err: error },
        'transaction failed, trying again',
      );
      await sleep(Math.random() * 10 * 2 ** attempt);
      continue;
    }
    ctx.app.viewerCache.written(afterCommit.models);
    ctx.committed.push(...afterCommit.changeSets);
    for (const ownerId of afterCommit.owners) ctx.app.changeNotifications.send(ownerId);
    for (const call of afterCommit.calls) call();
    return result;
  }
}

/** What follows the commit. It lives as long as the transaction, so it holds nothing of the records. */
interface AfterCommit {
  /** The owners whose change logs have grown. */
  owners: Set<string>;
  /** The models that were written. */
  models: Set<ModelKey>;
  /** The ids of the change sets. */
  changeSets: string[];
  calls: (() => void)[];
}

async function runStep<C extends TransactionalContext, T>(
  ctx: C,
  name: string,
  access: UnrecordedAccess & { readonly db: ReadDatabase },
  after: AfterCommit,
  work: (tx: Transaction<C>) => Promise<T>,
  { recorded = true, hooked = true }: StepOptions,
): Promise<T> {
  const ownerId = ctx.viewer?.accountId ?? null;
  const { client, rows } = access;
  // One writer at a time for each owner.
  const last = ownerId === null ? null : await rows.lockSequence(ownerId);
  const changes: RecordedChange[] = [];
  const touched: Touched[] = [];
  const write = createWriter(
    access,
    ownerId,
    ctx.calendar.now,
    (change, row) => {
      changes.push(change);
      touched.push(row);
    },
    (model) => after.models.add(model),
  );
  const changeSetId = newId();
  const afterCommit = (call: () => void) => void after.calls.push(call);
  const tx = { ...ctx, [unrecordedAccess]: access, db: access.db, write, changeSetId, changes, afterCommit };
  const result = await work(tx);
  // The history of an account is deleted with it.
  const isDeleted = changes.some(({ model, action }) => model === 'Account' && action === 'DELETE');
  if (ctx.claim && !isDeleted) await markCompleted(client, ctx.claim);
  if (ownerId === null || changes.length === 0 || isDeleted) return result;
  if (hooked) await runHooks(tx, touched);
  const { knownWords, searchDocuments } = ctx.app;
  // Neither waits for the other, so that their statements share round trips.
  await Promise.all([
    indexRecords({ ...access, knownWords, afterCommit }, searchDocuments, ctx.calendar, touched),
    recorded && record(ctx, { id: changeSetId, name }, rows, ownerId, last, changes),
  ]);
  if (recorded) after.changeSets.push(changeSetId);
  after.owners.add(ownerId);
  return result;
}

/** Runs the hooks of the models that were written, in order. What one writes itself only the hooks after it see. */
async function runHooks(tx: Transaction, touched: readonly Touched[]): Promise<void> {
  for (const hook of tx.app.beforeCommitHooks) {
    const ofModel = touched.filter(({ model }) => model === hook.model);
    // Each hook is made for the contexts of the application, of which this is one.
    if (ofModel.length > 0) await hook.beforeCommit(tx as never, ofModel);
  }
}

/**
 * Writes a change set and its changes under the owner's next sequence number.
 * @param last the number before that, if the sequence is locked
 */
async function record(
  ctx: TransactionalContext,
  changeSet: { id: string; name: string },
  rows: RowWriter,
  ownerId: string,
  last: number | null,
  changes: RecordedChange[],
): Promise<void> {
  const next = rows.nextSequence(ownerId);
  const sequence = last === null ? await next : last + 1;
  const [actor, at] = [ctx.viewer?.actor ?? 'server', ctx.calendar.now];
  const numbered = changes.map((change, ordinal) => ({ ownerId, sequence, ordinal, ...change }));
  await Promise.all([
    next,
    rows.insert('changeSet', [{ ...changeSet, ownerId, sequence, requestId: ctx.requestId, actor, at }]),
    inChunksWithTurns(numbered, (some) => rows.insert('change', some)),
  ]);
}
