import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { daysBefore, type Retention } from '../../../platform/jobs/retention.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { networkOf } from '../../../platform/security/client-networks.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { securityEventList } from './security-events.access.ts';
import { failures, knownNetworkDays, maxEventsPerHour, securityEventDays } from './security-events.rules.ts';

type SecurityEvent = Row<'securityEvent'>;

/** What happened, to which account, and the session or access token that it is about. */
export interface NewSecurityEvent extends Pick<SecurityEvent, 'accountId' | 'kind'> {
  readonly sessionId?: string | null;
  readonly accessTokenId?: string | null;
}

/** An event with what is known of the request that caused it. */
type Occurrence = Omit<SecurityEvent, 'id' | 'count'>;

const hour = 60 * 60 * 1000;

/** Lists the viewer's security events. */
export const listSecurityEvents = listService(securityEventList);

/** Finds one of the viewer's security events. */
export const getSecurityEvent = getService(securityEventList);

/** Records an event in the transaction that causes it. */
export async function recordSecurityEvent(tx: Transaction<Context>, event: NewSecurityEvent): Promise<void> {
  await write(tx, occurrenceOf(tx, event));
}

/**
 * Records an event after the response: nothing fails because it cannot be recorded, and the time of the response does not tell
 * whether it is.
 */
export function noteSecurityEvent(ctx: Context, event: NewSecurityEvent): void {
  const occurrence = occurrenceOf(ctx, event);
  ctx.app.deferredWrites.defer(`securityEvent ${newId()}`, async (tx) => {
    // The account may have been deleted meanwhile.
    if (await tx.db.account.findUnique({ where: { id: event.accountId } })) await write(tx, occurrence);
  });
}

/** Notes after the response that an access token was used from the client's address, if it is the first time. */
export function noteTokenAddress(ctx: Context, token: { id: string; accountId: string }): void {
  const { accountId, id: accessTokenId } = token;
  const network = networkOf(addressOf(ctx));
  ctx.app.deferredWrites.deferOnce(`securityEvent ${accessTokenId} ${network}`, async (tx) => {
    const event = { accountId, kind: 'TOKEN_USED_FROM_NEW_ADDRESS', accessTokenId } as const;
    if (await tx.db.securityEvent.findFirst({ where: { ...event, network } })) return;
    if (await tx.db.account.findUnique({ where: { id: accountId } })) await write(tx, occurrenceOf(ctx, event));
  });
}

/** Whether an account was signed in to from the client's network lately. Takes as long for an account that does not exist. */
export async function isKnownNetwork(ctx: Context, accountId: string | undefined): Promise<boolean> {
  const at = { gt: daysBefore(ctx, knownNetworkDays) };
  const network = networkOf(addressOf(ctx));
  const where = { accountId: accountId ?? '', kind: 'SIGNED_IN', network, at } as const;
  return (await ctx.db.securityEvent.findFirst({ where, select: { id: true } })) !== null;
}

/** The address of the client. A proxy may hand on any text as one. */
const addressOf = ({ client }: Context) => client.address.slice(0, 100);

function occurrenceOf(ctx: Context, event: NewSecurityEvent): Occurrence {
  const { client, calendar } = ctx;
  const address = addressOf(ctx);
  return {
    sessionId: null,
    accessTokenId: null,
    ...event,
    at: calendar.now,
    address,
    network: networkOf(address),
    userAgent: client.userAgent.slice(0, 300),
  };
}

/**
 * Writes an event. Within an hour, what is the same but for the time is counted in one event, and so is everything of a kind
 * beyond a number of events: strangers cannot make the table grow.
 */
async function write(tx: Pick<Transaction, 'db' | 'write'>, occurrence: Occurrence): Promise<void> {
  const { accountId, kind, at, address, userAgent, sessionId, accessTokenId } = occurrence;
  const since = new Date(Math.floor(at.getTime() / hour) * hour);
  const recent = await tx.db.securityEvent.findMany({ where: { accountId, kind, at: { gte: since } } });
  const same = recent.find(
    (one) => one.address === address && one.sessionId === sessionId && one.accessTokenId === accessTokenId,
  );
  const isTooMany = !same && recent.length >= maxEventsPerHour;
  const counted = isTooMany ? recent.find((one) => one.address === null) : same;
  if (counted) {
    await tx.write.securityEvent.update(
      { id: counted.id },
      { at, count: counted.count + 1, ...(same && { userAgent }) },
    );
    return;
  }
  const unknown = { address: null, network: null, userAgent: '', sessionId: null, accessTokenId: null };
  await tx.write.securityEvent.create({ ...occurrence, ...(isTooMany && unknown) });
}

const before = (ctx: Context, days: number) => ({ lt: daysBefore(ctx, days) });

/** Security events are deleted after 400 days, failures after 90. */
export const securityEventRetention: readonly Retention[] = [
  { model: 'securityEvent', expired: (ctx) => ({ at: before(ctx, securityEventDays.all) }) },
  {
    model: 'securityEvent',
    expired: (ctx) => ({ kind: { in: [...failures] }, at: before(ctx, securityEventDays.failures) }),
  },
];
