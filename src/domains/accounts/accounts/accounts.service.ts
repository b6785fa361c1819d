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
import { fold } from '../../../platform/search/case-folding.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { activeAt } from '../sessions/sessions.access.ts';
import { openSession, type SessionTokens, withAccessToken } from '../sessions/sessions.service.ts';
import {
  changePasswordInput,
  deleteAccountInput,
  email,
  newAccountSettings,
  passwordLimit,
  signUpInput,
  signUpLimit,
  updateProfileInput,
} from './accounts.rules.ts';

type Account = Row<'account'>;
type NewAccount = Pick<Account, 'email' | 'name' | 'role' | 'timeZone'>;

const demoEmail = 'demo@waymark.localhost';

const emailTaken = () =>
  new InvalidInputError([{ path: ['input', 'email'], message: 'is already used by an account' }]);

const startSettings = () => ({ ...newAccountSettings, workingDays: [...newAccountSettings.workingDays] });

/** An account as it is to be; it is not there yet. */
function draftAccount({ calendar: { now } }: Context, data: NewAccount): Account {
  const stamps = { id: newId(), version: 1, createdAt: now, updatedAt: now };
  return { ...data, ...startSettings(), ...stamps, emailNormalized: fold(data.email) };
}

/** Makes an account in a transaction of its own, with whatever else has to be there from the start. */
async function createAccount<T>(
  ctx: Context,
  data: NewAccount,
  also: (tx: Transaction<ViewerContext>, account: Account) => Promise<T>,
): Promise<T> {
  const account = draftAccount(ctx, data);
  const { id, emailNormalized } = account;
  // The account is the first thing its owner owns, so it is they who act from the start.
  const itself = actFor(ctx, account);
  return transaction(itself, 'createAccount', async (tx) => {
    if (await tx.db.account.findUnique({ where: { emailNormalized } })) throw emailTaken();
    return also(tx, await tx.write.account.create({ ...data, ...startSettings(), id }));
  });
}

/** Anyone may make themselves an account where the server allows it; it starts signed in. */
export async function signUp(ctx: Context, input: InputOf<typeof signUpInput>): Promise<SessionTokens> {
  if (ctx.app.config.signUp === 'closed') throw new SignUpClosedError();
  await ctx.app.rateLimits.consume(signUpLimit, ctx.client.address);
  const { password, ...data } = parseInput(signUpInput, input);
  const passwordHash = await ctx.app.passwords.hash(password);
  const opened = await createAccount(ctx, { ...data, role: 'MEMBER' }, async (tx, account) => {
    await tx.write.credential.create({ accountId: account.id, passwordHash, changedAt: tx.calendar.now });
    return openSession(tx, account);
  });
  return withAccessToken(ctx, opened);
}

/** The server's owner, whose account is made on the first start; it has no password until they choose one. */
export async function ensureOwner(ctx: Context): Promise<{ account: Account; created: boolean }> {
  const owner = await ctx.db.account.findFirst({ where: { role: 'OWNER' }, orderBy: { createdAt: 'asc' } });
  if (owner) return { account: owner, created: false };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const data = { email: 'owner@waymark.localhost', name: 'Owner', role: 'OWNER', timeZone } as const;
  return createAccount(ctx, data, async (_tx, account) => ({ account, created: true }));
}

/** The account with an e-mail address; null when there is none. For the server's own commands. */
export async function findAccount(ctx: Context, address: string): Promise<Account | null> {
  return ctx.db.account.findUnique({ where: { emailNormalized: fold(address.trim()) } });
}

/**
 * The same, or one that could be made with that address: it has no password until a sign-in link was used to choose one.
 * @throws InvalidInputError when it is no address
 */
export async function findOrDraftAccount(
  ctx: Context,
  address: string,
): Promise<{ account: Account; isDraft: boolean }> {
  const there = await findAccount(ctx, address);
  if (there) return { account: there, isDraft: false };
  const given = parseInput(email, address, ['account']);
  const account = draftAccount(ctx, { email: given, name: given, role: 'MEMBER', timeZone: 'UTC' });
  return { account, isDraft: true };
}

