import type { App, Client, Context } from './context.ts';

/** The times at which an answer is the same as long as no data change, in milliseconds since 1970. `until` is not one of them. */
export interface Validity {
  readonly from: number;
  readonly until: number;
}

/**
 * What an answer may be made of: parts of an application that never change while it runs, and its database, which tells by itself
 * whether anything was committed. All else, such as the clock, rate limits and other servers, changes unseen.
 */
const isStable = {
  config: true,
  database: true,
  log: true,
  searchDocuments: true,
  trashHandlers: true,
  afterUndoHooks: true,
  beforeCommitHooks: true,
  afterImportHooks: true,
  nodeReferences: true,
  // The same input has the same result.
  calculations: true,
  webPush: true,
  tracing: true,
  clock: false,
  vault: false,
  passwords: false,
  rateLimits: false,
  keyCache: false,
  viewerCache: false,
  knownWords: false,
  events: true,
  changeNotifications: false,
  worker: false,
  deferredWrites: false,
  outboundHttp: false,
  mailer: false,
} satisfies Record<keyof App, boolean>;

/**
 * The same context, which takes note of what a query uses of it besides data and its viewer.
 * @returns the context, and a function that says how long the answer is valid, once the query is done
 */
export function observe(ctx: Context): { ctx: Context; validity: () => Validity } {
  let from = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  const narrow = (first: number, end: number) => {
    from = Math.max(from, first);
    until = Math.min(until, end);
  };
  const app = new Proxy(ctx.app, {
    get(target, name: keyof App) {
      if (!isStable[name]) narrow(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
      return target[name];
    },
  });
  const client = new Proxy(ctx.client, {
    get(target, name: keyof Client) {
      narrow(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
      return target[name];
    },
  });
  const observed: Context = {
    ...ctx,
    app,
    calendar: ctx.calendar.heard(narrow),
    client,
  };
  return { ctx: observed, validity: () => ({ from, until }) };
}
