import { actAs, type Context, type Viewer, type ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidCredentialsError, InvalidRefreshTokenError } from '../../../platform/errors.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { accessTokenSeconds, signAccessToken } from '../../../platform/security/access-jwt.ts';
import { networkOf } from '../../../platform/security/client-networks.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import { noteUse } from '../../../platform/security/last-used.ts';
import { checkPassword, takePasswordTurn } from '../../../platform/security/password-checks.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import {
  isKnownNetwork,
  type NewSecurityEvent,
  noteSecurityEvent,
  recordSecurityEvent,
} from '../security-events/security-events.service.ts';
import {
  expiredViewer,
  isValidAt,
  type SessionCredential,
  sessionValidAt,
  validSession,
  viewerOf,
  visibleTo,
} from './sessions.access.ts';
import {
  later,
  type OpenedSession,
  type RefreshedSession,
  refreshGrace,
  refreshSessionInput,
  revokeSessionInput,
  type SessionTokens,
  type SignedIn,
  sessionLifetime,
  signInInput,
  signInLimit,
} from './sessions.rules.ts';

type Account = Row<'account'>;
type Session = Row<'session'>;

function createSession(tx: Transaction<Context>, accountId: string, cookieHash: string | null): Promise<Session> {
  const { now } = tx.calendar;
  return tx.write.session.create({
    accountId,
    cookieHash,
    userAgent: tx.client.userAgent.slice(0, 300),
    lastUsedAt: now,
    expiresAt: later(now, sessionLifetime),
  });
}

/** The successor of a refresh token. It follows from the token, so that it can be returned again although only its hash is stored. */
const successorOf = (ctx: Context, refreshToken: string) => `wm_rt_${ctx.app.vault.derive(refreshToken, 'refresh')}`;

/** Issues a refresh token of a session. @param refreshToken the token. Default: a random one */
async function issueRefreshToken(
  tx: Transaction<Context>,
  account: Account,
  sessionId: string,
  refreshToken = `wm_rt_${randomToken()}`,
): Promise<RefreshedSession> {
  await tx.write.refreshToken.create({ sessionId, tokenHash: hashToken(refreshToken) });
  return { account, sessionId, refreshToken };
}

/** Opens a session for an account: by a cookie, or by tokens. */
export async function openSession(
  tx: Transaction<Context>,
  account: Account,
  by: { cookie: boolean },
): Promise<OpenedSession> {
  if (!by.cookie) return issueRefreshToken(tx, account, (await createSession(tx, account.id, null)).id);
  const cookie = randomToken();
  const { id: sessionId } = await createSession(tx, account.id, hashToken(cookie));
  return { account, sessionId, cookie };
}

/** Notes that an account was signed in to, after the session is committed. Sets the cookie, or adds an access token. */
export async function signedIn(ctx: Context, opened: OpenedSession): Promise<SignedIn> {
  const { account, sessionId } = opened;
  noteSecurityEvent(ctx, { kind: 'SIGNED_IN', accountId: account.id, sessionId });
  if (!('cookie' in opened)) return withAccessToken(ctx, opened);
  ctx.sessionCookie.value = opened.cookie;
  return { accessToken: null, accessTokenExpiresAt: null, refreshToken: null, account };
}

/** Adds the access token to a session that was opened or refreshed. */
async function withAccessToken(ctx: Context, opened: RefreshedSession): Promise<SessionTokens> {
  const { account, sessionId, refreshToken } = opened;
  const accessToken = await signAccessToken(ctx, { sub: account.id, sid: sessionId });
  return {
    accessToken,
    accessTokenExpiresAt: new Date(ctx.calendar.now.getTime() + accessTokenSeconds * 1000),
    refreshToken,
    account,
  };
}

/**
 * Signs in with an email address and a password. Neither the error nor the time it takes tells whether the account exists:
 * a password is checked in any case, and a failure is recorded after the response.
 * @throws InvalidCredentialsError if the address or the password is wrong
 * @throws TooManyPasswordsError if the request has checked another password
 * @throws RateLimitedError after too many attempts by the client address or on the account
 */
export async function signIn(ctx: Context, input: InputOf<typeof signInInput>): Promise<SignedIn> {
  const { email, password, cookie } = parseInput(ctx, signInInput, input);
  takePasswordTurn(ctx);
  await ctx.app.rateLimits.consume(signInLimit, networkOf(ctx.client.address));
  const emailNormalized = caseFold(email.trim());
  const account = await ctx.db.account.findUnique({ where: { emailNormalized } });
  const credential = await ctx.db.credential.findUnique({ where: { accountId: account?.id ?? '' } });
  const check = {
    account: emailNormalized,
    passwordHash: credential?.passwordHash ?? null,
    isKnownNetwork: await isKnownNetwork(ctx, account?.id),
  };
  const matches = await checkPassword(ctx, check, password);
  if (account && !matches) noteSecurityEvent(ctx, { kind: 'SIGN_IN_FAILED', accountId: account.id });
  if (!account || !matches) throw new InvalidCredentialsError();
  return signedIn(ctx, await transaction(ctx, 'signIn', (tx) => openSession(tx, account, { cookie })));
}

/**
 * Exchanges a refresh token for a new pair of tokens. Each is valid once, and for half a minute after that returns the same
 * successor. If one is used later, either the first or the second client has stolen it, so its session ends (RFC 9700, 4.14.2).
 * @throws InvalidRefreshTokenError if the token is unknown, used or its session has ended
 */
