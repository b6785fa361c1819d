import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import {
  ConflictError,
  InvalidCredentialsError,
  InvalidInputError,
  SignUpClosedError,
} from '../../../platform/errors.ts';
import { requireVersion } from '../../../platform/records/records.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { networkOf } from '../../../platform/security/client-networks.ts';
import { checkPassword, takePasswordTurn } from '../../../platform/security/password-checks.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { noteSecurityEvent, recordSecurityEvent } from '../security-events/security-events.service.ts';
import { sessionValidAt } from '../sessions/sessions.access.ts';
import type { SignedIn } from '../sessions/sessions.rules.ts';
import { openSession, signedIn } from '../sessions/sessions.service.ts';
import {
  changePasswordInput,
  deleteAccountInput,
  email,
  newAccountSettings,
  newPassword,
  passwordLimit,
  signUpInput,
  signUpLimit,
  updateProfileInput,
} from './accounts.rules.ts';

type Account = Row<'account'>;
type NewAccount = Pick<Account, 'email' | 'name' | 'role' | 'timeZone'>;

/** The email address of the demo account. */
export const demoEmail = 'demo@waymark.localhost';

const emailTaken = () =>
  new InvalidInputError([{ path: ['input', 'email'], message: 'is already used by an account' }]);

const initialSettings = () => ({
  ...newAccountSettings,
  workingDays: [...newAccountSettings.workingDays],
  emailAliases: [],
  workingHours: [],
});

/** A new account that has not been written yet. */
function draftAccount({ calendar: { now } }: Context, data: NewAccount): Account {
  const stamps = { id: newId(), version: 1, createdAt: now, updatedAt: now };
  return { ...data, ...initialSettings(), ...stamps, emailNormalized: caseFold(data.email) };
}

/** Creates an account in a transaction of its own. @param complete writes what else belongs to the new account */
async function createAccount<T>(
  ctx: Context,
  data: NewAccount,
  complete: (tx: Transaction<ViewerContext>, account: Account) => Promise<T>,
): Promise<T> {
  const account = draftAccount(ctx, data);
  const { id, emailNormalized } = account;
  // The new account owns its first change set.
  return transaction(actFor(ctx, account), 'createAccount', async (tx) => {
    if (await tx.db.account.findUnique({ where: { emailNormalized } })) throw emailTaken();
    return complete(tx, await tx.write.account.create({ ...data, ...initialSettings(), id }));
  });
}

/**
 * Creates an account and signs in to it.
 * @throws SignUpClosedError if the server does not accept sign-ups
 * @throws TooManyPasswordsError if the request has set or checked another password
 * @throws RateLimitedError after too many sign-ups by the client address
 */
export async function signUp(ctx: Context, input: InputOf<typeof signUpInput>): Promise<SignedIn> {
  if (ctx.app.config.signUp === 'closed') throw new SignUpClosedError();
  takePasswordTurn(ctx);
  await ctx.app.rateLimits.consume(signUpLimit, networkOf(ctx.client.address));
  const { password, cookie, ...data } = parseInput(ctx, signUpInput, input);
  const passwordHash = await ctx.app.passwords.hash(password);
  const opened = await createAccount(ctx, { ...data, role: 'MEMBER' }, async (tx, account) => {
    await tx.write.credential.create({ accountId: account.id, passwordHash, changedAt: tx.calendar.now });
    return openSession(tx, account, { cookie });
  });
  return signedIn(ctx, opened);
}

/** The account of the server's owner, created on the first call. It has no password until the owner sets one. */
export async function ensureOwner(ctx: Context): Promise<{ account: Account; created: boolean }> {
  const owner = await ctx.db.account.findFirst({ where: { role: 'OWNER' }, orderBy: { createdAt: 'asc' } });
  if (owner) return { account: owner, created: false };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const data = { email: 'owner@waymark.localhost', name: 'Owner', role: 'OWNER', timeZone } as const;
  try {
    return await createAccount(ctx, data, async (_tx, account) => ({ account, created: true }));
  } catch (error) {
    // Another server that started at the same time was quicker.
    const account = await ctx.db.account.findFirst({ where: { role: 'OWNER' }, orderBy: { createdAt: 'asc' } });
    if (account) return { account, created: false };
    throw error;
  }
}

/** The account with an email address. Null if there is none. For the commands of the server. */
export async function findAccount(ctx: Context, address: string): Promise<Account | null> {
  return ctx.db.account.findUnique({ where: { emailNormalized: caseFold(address.trim()) } });
}

/** All accounts of the server, the oldest first, with the last use of a session of each. For the commands of the server. */
export async function listAccounts(ctx: Context): Promise<(Account & { lastUsedAt: Date | null })[]> {
  const used = await ctx.db.session.groupBy({ by: ['accountId'], _max: { lastUsedAt: true } });
  const lastUses = new Map(used.map(({ accountId, _max }) => [accountId, _max.lastUsedAt]));
  const accounts = await ctx.db.account.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  return accounts.map((account) => ({ ...account, lastUsedAt: lastUses.get(account.id) ?? null }));
}

/**
 * The account with an email address, or a draft of a new one without a password.
 * @throws InvalidInputError if the text is not an email address
 */
export async function findOrDraftAccount(
  ctx: Context,
  address: string,
): Promise<{ account: Account; isDraft: boolean }> {
  const existing = await findAccount(ctx, address);
  if (existing) return { account: existing, isDraft: false };
  const given = parseInput(ctx, email, address, ['account']);
  const account = draftAccount(ctx, { email: given, name: given, role: 'MEMBER', timeZone: 'UTC' });
  return { account, isDraft: true };
}

