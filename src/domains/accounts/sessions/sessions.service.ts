import type { Context, Viewer, ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidCredentialsError, InvalidRefreshTokenError } from '../../../platform/errors.ts';
import { daysBefore, type Retention } from '../../../platform/jobs/retention.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { accessTokenSeconds, signAccessToken, verifyAccessToken } from '../../../platform/security/access-jwt.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { activeAt, visibleTo } from './sessions.access.ts';
import {
  endedKeptDays,
  lastUsedEvery,
  refreshSessionInput,
  revokeSessionInput,
  sessionLives,
  signInInput,
  signInLimits,
  signInLinkLives,
} from './sessions.rules.ts';

type Account = Row<'account'>;
type Session = Row<'session'>;

/** What a client signs in with: a short-lived access token, and a refresh token that buys the next pair. */
export interface SessionTokens {
  accessToken: string;
  accessTokenExpiresAt: Date;
  refreshToken: string;
  account: Account;
}

/** A session that was just opened or refreshed. */
export interface OpenedSession {
  account: Account;
  sessionId: string;
  refreshToken: string;
}

const later = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

function createSession(tx: Transaction<Context>, accountId: string, cookieHash: string | null): Promise<Session> {
  const { now } = tx.calendar;
  return tx.write.session.create({
    accountId,
    cookieHash,
    userAgent: tx.client.userAgent.slice(0, 300),
    lastUsedAt: now,
    expiresAt: later(now, sessionLives),
  });
}

async function issueRefreshToken(
  tx: Transaction<Context>,
  account: Account,
  sessionId: string,
): Promise<OpenedSession> {
  const refreshToken = `wm_rt_${randomToken()}`;
  await tx.write.refreshToken.create({ sessionId, tokenHash: hashToken(refreshToken) });
  return { account, sessionId, refreshToken };
}

/** Starts a session for an account. */
export async function openSession(tx: Transaction<Context>, account: Account): Promise<OpenedSession> {
  const session = await createSession(tx, account.id, null);
  return issueRefreshToken(tx, account, session.id);
}

/** Completes an opened session with an access token. To be called once the session is committed. */
export async function withAccessToken(ctx: Context, opened: OpenedSession): Promise<SessionTokens> {
  const { account, sessionId, refreshToken } = opened;
  const accessToken = await signAccessToken(ctx, { sub: account.id, sid: sessionId });
  return {
    accessToken,
    accessTokenExpiresAt: later(ctx.calendar.now, accessTokenSeconds * 1000),
    refreshToken,
    account,
  };
}

/**
 * Signs in with an e-mail address and a password. Whether there is such an account shows neither in the answer nor in
 * the time it takes: a password is checked either way.
 */
export async function signIn(ctx: Context, input: InputOf<typeof signInInput>): Promise<SessionTokens> {
  const { email, password } = parseInput(signInInput, input);
  const emailNormalized = caseFold(email.trim());
  await ctx.app.rateLimits.consume(signInLimits.byAddress, ctx.client.address);
  await ctx.app.rateLimits.consume(signInLimits.byEmail, emailNormalized);
  const account = await ctx.db.account.findUnique({ where: { emailNormalized } });
  const credential = await ctx.db.credential.findUnique({ where: { accountId: account?.id ?? '' } });
  const matches = await ctx.app.passwords.matches(credential?.passwordHash ?? null, password);
  if (!account || !matches) throw new InvalidCredentialsError();
  return withAccessToken(ctx, await transaction(ctx, 'signIn', (tx) => openSession(tx, account)));
}

/**
 * Trades a refresh token for a new pair. Each is good once: one that comes a second time was stolen, by whoever came
 * first or second, so its whole session ends.
 */
export async function refreshSession(ctx: Context, input: InputOf<typeof refreshSessionInput>): Promise<SessionTokens> {
  const tokenHash = hashToken(parseInput(refreshSessionInput, input).refreshToken);
  const opened = await transaction(ctx, 'refreshSession', async (tx) => {
    const { now } = tx.calendar;
    const token = await tx.db.refreshToken.findUnique({
      where: { tokenHash },
      include: { session: { include: { account: true } } },
    });
    if (!token) return null;
    const { session } = token;
    const [used] = await tx.write.refreshToken.update({ id: token.id, usedAt: null }, { usedAt: now });
    if (!used) {
      await tx.write.session.update({ id: session.id, revokedAt: null }, { revokedAt: now });
      return null;
    }
    if (session.revokedAt !== null || session.expiresAt <= now) return null;
    await tx.write.session.update({ id: session.id }, { lastUsedAt: now, expiresAt: later(now, sessionLives) });
    return issueRefreshToken(tx, session.account, session.id);
  });
  // Thrown out here, so that ending a session whose token was replayed is not undone with it.
  if (!opened) throw new InvalidRefreshTokenError();
  return withAccessToken(ctx, opened);
}

