import {
  creationOptions,
  type RelyingParty,
  requestOptions,
  verifyAssertion,
  verifyCreation,
} from '../../../integrations/webauthn/webauthn.ts';
import type { Context, ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, InvalidPasskeyError, PasskeysUnavailableError } from '../../../platform/errors.ts';
import { getService } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { networkOf } from '../../../platform/security/client-networks.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { beginAttempt } from '../../../platform/security/failure-delays.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { requirePassword } from '../accounts/accounts.service.ts';
import { noteSecurityEvent, recordSecurityEvent } from '../security-events/security-events.service.ts';
import { later, type SignedIn, signInLimit } from '../sessions/sessions.rules.ts';
import { openSession, signedIn } from '../sessions/sessions.service.ts';
import { visibleTo } from './passkeys.access.ts';
import {
  beginPasskeyRegistrationInput,
  challengeLifetime,
  deletePasskeyInput,
  isCounterBack,
  maxPasskeys,
  registerPasskeyInput,
  relyingPartyOf,
  renamePasskeyInput,
  signInWithPasskeyInput,
  wrongPasskeyDelay,
} from './passkeys.rules.ts';

type Passkey = Row<'passkey'>;

/** Options for the browser, in the JSON form of WebAuthn. */
interface PasskeyOptions {
  readonly options: unknown;
}

/** @throws PasskeysUnavailableError if browsers know the server by an address without a name */
function requireParty({ app }: Context): RelyingParty {
  const party = relyingPartyOf(app.config);
  if (party) return party;
  throw new PasskeysUnavailableError(
    'Passkeys belong to a domain name, and this server has none. Its owner can set PUBLIC_URL to an origin with one.',
  );
}

const invalid = () =>
  new InvalidPasskeyError('The passkey is unknown, or its response is not valid or came too late. Begin again.');

const signInPurpose = 'passkey sign-in';
/** A passkey is registered in the session that has begun to. */
const registrationPurpose = ({ viewer }: ViewerContext) =>
  `passkey registration ${viewer.accountId} ${viewer.sessionId}`;

/**
 * A challenge that says itself when it expires, sealed for its purpose: strangers begin to sign in, and nothing is stored for them.
 */
const createChallenge = ({ app, calendar: { now } }: Context, purpose: string) =>
  Buffer.from(app.vault.seal(String(later(now, challengeLifetime).getTime()), purpose)).toString('base64url');

/** Tells whether a challenge was created for a purpose and has not expired. */
const challengeCheck =
  ({ app, calendar: { now } }: Context, purpose: string) =>
  (challenge: string): boolean => {
    const expiresAt = app.vault.open(Buffer.from(challenge, 'base64url').toString(), purpose);
    return expiresAt !== null && Number(expiresAt) > now.getTime();
  };

/** Notes that a challenge was answered. @throws InvalidPasskeyError if it was before */
async function useChallenge(tx: Transaction<Context>, challenge: string): Promise<void> {
  const challengeHash = hashToken(challenge);
  if (await tx.db.usedChallenge.findUnique({ where: { challengeHash } })) throw invalid();
  await tx.write.usedChallenge.create({ challengeHash, expiresAt: later(tx.calendar.now, challengeLifetime) });
}

/**
 * Begins to add a passkey to the viewer's account.
 * @returns the options for `navigator.credentials.create`
 * @throws InvalidCredentialsError if the account has a password and it is not this one
 * @throws ConflictError if the account has 20 passkeys
 */
export async function beginPasskeyRegistration(
  ctx: ViewerContext,
  input: InputOf<typeof beginPasskeyRegistrationInput>,
): Promise<PasskeyOptions> {
  const { password } = parseInput(ctx, beginPasskeyRegistrationInput, input);
  const party = requireParty(ctx);
  await requirePassword(ctx, password);
  const known = (await listPasskeys(ctx)).map(({ credentialId }) => credentialId);
  requireRoom(known.length);
  const { id, email, name } = ctx.viewer.account;
  const challenge = createChallenge(ctx, registrationPurpose(ctx));
  const user = { id, name: email, displayName: name };
  return { options: await creationOptions(party, user, { challenge, known, timeout: challengeLifetime }) };
}

function requireRoom(count: number): void {
  if (count >= maxPasskeys)
    throw new ConflictError(`You have ${maxPasskeys} passkeys. Delete some that you do not need.`);
}

/**
 * Adds the passkey that a browser has created by the options of `beginPasskeyRegistration`.
 * @throws InvalidPasskeyError if the response is not valid, not to a challenge of this session, or too late
 * @throws ConflictError if the account has 20 passkeys
 */
export async function registerPasskey(
  ctx: ViewerContext,
  input: InputOf<typeof registerPasskeyInput>,
): Promise<Passkey> {
  const { name, response } = parseInput(ctx, registerPasskeyInput, input);
  const isValid = challengeCheck(ctx, registrationPurpose(ctx));
  const created = await verifyCreation(requireParty(ctx), response, isValid);
  if (!created) throw invalid();
  const { credential, challenge } = created;
  const { accountId, sessionId } = ctx.viewer;
  return transaction(ctx, 'registerPasskey', async (tx) => {
    await useChallenge(tx, challenge);
    requireRoom(await tx.db.passkey.count({ where: visibleTo(ctx.viewer) }));
    const { credentialId } = credential;
    if (await tx.db.passkey.findUnique({ where: { credentialId } })) throw invalid();
    const { transports = [] } = response.response;
    const passkey = await tx.write.passkey.create({ accountId, name, ...credential, transports, lastUsedAt: null });
    await recordSecurityEvent(tx, { kind: 'PASSKEY_ADDED', accountId, sessionId });
    return passkey;
  });
}

