import type { Config } from '../config.ts';
import type { Database, ReadDatabase } from './database/database.ts';
import type { Worker } from './jobs/worker.ts';
import type { ChangeNotifications } from './live/change-signals.ts';
import type { Stream, Streams } from './live/subscription-streams.ts';
import type { AfterUndoHook, TrashHandlersByModel } from './records/trash-handlers.ts';
import type { Log } from './runtime/log.ts';
import type { SearchDocumentSpecs } from './search/search-documents.ts';
import type { Vault } from './security/crypto.ts';
import type { WebhookHttpClient } from './security/outbound-http.ts';
import type { Passwords } from './security/passwords.ts';
import type { RateLimits } from './security/rate-limits.ts';
import type { KeyCache } from './security/signing-keys.ts';
import { type Calendar, createCalendar, type DayOfWeek } from './time/calendar.ts';
import type { Clock } from './time/clock.ts';
import type { IdempotencyClaim } from './transactions/idempotency-claim.ts';
import type { Row } from './transactions/model-writer.ts';

/** What an application is made of; it lives as long as the application does. */
export interface App {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly limits: RateLimits;
  readonly keyCache: KeyCache;
  /** Tell that somebody's change log has grown. */
  readonly changeNotifications: ChangeNotifications;
  /** Go on telling clients of it. */
  readonly streams: Streams;
  /** Runs what the server does by itself. */
  readonly worker: Worker;
  /** Posts to addresses that people gave. */
  readonly webhookHttp: WebhookHttpClient;
  /** What the documents of each model's rows are. */
  readonly documents: SearchDocumentSpecs;
  /** How records of models go to the trash and come back. */
  readonly trashHandlers: TrashHandlersByModel;
  /** What domains see to after an undo. */
  readonly afterUndoHooks: readonly AfterUndoHook[];
}

/** Who is asking, and with what. */
export interface Viewer {
  readonly accountId: string;
  readonly account: Row<'account'>;
  /** What they signed in with, as the change log names it: `session:<id>` or `token:<id>`. */
  readonly actor: string;
  /** The session they are in; null when they use an access token. */
  readonly sessionId: string | null;
  /** Whether what they signed in with may change anything. */
  readonly canWrite: boolean;
}

/** Where a request came from. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
  /** Cuts its connection, so that an answer that was begun and cannot be finished is not taken for a whole one. */
  readonly hangUp?: () => void;
}

/** What an answer comes to: its objects, and the rows of lists within lists that were loaded for it. */
export interface Answer {
  objects: number;
  loaded: number;
}

/** What services are called with: one request, at one moment, by somebody or nobody. */
export interface Context {
  readonly app: App;
  readonly database: Database;
  readonly db: ReadDatabase;
  readonly requestId: string;
  readonly log: Log;
  readonly client: Client;
  readonly calendar: Calendar;
  readonly viewer: Viewer | null;
  /** The idempotency key under which a mutation runs, if any. */
  readonly claim?: IdempotencyClaim;
  /** The ids of the change sets that were committed in this context, in order. A mutation has a list of its own. */
  readonly committed: string[];
  /** The stream that the answer is; null when there is one answer and no more. */
  readonly stream: Stream | null;
  /** What the answer comes to so far. */
  readonly answer: Answer;
}

/** A context in which somebody is signed in; what nearly every service takes. */
export type ViewerContext = Context & { readonly viewer: Viewer };

/** The context of a request before it is known who asks; also what the server itself acts in. */
export function createContext(app: App, requestId: string, client: Client): Context {
  const { database } = app;
  const calendar = createCalendar(app.clock.now(), { timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' });
  const log = app.log.child({ requestId });
  return {
    app,
    database,
    db: database.reads,
    requestId,
    log,
    client,
    calendar,
    viewer: null,
    committed: [],
    stream: null,
    answer: { objects: 0, loaded: 0 },
  };
}

/** The same context, with somebody signed in and their calendar. */
export function actAs(ctx: Context, viewer: Viewer): ViewerContext {
  const { timeZone, dayStartsAt } = viewer.account;
  const weekStartsOn = viewer.account.weekStartsOn as DayOfWeek;
  return { ...ctx, viewer, calendar: createCalendar(ctx.calendar.now, { timeZone, dayStartsAt, weekStartsOn }) };
}

/** The same context, with the server itself acting for somebody. */
export function actFor(ctx: Context, account: Row<'account'>): ViewerContext {
  return actAs(ctx, { accountId: account.id, account, actor: 'server', sessionId: null, canWrite: true });
}