export async function refreshSession(ctx: Context, input: InputOf<typeof refreshSessionInput>): Promise<SessionTokens> {
  const { refreshToken } = parseInput(ctx, refreshSessionInput, input);
  const tokenHash = hashToken(refreshToken);
  const successor = successorOf(ctx, refreshToken);
  const opened = await transaction(ctx, 'refreshSession', async (tx) => {
    const { now } = tx.calendar;
    const token = await tx.db.refreshToken.findUnique({
      where: { tokenHash },
      include: { session: { include: { account: true } } },
    });
    if (!token) return null;
    const { session } = token;
    const { id: sessionId, accountId, account } = session;
    const [used] = await tx.write.refreshToken.update({ id: token.id, usedAt: null }, { usedAt: now });
    if (!used) {
      if (await isInGrace(tx, token.id, successor)) {
        return isValidAt(now, session) ? { account, sessionId, refreshToken: successor } : null;
      }
      await tx.write.session.update({ id: sessionId, revokedAt: null }, { revokedAt: now });
      await recordSecurityEvent(tx, { kind: 'REFRESH_TOKEN_REPLAYED', accountId, sessionId });
      return null;
    }
    if (!isValidAt(now, session)) return null;
    await tx.write.session.update({ id: sessionId }, { lastUsedAt: now, expiresAt: later(now, sessionLifetime) });
    return issueRefreshToken(tx, account, sessionId, successor);
  });
  // Thrown outside the transaction, which would otherwise roll back the end of the session.
  if (!opened) throw new InvalidRefreshTokenError();
  return withAccessToken(ctx, opened);
}

/** Whether a refresh token was used so short a time ago that it may be used again. One that another request uses now was. */
async function isInGrace(tx: Transaction<Context>, id: string, successor: string): Promise<boolean> {
  const since = new Date(tx.calendar.now.getTime() - refreshGrace);
  const used = await tx.db.refreshToken.findFirst({ where: { id, usedAt: { gt: since } } });
  // Those that were issued by an earlier version, or under another secret, have another successor.
  return (
    used !== null && (await tx.db.refreshToken.findUnique({ where: { tokenHash: hashToken(successor) } })) !== null
  );
}

/**
 * Ends the current session. An access token that has expired is enough: it still says which session to end.
 * Returns the number of ended sessions: 1, or 0 if it had ended before.
 */
export async function signOut(ctx: Context): Promise<number> {
  const viewer = ctx.viewer ?? (await expiredViewer(ctx));
  if (!viewer) return 0;
  return (await endSessions(actAs(ctx, viewer), 'signOut', 'SIGNED_OUT', { id: viewer.sessionId ?? '' })).length;
}

/** Ends all sessions of the viewer. Returns their number. Access tokens stay valid. */
export async function signOutEverywhere(ctx: ViewerContext): Promise<number> {
  return (await endSessions(ctx, 'signOutEverywhere', 'SIGNED_OUT_EVERYWHERE', {})).length;
}

/** Ends one of the viewer's sessions. @throws NotFoundError if it is not a valid session of the viewer */
export async function revokeSession(ctx: ViewerContext, input: InputOf<typeof revokeSessionInput>): Promise<Session> {
  const { id } = parseInput(ctx, revokeSessionInput, input);
  const [session] = await endSessions(ctx, 'revokeSession', 'SESSION_REVOKED', { id });
  return orNotFound(session, 'id');
}

/** Ends those of the viewer's sessions that match. If there are any, it is a security event. */
function endSessions(
  ctx: ViewerContext,
  name: string,
  kind: NewSecurityEvent['kind'],
  which: { id?: string },
): Promise<Session[]> {
  const { now } = ctx.calendar;
  const where = { AND: [which, sessionValidAt(now), visibleTo(ctx.viewer)] };
  return transaction(ctx, name, async (tx) => {
    const ended = await tx.write.session.update(where, { revokedAt: now });
    const { accountId, sessionId } = ctx.viewer;
    if (ended.length > 0) await recordSecurityEvent(tx, { kind, accountId, sessionId: which.id ?? sessionId });
    // The browser forgets the cookie of a session that it ended itself.
    if (ended.some(({ id, cookieHash }) => id === sessionId && cookieHash)) tx.sessionCookie.value = null;
    return ended;
  });
}

/** The viewer of a JSON Web Token or a session cookie. Null if it is not valid. */
export async function authenticateSession(ctx: Context, credential: SessionCredential): Promise<Viewer | null> {
  const session = await validSession(ctx, credential);
  if (!session) return null;
  // Use extends a session in a browser, which cannot refresh it.
  const prolonged = { expiresAt: later(ctx.calendar.now, sessionLifetime) };
  noteUse(ctx, 'session', session, 'cookie' in credential ? { changes: prolonged } : {});
  return viewerOf(session);
}

/** The viewer's valid sessions, the newest first, at most 100. */
export async function listSessions(ctx: ViewerContext): Promise<Session[]> {
  const where = { AND: [visibleTo(ctx.viewer), sessionValidAt(ctx.calendar.now)] };
  return ctx.db.session.findMany({ where, orderBy: { createdAt: 'desc' }, take: 100 });
}

/** One of the viewer's sessions. Null if there is none. */
export const getSession = getService({ model: 'session', visibleTo });