/**
 * Begins to sign in with a passkey. Which account it is, the passkey says.
 * @returns the options for `navigator.credentials.get`
 * @throws RateLimitedError after too many attempts by the client address
 */
export async function beginPasskeySignIn(ctx: Context): Promise<PasskeyOptions> {
  const party = requireParty(ctx);
  await ctx.app.rateLimits.consume(signInLimit, networkOf(ctx.client.address));
  const challenge = createChallenge(ctx, signInPurpose);
  return { options: await requestOptions(party, { challenge, timeout: challengeLifetime }) };
}

/**
 * Signs in with the response of a passkey to the options of `beginPasskeySignIn`. A counter that went back is a sign of a copy:
 * the passkey is refused, and it is a security event.
 * @throws InvalidPasskeyError if the passkey is unknown, or the response is not valid, was used or is too late
 * @throws RateLimitedError after too many attempts by the client address or with the passkey
 */
export async function signInWithPasskey(
  ctx: Context,
  input: InputOf<typeof signInWithPasskeyInput>,
): Promise<SignedIn> {
  const { response, cookie } = parseInput(ctx, signInWithPasskeyInput, input);
  const party = requireParty(ctx);
  const network = networkOf(ctx.client.address);
  await ctx.app.rateLimits.consume(signInLimit, network);
  const attempt = await beginAttempt(ctx.app.rateLimits, wrongPasskeyDelay, `${hashToken(response.id)} ${network}`);
  const where = { credentialId: response.id };
  const passkey = await ctx.db.passkey.findUnique({ where, include: { account: true } });
  if (!passkey) throw invalid();
  const { id, account } = passkey;
  const signed = { ...response, response: { ...response.response, userHandle: response.response.userHandle ?? '' } };
  const assertion = await verifyAssertion(party, signed, passkey, challengeCheck(ctx, signInPurpose));
  const isUser = Buffer.from(signed.response.userHandle, 'base64url').toString() === account.id;
  if (!assertion || !isUser) {
    noteSecurityEvent(ctx, { kind: 'SIGN_IN_FAILED', accountId: account.id });
    throw invalid();
  }
  const { challenge, counter, isBackedUp } = assertion;
  if (isCounterBack(passkey.counter, counter)) {
    noteSecurityEvent(ctx, { kind: 'PASSKEY_COUNTER_WENT_BACK', accountId: account.id });
    throw invalid();
  }
  const opened = await transaction(ctx, 'signInWithPasskey', async (tx) => {
    // Of two responses at once with the same passkey, the second finds another counter, or waits for the first.
    const unchanged = { id, counter: passkey.counter };
    const [used] = await tx.write.passkey.update(unchanged, { counter, isBackedUp, lastUsedAt: tx.calendar.now });
    if (!used) throw invalid();
    await useChallenge(tx, challenge);
    return openSession(tx, account, { cookie });
  });
  await attempt.succeeded();
  return signedIn(ctx, opened);
}

/** Names one of the viewer's passkeys. @throws NotFoundError if there is none */
export async function renamePasskey(ctx: ViewerContext, input: InputOf<typeof renamePasskeyInput>): Promise<Passkey> {
  const { id, name } = parseInput(ctx, renamePasskeyInput, input);
  const where = { AND: [{ id }, visibleTo(ctx.viewer)] };
  return transaction(ctx, 'renamePasskey', async (tx) => {
    const [passkey] = await tx.write.passkey.update(where, { name });
    return orNotFound(passkey, 'id');
  });
}

/** Deletes one of the viewer's passkeys. Sessions that it has opened go on. @throws NotFoundError if there is none */
export async function deletePasskey(ctx: ViewerContext, input: InputOf<typeof deletePasskeyInput>): Promise<Passkey> {
  const { id } = parseInput(ctx, deletePasskeyInput, input);
  const where = { AND: [{ id }, visibleTo(ctx.viewer)] };
  const { accountId, sessionId } = ctx.viewer;
  return transaction(ctx, 'deletePasskey', async (tx) => {
    const [deleted] = await tx.write.passkey.delete(where);
    const passkey = orNotFound(deleted, 'id');
    await recordSecurityEvent(tx, { kind: 'PASSKEY_DELETED', accountId, sessionId });
    return passkey;
  });
}

/** The viewer's passkeys, the newest first, at most 20. */
export async function listPasskeys(ctx: ViewerContext): Promise<Passkey[]> {
  const where = visibleTo(ctx.viewer);
  return ctx.db.passkey.findMany({ where, orderBy: { createdAt: 'desc' }, take: maxPasskeys });
}

/** One of the viewer's passkeys. Null if there is none. */
export const getPasskey = getService({ model: 'passkey', visibleTo });
