import type { Context, Viewer, ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type PromiseOrValue, whenKnown } from '../../../platform/runtime/promise-or-value.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import { noteUse } from '../../../platform/security/last-used.ts';
import { hasChecksum, withChecksum } from '../../../platform/security/token-checksums.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { noteTokenAddress, recordSecurityEvent } from '../security-events/security-events.service.ts';
import { tokenValidAt, visibleTo } from './access-tokens.access.ts';
import {
  accessTokenPrefix,
  createAccessTokenInput,
  maxAccessTokens,
  revokeAccessTokenInput,
  uncheckedAccessToken,
} from './access-tokens.rules.ts';

type AccessToken = Row<'accessToken'>;

/**
 * Creates a personal access token. The token itself is returned only here, since only its hash is stored.
 * @throws ConflictError if 100 tokens are valid
 */
export async function createAccessToken(
  ctx: ViewerContext,
  input: InputOf<typeof createAccessTokenInput>,
): Promise<{ token: string; accessToken: AccessToken }> {
  const { name, scopes, expiresAt } = parseInput(ctx, createAccessTokenInput, input);
  const token = withChecksum(accessTokenPrefix + randomToken());
  const { accountId, sessionId } = ctx.viewer;
  const accessToken = await transaction(ctx, 'createAccessToken', async (tx) => {
    const valid = { AND: [visibleTo(ctx.viewer), tokenValidAt(tx.calendar.now)] };
    if ((await tx.db.accessToken.count({ where: valid })) >= maxAccessTokens) {
      throw new ConflictError(`You have ${maxAccessTokens} valid access tokens. Revoke some that you do not need.`);
    }
    const created = await tx.write.accessToken.create({
      accountId,
      name,
      tokenHash: hashToken(token),
      canWrite: scopes.includes('WRITE'),
      canIntegrate: scopes.includes('INTEGRATIONS'),
      expiresAt: expiresAt ?? null,
    });
    await recordSecurityEvent(tx, { kind: 'TOKEN_CREATED', accountId, sessionId, accessTokenId: created.id });
    return created;
  });
  return { token, accessToken };
}

/** Revokes one of the viewer's access tokens. @throws NotFoundError if there is none that is not revoked */
export async function revokeAccessToken(
  ctx: ViewerContext,
  input: InputOf<typeof revokeAccessTokenInput>,
): Promise<AccessToken> {
  const { id } = parseInput(ctx, revokeAccessTokenInput, input);
  const where = { AND: [{ id, revokedAt: null }, visibleTo(ctx.viewer)] };
  const revoke = { revokedAt: ctx.calendar.now };
  return transaction(ctx, 'revokeAccessToken', async (tx) => {
    const [revoked] = await tx.write.accessToken.update(where, revoke);
    const accessToken = orNotFound(revoked, 'id');
    const { accountId, sessionId } = ctx.viewer;
    await recordSecurityEvent(tx, { kind: 'TOKEN_REVOKED', accountId, sessionId, accessTokenId: id });
    return accessToken;
  });
}

/** The viewer's valid access tokens, the newest first, at most 100. */
export async function listAccessTokens(ctx: ViewerContext): Promise<AccessToken[]> {
  const where = { AND: [visibleTo(ctx.viewer), tokenValidAt(ctx.calendar.now)] };
  return ctx.db.accessToken.findMany({ where, orderBy: { createdAt: 'desc' }, take: maxAccessTokens });
}

/** One of the viewer's access tokens. Null if there is none. */
export const getAccessToken = getService({ model: 'accessToken', visibleTo });

/** Whether a text can be an access token. A mistyped or made-up one is refused without a query. */
const isAccessToken = (text: string) =>
  text.startsWith(accessTokenPrefix) && (hasChecksum(text) || uncheckedAccessToken.test(text));

/** The viewer of a personal access token. Null if it is not valid. */
export function authenticateAccessToken(ctx: Context, token: string): PromiseOrValue<Viewer | null> {
  const { viewerCache } = ctx.app;
  const { now } = ctx.calendar;
  const tokenHash = viewerCache.hashOf(token);
  const found = viewerCache.find(`token ${tokenHash}`, now, async () => {
    if (!isAccessToken(token)) return null;
    const where = { AND: [{ tokenHash }, tokenValidAt(now)] };
    const accessToken = await ctx.db.accessToken.findFirst({ where, include: { account: true } });
    return accessToken && { accessToken, viewer: viewerOf(accessToken) };
  });
  return whenKnown(found, (kept) => {
    if (!kept) return null;
    const { accessToken, viewer } = kept;
    if (accessToken.expiresAt !== null && accessToken.expiresAt <= now) return null;
    noteUse(ctx, 'accessToken', accessToken);
    noteTokenAddress(ctx, accessToken);
    return viewer;
  });
}

/** The viewer that an access token signs in. */
function viewerOf({ id, account, canWrite, canIntegrate }: AccessToken & { account: Row<'account'> }): Viewer {
  return { accountId: account.id, account, actor: `token:${id}`, sessionId: null, canWrite, canIntegrate };
}
