import type { Context, Viewer, ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import { noteUse } from '../../../platform/security/last-used.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { tokenValidAt, visibleTo } from './access-tokens.access.ts';
import { accessTokenPrefix, createAccessTokenInput, revokeAccessTokenInput } from './access-tokens.rules.ts';

type AccessToken = Row<'accessToken'>;

/** Creates a personal access token. The token itself is returned only here, since only its hash is stored. */
export async function createAccessToken(
  ctx: ViewerContext,
  input: InputOf<typeof createAccessTokenInput>,
): Promise<{ token: string; accessToken: AccessToken }> {
  const { name, scopes, expiresAt } = parseInput(createAccessTokenInput(ctx.calendar), input);
  const token = accessTokenPrefix + randomToken();
  const accessToken = await transaction(ctx, 'createAccessToken', (tx) =>
    tx.write.accessToken.create({
      accountId: ctx.viewer.accountId,
      name,
      tokenHash: hashToken(token),
      canWrite: scopes.includes('WRITE'),
      expiresAt: expiresAt ?? null,
    }),
  );
  return { token, accessToken };
}

/** Revokes one of the viewer's access tokens. @throws NotFoundError if there is none that is not revoked */
export async function revokeAccessToken(
  ctx: ViewerContext,
  input: InputOf<typeof revokeAccessTokenInput>,
): Promise<AccessToken> {
  const { id } = parseInput(revokeAccessTokenInput, input);
  const where = { AND: [{ id, revokedAt: null }, visibleTo(ctx.viewer)] };
  const revoke = { revokedAt: ctx.calendar.now };
  const [accessToken] = await transaction(ctx, 'revokeAccessToken', (tx) => tx.write.accessToken.update(where, revoke));
  return orNotFound(accessToken, 'id');
}

/** The viewer's valid access tokens, the newest first, at most 100. */
export async function listAccessTokens(ctx: ViewerContext): Promise<AccessToken[]> {
  const where = { AND: [visibleTo(ctx.viewer), tokenValidAt(ctx.calendar.now)] };
  return ctx.db.accessToken.findMany({ where, orderBy: { createdAt: 'desc' }, take: 100 });
}

/** One of the viewer's access tokens. Null if there is none. */
export async function getAccessToken(ctx: ViewerContext, id: string): Promise<AccessToken | null> {
  return ctx.db.accessToken.findFirst({ where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** The viewer of a personal access token. Null if it is not valid. */
export async function authenticateAccessToken(ctx: Context, token: string): Promise<Viewer | null> {
  const { now } = ctx.calendar;
  const found = await ctx.db.accessToken.findFirst({
    where: { AND: [{ tokenHash: hashToken(token) }, tokenValidAt(now)] },
    include: { account: true },
  });
  if (!found) return null;
  noteUse(ctx, 'accessToken', found);
  const { id, accountId, account, canWrite } = found;
  return { accountId, account, actor: `token:${id}`, sessionId: null, canWrite };
}