/** The account of the demo. @throws ConflictError when there is one already */
export async function createDemoAccount(ctx: Context): Promise<Account> {
  const there = await ctx.db.account.findUnique({ where: { emailNormalized: fold(demoEmail) } });
  if (there) throw new ConflictError(`There is a demo account already, ${demoEmail}: delete it to write it anew.`);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const data = { email: demoEmail, name: 'Robin Vega', role: 'MEMBER', timeZone } as const;
  return createAccount(ctx, data, async (_tx, account) => account);
}

/** Changes the viewer's own name, address and settings. */
export async function updateProfile(ctx: ViewerContext, input: InputOf<typeof updateProfileInput>): Promise<Account> {
  const { ifVersion, ...changes } = parseInput(updateProfileInput, input);
  return transaction(ctx, 'updateProfile', async (tx) => {
    requireVersion(await tx.db.account.findUniqueOrThrow({ where: { id: ctx.viewer.accountId } }), ifVersion);
    if (changes.email !== undefined) {
      const holder = await tx.db.account.findUnique({ where: { emailNormalized: fold(changes.email) } });
      if (holder && holder.id !== ctx.viewer.accountId) throw emailTaken();
    }
    const [account] = await tx.write.account.update({}, changes);
    return account as Account;
  });
}

/** Sets the viewer's password and ends their other sessions. Requires the current password if there is one. */
export async function changePassword(
  ctx: ViewerContext,
  input: InputOf<typeof changePasswordInput>,
): Promise<{ account: Account; endedSessionCount: number }> {
  const { currentPassword, newPassword } = parseInput(changePasswordInput, input);
  await requirePassword(ctx, currentPassword);
  const passwordHash = await ctx.app.passwords.hash(newPassword);
  const { accountId, sessionId, account } = ctx.viewer;
  return transaction(ctx, 'changePassword', async (tx) => {
    await tx.write.credential.delete({ accountId });
    await tx.write.credential.create({ accountId, passwordHash, changedAt: tx.calendar.now });
    const others = { AND: [{ accountId, NOT: { id: sessionId ?? '' } }, activeAt(tx.calendar.now)] };
    const ended = await tx.write.session.update(others, { revokedAt: tx.calendar.now });
    return { account, endedSessionCount: ended.length };
  });
}

/** Deletes the viewer's account with everything they own, for good. They say which by its e-mail address. */
export async function deleteAccount(ctx: ViewerContext, input: InputOf<typeof deleteAccountInput>): Promise<string> {
  const { email, password } = parseInput(deleteAccountInput, input);
  if (fold(email.trim()) !== ctx.viewer.account.emailNormalized) {
    throw new InvalidInputError([
      { path: ['input', 'email'], message: 'must be the address of the account to delete' },
    ]);
  }
  await requirePassword(ctx, password);
  await transaction(ctx, 'deleteAccount', (tx) => tx.write.account.delete({}));
  return ctx.viewer.accountId;
}

/** Throws unless the viewer's password is given, or they have none yet. */
async function requirePassword(ctx: ViewerContext, password: string | null | undefined): Promise<void> {
  await ctx.app.rateLimits.consume(passwordLimit, ctx.viewer.accountId);
  const credential = await ctx.db.credential.findUnique({ where: { accountId: ctx.viewer.accountId } });
  if (credential && !(await ctx.app.passwords.matches(credential.passwordHash, password ?? ''))) {
    throw new InvalidCredentialsError();
  }
}

/** Who is asking, as they are now; null when nobody is signed in. */
export async function getViewer(ctx: Context): Promise<Account | null> {
  return ctx.viewer && ctx.db.account.findUnique({ where: { id: ctx.viewer.accountId } });
}
