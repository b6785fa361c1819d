import type { Context, ViewerContext } from '../../../platform/context.ts';
import { InvalidRecoveryCodeError, MailUnavailableError } from '../../../platform/errors.ts';
import { ownerOfJob } from '../../../platform/jobs/account-jobs.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind } from '../../../platform/jobs/jobs.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { networkOf } from '../../../platform/security/client-networks.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { takePasswordTurn } from '../../../platform/security/password-checks.ts';
import { newRecoveryCode, normalizeRecoveryCode } from '../../../platform/security/recovery-codes.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requirePassword, writePassword } from '../accounts/accounts.service.ts';
import { noteSecurityEvent, recordSecurityEvent } from '../security-events/security-events.service.ts';
import type { SignedIn } from '../sessions/sessions.rules.ts';
import { signInLimit } from '../sessions/sessions.rules.ts';
import { openSession, signedIn } from '../sessions/sessions.service.ts';
import {
  createRecoveryCodesInput,
  mailedCodeLifetime,
  recoveryCodeCount,
  requestPasswordResetInput,
  resetPasswordInput,
  resetRequestLimit,
  resetRequestNetworkLimit,
} from './recovery.rules.ts';

const minute = 60 * 1000;

const hashOf = (code: string) => hashToken(normalizeRecoveryCode(code));

/**
 * Creates a list of recovery codes in place of the viewer's earlier ones. They are returned only here.
 * @throws InvalidCredentialsError if the account has a password and it is not this one
 */
export async function createRecoveryCodes(
  ctx: ViewerContext,
  input: InputOf<typeof createRecoveryCodesInput>,
): Promise<string[]> {
  const { password } = parseInput(ctx, createRecoveryCodesInput, input);
  await requirePassword(ctx, password);
  const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
  const { accountId, sessionId } = ctx.viewer;
  await transaction(ctx, 'createRecoveryCodes', async (tx) => {
    await tx.write.recoveryCode.delete({ accountId, expiresAt: null });
    await tx.write.recoveryCode.createMany(
      codes.map((code) => ({ accountId, codeHash: hashOf(code), expiresAt: null })),
    );
    await recordSecurityEvent(tx, { kind: 'RECOVERY_CODES_CREATED', accountId, sessionId });
  });
  return codes;
}

/** How many recovery codes the viewer has left. */
export async function countRecoveryCodes(ctx: ViewerContext): Promise<number> {
  return ctx.db.recoveryCode.count({ where: { accountId: ctx.viewer.accountId, expiresAt: null } });
}

/**
 * Has a code mailed to the address of an account. Does the same, and takes as long, if there is no such account.
 * @returns until when the code is valid
 * @throws MailUnavailableError if the server sends no mail
 * @throws RateLimitedError after too many requests for the account or by the client address
 */
export async function requestPasswordReset(
  ctx: Context,
  input: InputOf<typeof requestPasswordResetInput>,
): Promise<Date> {
  const { email } = parseInput(ctx, requestPasswordResetInput, input);
  if (!ctx.app.mailer) throw new MailUnavailableError();
  const emailNormalized = caseFold(email.trim());
  await ctx.app.rateLimits.consume(resetRequestNetworkLimit, networkOf(ctx.client.address));
  await ctx.app.rateLimits.consume(resetRequestLimit, hashToken(emailNormalized));
  const expiresAt = new Date(ctx.calendar.now.getTime() + mailedCodeLifetime);
  const account = await ctx.db.account.findUnique({ where: { emailNormalized }, select: { id: true } });
  if (account) {
    const accountId = account.id;
    noteSecurityEvent(ctx, { kind: 'PASSWORD_RESET_REQUESTED', accountId });
    const job = { kind: 'mailResetCode', payload: { accountId, expiresAt: expiresAt.toISOString() } };
    ctx.app.deferredWrites.defer(`mailResetCode ${accountId}`, (tx) => enqueue(tx, [job]));
  }
  return expiresAt;
}

/** Creates a code for an account and mails it. Tried again with a new code, as only the hash of a code is stored. */
export const mailResetCode: JobKind = {
  maxAttempts: 5,
  backoff: (attempt) => exponential(attempt, minute / 6, 5 * minute),
  async run(ctx, job) {
    const { mailer } = ctx.app;
    const owner = await ownerOfJob(ctx, job);
    const { expiresAt = '' } = job.payload;
    if (!mailer || !owner || new Date(expiresAt) <= ctx.calendar.now) return;
    const { accountId, account } = owner.viewer;
    const code = newRecoveryCode();
    await transaction(owner, 'mailResetCode', async (tx) => {
      await tx.write.recoveryCode.delete({ accountId, NOT: { expiresAt: null } });
      await tx.write.recoveryCode.create({ accountId, codeHash: hashOf(code), expiresAt: new Date(expiresAt) });
    });
    await mailer.send({ to: account.email, subject: 'Reset your password', text: resetMail(ctx, code) });
  },
};

const resetMail = (
  { app: { config } }: Context,
  code: string,
) => `Somebody, probably you, asked to reset the password of your account at ${config.publicUrl}.

Your code is ${code}. It works once, for ${mailedCodeLifetime / minute} minutes.

If it was not you, ignore this mail. Your password stays as it is.
`;

/**
 * Sets a new password by a recovery code or a mailed code, ends all sessions of the account, and signs in. Neither the error
 * nor the time it takes tells whether the account exists.
 * @throws InvalidRecoveryCodeError if the email address or the code is wrong
 * @throws TooManyPasswordsError if the request has checked or set another password
 * @throws RateLimitedError after too many attempts by the client address
 */
export async function resetPassword(ctx: Context, input: InputOf<typeof resetPasswordInput>): Promise<SignedIn> {
  const { email, code, newPassword, cookie } = parseInput(ctx, resetPasswordInput, input);
  takePasswordTurn(ctx);
  await ctx.app.rateLimits.consume(signInLimit, networkOf(ctx.client.address));
  const valid = {
    codeHash: hashOf(code),
    account: { emailNormalized: caseFold(email.trim()) },
    OR: [{ expiresAt: null }, { expiresAt: { gt: ctx.calendar.now } }],
  };
  // Before the password is hashed, which takes long.
  if (!(await ctx.db.recoveryCode.findFirst({ where: valid, select: { id: true } })))
    throw new InvalidRecoveryCodeError();
  const passwordHash = await ctx.app.passwords.hash(newPassword);
  const opened = await transaction(ctx, 'resetPassword', async (tx) => {
    const found = await tx.db.recoveryCode.findFirst({ where: valid, include: { account: true } });
    // Another request may have used it meanwhile.
    if (!found) throw new InvalidRecoveryCodeError();
    const { id, accountId, account } = found;
    // The links of other mails stop working.
    await tx.write.recoveryCode.delete({ accountId, OR: [{ id }, { NOT: { expiresAt: null } }] });
    await writePassword(tx, accountId, passwordHash, null);
    await recordSecurityEvent(tx, { kind: 'PASSWORD_RESET', accountId });
    return openSession(tx, account, { cookie });
  });
  return signedIn(ctx, opened);
}
