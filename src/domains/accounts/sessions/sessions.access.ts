import type { Prisma } from '../../../generated/sqlite/client.ts';
import type { Context, Viewer } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ofAccount } from '../../../platform/records/ownership.ts';
import { verifyAccessToken } from '../../../platform/security/access-jwt.ts';
import { sessionLifetime } from './sessions.rules.ts';

type Session = Row<'session'>;

/** A viewer sees their own sessions. */
export const visibleTo = ofAccount;

/** The condition for sessions that are valid at a time. */
export function sessionValidAt(now: Date) {
  return { revokedAt: null, expiresAt: { gt: now } } satisfies Prisma.SessionWhereInput;
}

/** Whether a session is valid at a time. */
export const isValidAt = (now: Date, { revokedAt, expiresAt }: Session) => revokedAt === null && expiresAt > now;

/** What a request is signed in with. `expiredFor` is for how many milliseconds a token may have been expired. Default: 0 */
export type SessionCredential = { jwt: string; expiredFor?: number } | { cookie: string };

type SessionWithAccount = Session & { account: Row<'account'> };

/** The session of a JSON Web Token or a session cookie, with its account. Null if it is not valid. */
export async function validSession(ctx: Context, credential: SessionCredential): Promise<SessionWithAccount | null> {
  const { now } = ctx.calendar;
  const which = await conditionOf(ctx, credential);
  if (!which) return null;
  const session = await ctx.app.viewerCache.find(`session ${JSON.stringify(which)}`, now, () =>
    ctx.db.session.findFirst({ where: { AND: [which, sessionValidAt(now)] }, include: { account: true } }),
  );
  return session && session.expiresAt > now ? session : null;
}

/** The condition for the session that a credential is of. Null for a token that is not valid. */
async function conditionOf(ctx: Context, credential: SessionCredential) {
  if ('cookie' in credential) return { cookieHash: ctx.app.viewerCache.hashOf(credential.cookie) };
  const claims = await verifyAccessToken(ctx, credential.jwt, (credential.expiredFor ?? 0) / 1000);
  return claims && { id: claims.sid, accountId: claims.sub };
}

/** The viewer that a session signs in. */
export function viewerOf({ id, accountId, account }: SessionWithAccount): Viewer {
  return { accountId, account, actor: `session:${id}`, sessionId: id, canWrite: true, canIntegrate: true };
}

/** The viewer of the request's access token, if that has expired within the lifetime of a session, which is still valid. */
export async function expiredViewer(ctx: Context): Promise<Viewer | null> {
  const jwt = ctx.rejected?.jwt;
  const session = jwt ? await validSession(ctx, { jwt, expiredFor: sessionLifetime }) : null;
  return session && viewerOf(session);
}
