import type { Context, Viewer, ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { activeAt, visibleTo } from './access-tokens.access.ts';
import {
  accessTokenPrefix,
  createAccessTokenInput,
  lastUsedEvery,
  revokeAccessTokenInput,
} from './access-tokens.rules.ts';

type AccessToken = Row<'accessToken'>;

/** Makes a personal access token. Its text is answered here and never again: only its hash is stored. */
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

/** Stops one of the viewer's access tokens from working. */
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

/** The viewer's access tokens that still work, the newest first. */
export async function listAccessTokens(ctx: ViewerContext): Promise<AccessToken[]> {
  const where = { AND: [visibleTo(ctx.viewer), activeAt(ctx.calendar.now)] };
  return ctx.db.accessToken.findMany({ where, orderBy: { createdAt: 'desc' }, take: 100 });
}

/** One of the viewer's access tokens. */
export async function getAccessToken(ctx: ViewerContext, id: string): Promise<AccessToken | null> {
  return ctx.db.accessToken.findFirst({ where: { AND: [{ id }, visibleTo(ctx.viewer)] } });
}

/** Who an access token stands for; null when it is not, or no longer, good. */
export async function authenticateAccessToken(ctx: Context, token: string): Promise<Viewer | null> {
  const { now } = ctx.calendar;
  const row = await ctx.db.accessToken.findFirst({
    where: { AND: [{ tokenHash: hashToken(token) }, activeAt(now)] },
    include: { account: true },
  });
  if (!row) return null;
  if (now.getTime() - (row.lastUsedAt?.getTime() ?? 0) >= lastUsedEvery) {
    await transaction(ctx, 'touchAccessToken', (tx) =>
      tx.write.accessToken.update({ id: row.id }, { lastUsedAt: now }),
    );
  }
  const { id, accountId, account, canWrite } = row;
  return { accountId, account, actor: `token:${id}`, sessionId: null, canWrite };
}
