import { OAuthError, OAuthUnavailableError } from '../../../integrations/oauth/errors.ts';
import { ProviderError } from '../../../integrations/provider-error.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row, UpdateData } from '../../../platform/database/models.ts';
import { exponential, jittered, retryAfterWait } from '../../../platform/jobs/backoff.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';

type Integration = Row<'integration'>;
type Task = Row<'syncTask'>;

const minute = 60_000;
const hour = 60 * minute;

/** For how many days syncs are kept. */
export const syncRetentionDays = 30;
/** How many syncs an account may start by hand in a minute. */
export const manualSyncLimit = { name: 'sync by hand', points: 30, seconds: 60 };
/** How many tasks are enqueued at once. The others follow within seconds. */
export const maxEnqueued = 100;
/** The maximum number of warnings of a sync that are kept, and of the characters of one. */
const warningLimits = { count: 100, length: 500 };

/** The wait after the first failed sync, and the longest one, in milliseconds. */
const backoff = { first: minute, max: 6 * hour };
/** The share of a wait that a provider asks for by which it may be longer, so that not all come back at once. */
const spread = 0.1;

/** What a sync has done, in numbers of records. */
export interface SyncResult
  extends Pick<Row<'syncRun'>, 'createdCount' | 'updatedCount' | 'unchangedCount' | 'cancelledCount' | 'skippedCount'> {
  outcome: 'SUCCEEDED' | 'UNCHANGED';
  warnings: string[];
}

/** A sync that was read from a provider, and is to be written. */
export interface PreparedSync {
  /** How long writing may take, in milliseconds. See `writingTime`. */
  maxTime: number | undefined;
  write(tx: Transaction<ViewerContext>): Promise<SyncResult>;
}

/** Reads one kind of what an integration has from its provider. @throws SyncError or SignInNeededError if that fails */
export type ReadIntegration = (
  ctx: ViewerContext,
  integration: Integration,
  signal: AbortSignal,
) => Promise<PreparedSync>;

type ProblemKind = NonNullable<Task['problemKind']>;

/** An integration cannot be read at the moment. The message says why, and what to do, in a sentence. */
export class SyncError extends Error {
  override name = 'SyncError';
  /** The header Retry-After of the provider. Null if there was none. */
  readonly retryAfter: string | null;
  readonly kind: ProblemKind;

  constructor(message: string, retryAfter: string | null = null, kind: ProblemKind = 'OTHER') {
    super(message);
    this.retryAfter = retryAfter;
    this.kind = kind;
  }
}

/** The kind of a problem by the HTTP status of the provider. 0 if there was no response. */
export function problemKindOf(status: number): ProblemKind {
  if (status === 403) return 'FORBIDDEN';
  if (status === 429) return 'THROTTLED';
  return status === 0 || status >= 500 ? 'UNAVAILABLE' : 'OTHER';
}

/**
 * What went wrong at a provider, as the integration tells it. Any other error stays what it is.
 * @param vendor whose app of this server it is
 * @param forbidden what to do if the account lacks a permission. Default: nothing is said
 */
export function syncProblem(error: unknown, vendor: string, forbidden?: string): unknown {
  if (error instanceof OAuthError)
    return new SyncError(`${vendor} refuses the app of this server. Ask its owner. ${error.message}`);
  if (!(error instanceof OAuthUnavailableError || error instanceof ProviderError)) return error;
  const kind = error instanceof ProviderError ? problemKindOf(error.status) : 'UNAVAILABLE';
  const throttled = `${vendor} was asked too often, and asks to wait. There is nothing to do: it is asked again later.`;
  const told = kind === 'THROTTLED' ? throttled : error.message;
  const message = kind === 'FORBIDDEN' && forbidden !== undefined ? `${told} ${forbidden}` : told;
  return new SyncError(message, error.retryAfter, kind);
}

/** A task after a failed sync that is tried again. @param random 0 to below 1 */
export function afterFailure(
  { failureCount }: Pick<Task, 'failureCount'>,
  { message, retryAfter, kind }: SyncError,
  now: Date,
  random: number,
): UpdateData<'syncTask'> {
  const asked = retryAfterWait(retryAfter, now);
  const wait = Math.max(
    jittered(exponential(failureCount + 1, backoff.first, backoff.max), random),
    Math.round(asked * (1 + random * spread)),
  );
  return {
    problem: message,
    problemKind: kind,
    failureCount: failureCount + 1,
    nextSyncAt: new Date(now.getTime() + wait),
    notBefore: asked > 0 ? new Date(now.getTime() + asked) : null,
  };
}

/** A task after a sync that succeeded. */
export const afterSuccess = ({ refreshMinutes }: Pick<Integration, 'refreshMinutes'>, started: Date, now: Date) => ({
  problem: null,
  problemKind: null,
  failureCount: 0,
  notBefore: null,
  lastSyncedAt: started,
  nextSyncAt: new Date(now.getTime() + refreshMinutes * minute),
});

/** The states of integrations that are read. */
export const readStates: Integration['state'][] = ['CONNECTED', 'BACKING_OFF'];

/** The warnings of a sync as they are kept. */
export const keptWarnings = (warnings: readonly string[]): string[] =>
  warnings.slice(0, warningLimits.count).map((warning) => warning.slice(0, warningLimits.length).toWellFormed());

/** What a record has that is sent to another service. */
interface Pushed {
  readonly isPending: boolean;
  readonly failureCount: number;
  readonly nextPushAt: Date | null;
  readonly problem: string | null;
}

/** The wait after something was refused for the first time, and the longest one, in milliseconds. */
const pushBackoff = { first: 5 * minute, max: 24 * hour };
/** The maximum length of a problem. */
const maxProblem = 500;

/** Nothing is to be sent any more. */
export const nothingToPush = {
  isPending: false,
  failureCount: 0,
  nextPushAt: null,
  problem: null,
} as const satisfies Pushed;

/** What a record has that was refused. It keeps its place, and is sent again later. */
export const afterRefusal = ({ failureCount }: Pick<Pushed, 'failureCount'>, message: string, now: Date): Pushed => ({
  isPending: true,
  failureCount: failureCount + 1,
  nextPushAt: new Date(now.getTime() + exponential(failureCount + 1, pushBackoff.first, pushBackoff.max)),
  problem: message.slice(0, maxProblem).toWellFormed(),
});

/** The condition of records that are to be sent now: also of those that a clock that was ahead would have wait longer than any. */
export const toBeSent = (now: Date) => ({
  isPending: true,
  OR: [{ nextPushAt: null }, { nextPushAt: { lte: now } }, { nextPushAt: { gt: latestPush(now) } }],
});

const latestPush = (now: Date) => new Date(now.getTime() + pushBackoff.max);

/** Whether something that was refused is not to be sent yet. */
export const isWaiting = ({ nextPushAt }: Pick<Pushed, 'nextPushAt'>, now: Date): boolean =>
  nextPushAt !== null && nextPushAt > now && nextPushAt <= latestPush(now);
