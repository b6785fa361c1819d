import type { Database, WriteWait } from './database/database.ts';
import { newId } from './database/ids.ts';
import type { Row } from './database/models.ts';
import type { ReadDatabase } from './database/read-database.ts';
import type { UnauthenticatedError } from './errors.ts';
import type { SubscriptionStream } from './live/subscription-streams.ts';
import type { AfterUndoHook } from './records/after-undo.ts';
import type { NodeReference } from './records/node-references.ts';
import type { TrashHandlersByModel } from './records/trash-handlers.ts';
import type { Calculations } from './runtime/calculations.ts';
import type { ApplicationEvents } from './runtime/event-counts.ts';
import { type Log, RequestLog } from './runtime/log.ts';
import type { Mailer } from './runtime/mailer.ts';
import type { ProcessorTime } from './runtime/processor-time.ts';
import type { Tracing } from './runtime/tracing.ts';
import type { KnownWords } from './search/known-words.ts';
import type { SearchDocumentSpecs } from './search/search-documents.ts';
import type { Vault } from './security/crypto.ts';
import type { KeyCache } from './security/key-cache.ts';
import type { OutboundHttp } from './security/outbound-http.ts';
import type { Passwords } from './security/passwords.ts';
import type { PushSender } from './security/push-keys.ts';
import type { RateLimits } from './security/rate-limits.ts';
import type { ViewerCache } from './security/viewer-cache.ts';
import { type Calendar, createCalendar, type DayOfWeek } from './time/calendar.ts';
import type { Clock } from './time/clock.ts';
import type { DeferredWrites } from './transactions/deferred-writes.ts';
import type { IdempotencyClaim } from './transactions/idempotency-claim.ts';
import type { AfterImportHook, BeforeCommitHook } from './transactions/transaction.ts';

/** The part of the configuration that services read. */
export interface ServiceConfig {
  /** Where clients reach this server, without a slash at the end; the issuer of its tokens. */
  readonly publicUrl: string;
  /** The origins of other web pages that may call the server. */
  readonly corsOrigins: readonly string[];
  /** Who may create an account. */
  readonly signUp: 'open' | 'closed';
  /** For how many days the change log is kept. */
  readonly historyDays: number;
  /** The app at Microsoft that people sign in to Outlook with. Null: Outlook cannot be connected. */
  readonly outlook: OutlookApp | null;
  /** The app at Miro that people sign in with. Null: Miro cannot be connected. */
  readonly miro: MiroApp | null;
}

/** An app at Microsoft's identity platform, and where it reaches it and Microsoft Graph. */
export interface OutlookApp {
  readonly clientId: string;
  /** Null for a public client, which has none. */
  readonly clientSecret: string | null;
  /** Who can sign in: `common`, `organizations`, `consumers`, or the id or domain of a tenant. */
  readonly tenant: string;
  /** The origin to sign in at. */
  readonly loginUrl: string;
  /** The origin of Microsoft Graph. */
  readonly graphUrl: string;
  /** The longest time of a subscription to changes that Microsoft Graph allows, in minutes. */
  readonly subscriptionMinutes: number;
}

/** An app at Miro, and where it reaches it. */
export interface MiroApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The origin to sign in at. */
  readonly loginUrl: string;
  /** The origin of the API. */
  readonly apiUrl: string;
}

/** What services share. Lives as long as the application. Every member is a small interface that tests can replace. */
export interface App {
  readonly config: ServiceConfig;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly passwords: Passwords;
  readonly rateLimits: RateLimits;
  readonly keyCache: KeyCache;
  /** The records that requests are authenticated by. */
  readonly viewerCache: ViewerCache;
  readonly knownWords: KnownWords;
  /** How often what metrics tell of has happened. */
  readonly events: ApplicationEvents;
  /** Tells subscriptions and the worker that an owner's change log has grown. */
  readonly changeNotifications: { send(ownerId: string): void };
  /** Tells the worker that jobs were enqueued. */
  readonly worker: { wake(): void };
  /** Writes that no request waits for. */
  readonly deferredWrites: DeferredWrites;
  /** Runs long calculations beside the event loop. */
  readonly calculations: Pick<Calculations, 'run'>;
  readonly outboundHttp: OutboundHttp;
  /** Traces requests and jobs. Null if the server is not set up to. */
  readonly tracing: Tracing | null;
  /** Sends mails. Null if the server is not set up to. */
  readonly mailer: Mailer | null;
  /** Who sends push messages to browsers. Null if the server is not set up to. */
  readonly webPush: PushSender | null;
  /** How each model's records become search documents. */
  readonly searchDocuments: SearchDocumentSpecs;
  /** How the records of models go to the trash and come back. */
  readonly trashHandlers: TrashHandlersByModel<ViewerContext>;
  /** What features do after an undo. */
  readonly afterUndoHooks: readonly AfterUndoHook<ViewerContext>[];
  /** What features do at the end of transactions. */
  readonly beforeCommitHooks: readonly BeforeCommitHook<ViewerContext>[];
  /** What features do to complete an import. */
  readonly afterImportHooks: readonly AfterImportHook<ViewerContext>[];
  /** The columns that name a node of any type. */
  readonly nodeReferences: readonly NodeReference[];
}