/** Creates the demo account. @throws ConflictError if it exists */
export async function createDemoAccount(ctx: Context): Promise<Account> {
  const existing = await ctx.db.account.findUnique({ where: { emailNormalized: caseFold(demoEmail) } });
  if (existing) throw new ConflictError(`The demo account ${demoEmail} exists already. Delete it to create it again.`);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const data = { email: demoEmail, name: 'Robin Vega', role: 'MEMBER', timeZone } as const;
  return createAccount(ctx, data, async (_tx, account) => account);
}

/**
 * Changes the viewer's name, email address and settings.
 * @throws InvalidInputError if another account has the email address
 * @throws ConflictError if the account is not at the version asked for
 */
export async function updateProfile(ctx: ViewerContext, input: InputOf<typeof updateProfileInput>): Promise<Account> {
  const { ifVersion, ...changes } = parseInput(ctx, updateProfileInput, input);
  return transaction(ctx, 'updateProfile', async (tx) => {
    requireVersion(await tx.db.account.findUniqueOrThrow({ where: { id: ctx.viewer.accountId } }), ifVersion);
    if (changes.email !== undefined) {
      const holder = await tx.db.account.findUnique({ where: { emailNormalized: caseFold(changes.email) } });
      if (holder && holder.id !== ctx.viewer.accountId) throw emailTaken();
    }
    const [account] = await tx.write.account.update({}, changes);
    if (account && account.email !== ctx.viewer.account.email) {
      await recordSecurityEvent(tx, { kind: 'EMAIL_CHANGED', accountId: account.id, sessionId: ctx.viewer.sessionId });
    }
    return account as Account;
  });
}

/**
 * Sets the viewer's password and ends their other sessions. Requires the current password if there is one.
 * @throws InvalidCredentialsError if the current password is wrong
 */
export async function changePassword(
  ctx: ViewerContext,
  input: InputOf<typeof changePasswordInput>,
): Promise<{ account: Account; endedSessionCount: number }> {
  const { currentPassword, newPassword } = parseInput(ctx, changePasswordInput, input);
  await requirePassword(ctx, currentPassword);
  const { account } = ctx.viewer;
  return { account, endedSessionCount: await replacePassword(ctx, 'changePassword', newPassword) };
}

/**
 * Sets the password of the account that the server acts for, and ends all its sessions. For the commands of the server.
 * @returns the number of ended sessions
 * @throws InvalidInputError if the password is too weak
 */
export async function setPassword(ctx: ViewerContext, password: string): Promise<number> {
  return replacePassword(ctx, 'setPassword', parseInput(ctx, newPassword, password, ['password']));
}

/** Replaces the viewer's password. Ends their sessions, but for the one of this request. Returns the number of ended ones. */
async function replacePassword(ctx: ViewerContext, name: string, password: string): Promise<number> {
  const passwordHash = await ctx.app.passwords.hash(password);
  const { accountId, sessionId } = ctx.viewer;
  return transaction(ctx, name, async (tx) => {
    const ended = await writePassword(tx, accountId, passwordHash, sessionId);
    await recordSecurityEvent(tx, { kind: 'PASSWORD_CHANGED', accountId, sessionId });
    return ended;
  });
}

/** Writes the password of an account, and ends its sessions but for one. Returns the number of ended sessions. */
export async function writePassword(
  tx: Transaction<Context>,
  accountId: string,
  passwordHash: string,
  keptSessionId: string | null,
): Promise<number> {
  const { now } = tx.calendar;
  await tx.write.credential.delete({ accountId });
  await tx.write.credential.create({ accountId, passwordHash, changedAt: now });
  const others = { AND: [{ accountId, NOT: { id: keptSessionId ?? '' } }, sessionValidAt(now)] };
  return (await tx.write.session.update(others, { revokedAt: now })).length;
}

/**
 * Permanently deletes the viewer's account and everything they own. Returns its id.
 * @throws InvalidInputError if the email address is not that of the account
 * @throws InvalidCredentialsError if the password is wrong
 */
export async function deleteAccount(ctx: ViewerContext, input: InputOf<typeof deleteAccountInput>): Promise<string> {
  const { email, password } = parseInput(ctx, deleteAccountInput, input);
  if (caseFold(email.trim()) !== ctx.viewer.account.emailNormalized) {
    throw new InvalidInputError([{ path: ['input', 'email'], message: 'must be the email address of your account' }]);
  }
  await requirePassword(ctx, password);
  await removeAccount(ctx);
  return ctx.viewer.accountId;
}

/** Permanently deletes the viewer's account and everything they own, without asking. Also for the commands of the server. */
export async function removeAccount(ctx: ViewerContext): Promise<void> {
  await transaction(ctx, 'deleteAccount', (tx) => tx.write.account.delete({}));
}

/**
 * @throws InvalidCredentialsError if the account has a password and it is not this one
 * @throws TooManyPasswordsError if the request has checked or set another password
 */
export async function requirePassword(ctx: ViewerContext, password: string | null | undefined): Promise<void> {
  takePasswordTurn(ctx);
  const { accountId, sessionId, account } = ctx.viewer;
  await ctx.app.rateLimits.consume(passwordLimit, accountId);
  const credential = await ctx.db.credential.findUnique({ where: { accountId } });
  if (!credential) return;
  const check = { account: account.emailNormalized, passwordHash: credential.passwordHash, isKnownNetwork: true };
  if (await checkPassword(ctx, check, password ?? '')) return;
  noteSecurityEvent(ctx, { kind: 'PASSWORD_CHECK_FAILED', accountId, sessionId });
  throw new InvalidCredentialsError();
}

/** The current state of the viewer's account. Null if nobody is signed in. */
export async function getViewer(ctx: Context): Promise<Account | null> {
  return ctx.viewer && ctx.db.account.findUnique({ where: { id: ctx.viewer.accountId } });
}
