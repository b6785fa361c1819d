import type { Context } from '../../../platform/context.ts';
import { hashToken, randomToken } from '../../../platform/security/crypto.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { later } from '../sessions/sessions.rules.ts';
import { openSession, signedIn } from '../sessions/sessions.service.ts';
import { signInLinkLifetime } from './sign-in-links.rules.ts';

/** Creates a sign-in link for an account and revokes earlier ones. Returns the token in the link. */
export async function createSignInLink(ctx: Context, accountId: string): Promise<string> {
  const token = randomToken();
  const expiresAt = later(ctx.calendar.now, signInLinkLifetime);
  await transaction(ctx, 'createSignInLink', async (tx) => {
    await tx.write.signInLink.delete({ accountId });
    await tx.write.signInLink.create({ accountId, tokenHash: hashToken(token), expiresAt });
  });
  return token;
}

/** Uses a sign-in link and signs in by a cookie. Returns whether the link was valid. */
export async function redeemSignInLink(ctx: Context, token: string): Promise<boolean> {
  const { now } = ctx.calendar;
  const opened = await transaction(ctx, 'redeemSignInLink', async (tx) => {
    const unused = { tokenHash: hashToken(token), usedAt: null, expiresAt: { gt: now } };
    const [link] = await tx.write.signInLink.update(unused, { usedAt: now });
    if (!link) return null;
    const account = await tx.db.account.findUniqueOrThrow({ where: { id: link.accountId } });
    return openSession(tx, account, { cookie: true });
  });
  if (!opened) return false;
  await signedIn(ctx, opened);
  return true;
}