/** The signed-in account and its credential. */
export interface Viewer {
  readonly accountId: string;
  readonly account: Row<'account'>;
  /** The credential as the change log names it: `session:<id>` or `token:<id>`. */
  readonly actor: string;
  /** The id of the session. Null if signed in with an access token. */
  readonly sessionId: string | null;
  /** Whether the credential may change data. */
  readonly canWrite: boolean;
  /** Whether the credential may manage webhooks, calendar feeds and integrations. */
  readonly canIntegrate: boolean;
}

/** A credential of a request that is unknown, expired or revoked. */
export interface RejectedCredential {
  /** The JSON Web Token, if it is one. */
  readonly jwt: string | null;
  /** Why it is refused. */
  readonly error: UnauthenticatedError;
}

/** Where a request came from. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
  /** Cuts the connection, so that a response that cannot be completed is not taken for a complete one. */
  readonly hangUp?: () => void;
  /** Whether the client has left before the end of its request. */
  readonly hasLeft?: () => boolean;
  /** Calls a function once the response is sent, or the client is gone. Only where that is to be logged. */
  readonly whenSent?: (listener: (sent: SentResponse) => void) => void;
}

/** How the sending of a response has ended. */
export interface SentResponse {
  /** The size of its body so far. */
  readonly bytes: number;
  /** Whether the client has left before its end. */
  readonly isCut: boolean;
}

/** The size of a response so far. */
export interface ResponseSize {
  /** Objects in the response. */
  objects: number;
  /** Records that were loaded for lists within lists. */
  loaded: number;
}

/** Whether a request has checked or set a password. */
export interface PasswordUse {
  isUsed: boolean;
}

/** The session cookie that the response sets. Null: it is removed. Nothing: it stays as it is. */
export interface SessionCookie {
  value?: string | null;
}

/** What services are called with: one request, at one moment. */
export interface Context {
  readonly app: App;
  readonly database: Database;
  readonly db: ReadDatabase;
  readonly requestId: string;
  readonly log: RequestLog;
  readonly client: Client;
  readonly calendar: Calendar;
  /** Null if nobody is signed in. */
  readonly viewer: Viewer | null;
  /** The credential that the request came with, if it is not valid. Only what opens and ends sessions runs with one. */
  readonly rejected: RejectedCredential | null;
  /** The idempotency claim under which a mutation runs, if any. */
  readonly claim?: IdempotencyClaim;
  /** What the transactions of a mutation with an idempotency key have waited, with those for the key. */
  readonly wait?: WriteWait;
  /** The ids of the change sets that were committed in this context, in order. Each mutation has its own list. */
  readonly committed: string[];
  /** The stream of a subscription. Null for queries and mutations. */
  readonly stream: SubscriptionStream<ViewerContext> | null;
  readonly responseSize: ResponseSize;
  readonly processorTime: ProcessorTime;
  readonly passwordUse: PasswordUse;
  readonly sessionCookie: SessionCookie;
}

/** A context with a signed-in viewer. Nearly every service takes one. */
export type ViewerContext = Context & { readonly viewer: Viewer };

/** The context of a request before authentication. */
export function createContext(app: App, requestId: string, client: Client): Context {
  const { database } = app;
  const calendar = createCalendar(app.clock.now(), { timeZone: 'UTC', dayStartsAt: '00:00', weekStartsOn: 'MONDAY' });
  return {
    app,
    database,
    db: database.reads,
    requestId,
    log: new RequestLog(app.log, requestId),
    client,
    calendar,
    viewer: null,
    rejected: null,
    committed: [],
    stream: null,
    responseSize: { objects: 0, loaded: 0 },
    processorTime: { milliseconds: 0 },
    passwordUse: { isUsed: false },
    sessionCookie: {},
  };
}

/** The context of what the server does by itself. */
export const createSystemContext = (app: App): Context =>
  createContext(app, newId(), { address: 'server', userAgent: 'server' });

/** The same context with a signed-in viewer and the viewer's calendar. */
export function actAs(ctx: Context, viewer: Viewer): ViewerContext {
  const { timeZone, dayStartsAt } = viewer.account;
  const weekStartsOn = viewer.account.weekStartsOn as DayOfWeek;
  return { ...ctx, viewer, calendar: ctx.calendar.by({ timeZone, dayStartsAt, weekStartsOn }) };
}

/** The same context with the server acting for an account. */
export function actFor(ctx: Context, account: Row<'account'>): ViewerContext {
  return actAs(ctx, {
    accountId: account.id,
    account,
    actor: 'server',
    sessionId: null,
    canWrite: true,
    canIntegrate: true,
  });
}