/** Ends the session that the viewer is in, and answers how many that were: one, unless it was ended just now. */
export async function signOut(ctx: ViewerContext): Promise<number> {
  return (await endSessions(ctx, 'signOut', { id: ctx.viewer.sessionId ?? '' })).length;
}

/** Ends every session of the viewer, this one too, and answers how many there were. Access tokens go on working. */
export async function signOutEverywhere(ctx: ViewerContext): Promise<number> {
  return (await endSessions(ctx, 'signOutEverywhere', {})).length;
}

/** Ends one of the viewer's sessions. */
export async function revokeSession(ctx: ViewerContext, input: InputOf<typeof revokeSessionInput>): Promise<Session> {
  const { id } = parseInput(revokeSessionInput, input);
  const [session] = await endSessions(ctx, 'revokeSession', { id });
  return orNotFound(session, 'id');
}

function endSessions(ctx: ViewerContext, name: string, which: { id?: string }): Promise<Session[]> {
  const { now } = ctx.calendar;
  const where = { AND: [which, activeAt(now), visibleTo(ctx.viewer)] };
  return transaction(ctx, name, (tx) => tx.write.session.update(where, { revokedAt: now }));
}

/** The viewer's sessions that still work, the newest first. */
export async function listSessions(ctx: ViewerContext): Promise<Session[]> {
  const where = { AND: [visibleTo(ctx.viewer), activeAt(ctx.calendar.now)] };
  return ctx.db.session.findMany({ where, orderBy: { createdAt: 'desc' }, take: 100 });
}

/** One of the viewer's sessions. */
export async function getSession(ctx: ViewerContext, id: string): Promise<Session | null> {
  return ctx.db.session.findFirst({ where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** Makes a link that signs an account in, once; answers the secret part of it. Links made before stop working. */
export async function createSignInLink(ctx: Context, accountId: string): Promise<string> {
  const token = randomToken();
  const expiresAt = later(ctx.calendar.now, signInLinkLives);
  await transaction(ctx, 'createSignInLink', async (tx) => {
    await tx.write.signInLink.delete({ accountId });
    await tx.write.signInLink.create({ accountId, tokenHash: hashToken(token), expiresAt });
  });
  return token;
}

/** Uses a sign-in link up: answers the value of the cookie that its browser is signed in with, null when it is no good. */
export async function redeemSignInLink(ctx: Context, token: string): Promise<string | null> {
  const { now } = ctx.calendar;
  return transaction(ctx, 'redeemSignInLink', async (tx) => {
    const unused = { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } };
    const [link] = await tx.write.signInLink.update(unused, { usedAt: now });
    if (!link) return null;
    const cookie = randomToken();
    await createSession(tx, link.accountId, hashToken(cookie));
    return cookie;
  });
}

/** Who a JSON Web Token or a session cookie stands for; null when it is not, or no longer, good. */
export async function authenticateSession(
  ctx: Context,
  given: { jwt: string } | { cookie: string },
): Promise<Viewer | null> {
  const claims = 'jwt' in given ? await verifyAccessToken(ctx, given.jwt) : null;
  if ('jwt' in given && !claims) return null;
  const which =
    'cookie' in given
      ? { cookieHash: hashToken(given.cookie) }
      : { id: claims?.sid ?? '', accountId: claims?.sub ?? '' };
  const session = await ctx.db.session.findFirst({
    where: { AND: [which, activeAt(ctx.calendar.now)] },
    include: { account: true },
  });
  if (!session) return null;
  await touch(ctx, session, 'cookie' in given);
  const { id, accountId, account } = session;
  return { accountId, account, actor: `session:${id}`, sessionId: id, canWrite: true };
}

/** Notes that a session is in use; one in a browser, which has nothing to refresh, lives on by it. */
async function touch(ctx: Context, session: Session, prolong: boolean): Promise<void> {
  const { now } = ctx.calendar;
  if (now.getTime() - session.lastUsedAt.getTime() < lastUsedEvery) return;
  const changes = { lastUsedAt: now, ...(prolong && { expiresAt: later(now, sessionLives) }) };
  await transaction(ctx, 'touchSession', (tx) => tx.write.session.update({ id: session.id }, changes));
}

const endedBefore = (ctx: Context) => ({ lt: daysBefore(ctx, endedKeptDays) });

/**
 * Sessions and sign-in links are deleted 30 days after they ended, refresh tokens 30 days after they were used. A deleted
 * token is refused like any unknown one.
 */
export const sessionRetention: readonly Retention[] = [
  {
    model: 'session',
    expired: (ctx) => ({ OR: [{ expiresAt: endedBefore(ctx) }, { revokedAt: endedBefore(ctx) }] }),
  },
  { model: 'refreshToken', expired: (ctx) => ({ usedAt: endedBefore(ctx) }) },
  { model: 'signInLink', expired: (ctx) => ({ expiresAt: endedBefore(ctx) }) },
];
