import { UnreachableHostError } from '../../../integrations/outbound-http/client.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { importMeetingsInput } from '../../meetings/import/import.rules.ts';
import {
  cancelVanished,
  maxImportTime,
  type PreparedImport,
  prepareImport,
  removeLeft,
} from '../../meetings/import/import.service.ts';
import { SignInNeededError } from '../integrations/integrations.rules.ts';
import { openCredentials, saveIntegration, sealCredentials } from '../integrations/integrations.service.ts';
import { type PreparedSync, problemKindOf, SyncError, type SyncResult } from '../syncs/syncs.rules.ts';
import {
  type CalendarAddress,
  connectionProblem,
  decodeCalendar,
  isConditional,
  keptValidator,
  requestFor,
  skippedSentence,
  statusProblem,
  subscribeToCalendarInput,
} from './calendars.rules.ts';

type Integration = Row<'integration'>;
type Tx = Transaction<ViewerContext>;

const howToAllow = 'The server may read it there only with ALLOW_PRIVATE_ADDRESSES=on.';

/**
 * Subscribes to the calendar at a web address. A worker reads it soon, and then regularly. Who has subscribed to it already
 * gets the same integration, which is read at once.
 * @throws InvalidInputError if the address is in a private network and the server does not allow it
 * @throws ConflictError if there are too many integrations
 */
export async function subscribeToCalendar(
  ctx: ViewerContext,
  input: InputOf<typeof subscribeToCalendarInput>,
): Promise<Integration> {
  const { url, name, refreshMinutes } = parseInput(ctx, subscribeToCalendarInput, input);
  if (!ctx.app.outboundHttp.mayCall(url)) {
    const message = 'must not be an address in a private network, unless the server has ALLOW_PRIVATE_ADDRESSES=on';
    throw new InvalidInputError([{ path: ['input', 'url'], message }]);
  }
  const { host } = new URL(url);
  const credentials: CalendarAddress = { url };
  return transaction(ctx, 'subscribeToCalendar', (tx) =>
    saveIntegration(tx, {
      provider: 'ICS',
      name: name ?? host.slice(0, 100),
      connectedTo: host,
      externalKey: hashToken(url),
      credentials,
      refreshMinutes: refreshMinutes ?? undefined,
    }),
  );
}

const unchanged: SyncResult = {
  outcome: 'UNCHANGED',
  createdCount: 0,
  updatedCount: 0,
  unchangedCount: 0,
  cancelledCount: 0,
  skippedCount: 0,
  warnings: [],
};

/** Reads the calendar of an integration. @throws SyncError if it cannot be read, SignInNeededError if its address is lost */
export async function readCalendarSubscription(
  ctx: ViewerContext,
  integration: Integration,
  signal: AbortSignal,
): Promise<PreparedSync> {
  const address = openCredentials<CalendarAddress>(ctx, integration);
  if (!address)
    throw new SignInNeededError(
      'Its address cannot be decrypted with the secret of this server. Subscribe to it again.',
    );
  const { status, headers, body } = await fetchCalendar(ctx, address.url, integration, signal);
  if (status === 304 && isConditional(integration, ctx.calendar.now))
    return { maxTime: undefined, write: async () => unchanged };
  if (status !== 200) throw new SyncError(statusProblem(status), headers['retry-after'] ?? null, problemKindOf(status));
  const prepared = await prepare(ctx, decodeCalendar(body, headers['content-type']));
  return {
    // How many meetings have vanished from it is not known yet.
    maxTime: maxImportTime,
    async write(tx) {
      const { skipped, warnings, ...counts } = await prepared.write(tx, await ledByOutlook(tx));
      const vanishedCount = await noteCalendar(tx, integration, prepared);
      await tx.write.integration.update(
        { id: integration.id },
        {
          etag: keptValidator(headers.etag),
          lastModified: keptValidator(headers['last-modified']),
          readAt: tx.calendar.now,
          ...(!tx.app.vault.isCurrent(integration.encryptedCredentials) && {
            encryptedCredentials: sealCredentials(tx, integration, address),
          }),
        },
      );
      return {
        ...counts,
        cancelledCount: counts.cancelledCount + vanishedCount,
        outcome: 'SUCCEEDED',
        warnings: [...skipped.map(skippedSentence), ...warnings],
      };
    },
  };
}

async function fetchCalendar(ctx: ViewerContext, url: string, integration: Integration, signal: AbortSignal) {
  try {
    return await ctx.app.outboundHttp.get(url, { ...requestFor(integration, ctx.calendar.now), signal });
  } catch (error) {
    // The server stops.
    if (signal.aborted) throw error;
    if (error instanceof UnreachableHostError) throw new SyncError(`${error.message} ${howToAllow}`);
    throw new SyncError(connectionProblem(error), null, 'UNAVAILABLE');
  }
}

async function prepare(ctx: ViewerContext, ics: string): Promise<PreparedImport> {
  try {
    return await prepareImport(ctx, parseInput(ctx, importMeetingsInput, { ics }));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    throw new SyncError(`The calendar ${error.issues[0]?.message ?? 'cannot be read.'}`);
  }
}

/** The UIDs of events that Outlook has, too: it tells more, and sooner. */
async function ledByOutlook(tx: Tx): Promise<Set<string>> {
  const where = { accountId: tx.viewer.accountId, integration: { provider: 'OUTLOOK' as const } };
  const events = await tx.db.integrationEvent.findMany({ where, select: { uid: true } });
  return new Set(events.map(({ uid }) => uid));
}

/** Notes which events a calendar has. Nothing is taken to be gone from a text that breaks off. */
async function noteCalendar(tx: Tx, integration: Integration, { uids, isWhole }: PreparedImport): Promise<number> {
  const where = { integrationId: integration.id };
  const known = new Set(
    (await tx.db.integrationEvent.findMany({ where, select: { uid: true } })).map(({ uid }) => uid),
  );
  const gone = isWhole ? [...known].filter((uid) => !uids.has(uid)) : [];
  return noteEvents(tx, integration, { added: [...uids].filter((uid) => !known.has(uid)), gone });
}

/**
 * Notes which events an integration has, by UID, and cancels the meetings of those that it has no more, unless another
 * integration of the owner has them.
 * @param left those of the gone ones that are not followed any more. Of them, meetings without anything of the owner's are deleted
 * @returns the number of meetings that were cancelled or deleted
 */
export async function noteEvents(
  tx: Tx,
  { id, accountId }: Pick<Integration, 'id' | 'accountId'>,
  { added, gone, left }: { added: readonly string[]; gone: readonly string[]; left?: ReadonlySet<string> },
): Promise<number> {
  await tx.write.integrationEvent.createMany(added.map((uid) => ({ accountId, integrationId: id, uid })));
  if (gone.length === 0) return 0;
  await inChunks(gone, (some) => tx.write.integrationEvent.delete({ integrationId: id, uid: { in: some } }));
  const elsewhere = await inChunks(gone, (some) =>
    tx.db.integrationEvent.findMany({ where: { accountId, uid: { in: some } }, select: { uid: true } }),
  );
  const kept = new Set(elsewhere.map(({ uid }) => uid));
  const vanished = gone.filter((uid) => !kept.has(uid));
  const [removed, cancelled] = [vanished.filter((uid) => left?.has(uid)), vanished.filter((uid) => !left?.has(uid))];
  return (await removeLeft(tx, removed)) + (await cancelVanished(tx, cancelled));
}
