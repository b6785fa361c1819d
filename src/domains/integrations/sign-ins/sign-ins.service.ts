import {
  authorizationRequest,
  type DeviceCode,
  type OAuthClient,
  redeemCode,
  redeemDeviceCode,
  requestDeviceCode,
  type Tokens,
} from '../../../integrations/oauth/client.ts';
import { OAuthError, OAuthUnavailableError } from '../../../integrations/oauth/errors.ts';
import { actFor, type ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind } from '../../../platform/jobs/jobs.ts';
import { getService, type Selection } from '../../../platform/queries/lists.ts';
import { hashToken } from '../../../platform/security/crypto.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import {
  clientFor,
  grantedPermissions,
  type Permission,
  type SignInProvider,
  scopesOf,
} from '../providers/providers.rules.ts';
import { providerOf, providersOf, redirectUriOf, requireSignIn } from '../providers/providers.service.ts';
import { credentialsOf } from '../tokens/tokens.rules.ts';
import { visibleTo } from './sign-ins.access.ts';
import {
  endOf,
  maxListed,
  refusal,
  secretContext,
  signInLifetime,
  signInLimit,
  slowDownSeconds,
  startIntegrationSignInInput,
} from './sign-ins.rules.ts';
import { createSignIn, endSignIn, over, pollJobOf, type Target } from './sign-ins.writers.ts';

type SignIn = Row<'integrationSignIn'>;

/** A sign-in that was started. */
export interface StartedSignIn {
  integrationSignIn: SignIn;
  /** The address to open in the browser. Null for a device. */
  authorizationUrl: string | null;
}

/** The viewer's sign-ins that are kept, the newest first. */
export async function listIntegrationSignIns(
  ctx: ViewerContext,
  selection: Selection<'integrationSignIn'> = {},
): Promise<SignIn[]> {
  const orderBy = [{ createdAt: 'desc' as const }, { id: 'desc' as const }];
  return ctx.db.integrationSignIn.findMany({ ...selection, where: visibleTo(ctx.viewer), orderBy, take: maxListed });
}

/** One of the viewer's sign-ins. Null if there is none. */
export const getIntegrationSignIn = getService({ model: 'integrationSignIn', visibleTo });

/**
 * Starts to sign in to a provider. By CODE, it can be completed only in the session that started it.
 * @throws InvalidInputError if the provider has no sign-in, or if CODE is asked for without a session
 * @throws ConflictError if the provider is not set up on this server, RateLimitedError after too many
 */
export async function startIntegrationSignIn(
  ctx: ViewerContext,
  input: InputOf<typeof startIntegrationSignInInput>,
): Promise<StartedSignIn> {
  const { provider, method, permissions: asked } = parseInput(ctx, startIntegrationSignInInput, input);
  const permissions = asked ?? [];
  if (provider === 'ICS') throw invalid('provider', 'has no sign-in: a calendar is connected by its web address');
  const service = requireSignIn(ctx, provider);
  const unknown = permissions.find((name) => scopesOf(service, name) === null);
  if (unknown)
    throw invalid('permissions', `must not have ${unknown}, which ${providerOf(provider).name} does not know`);
  const client = clientFor(service, permissions);
  if (method === 'DEVICE' && client.deviceUrl === null)
    throw invalid('method', `must be CODE: ${providerOf(provider).name} has no sign-in by device code`);
  const { sessionId } = ctx.viewer;
  if (method === 'CODE' && sessionId === null)
    throw invalid('method', 'takes a session, as a browser has to come back to it: use DEVICE with an access token');
  await ctx.app.rateLimits.consume(signInLimit, ctx.viewer.accountId);
  const start = method === 'CODE' ? startByCode : startByDevice;
  return start(ctx, client, { provider, permissions });
}

const invalid = (field: string, message: string) => new InvalidInputError([{ path: ['input', field], message }]);

async function startByCode(ctx: ViewerContext, client: OAuthClient, target: Target): Promise<StartedSignIn> {
  const request = await authorizationRequest(client, redirectUriOf(ctx, target.provider));
  const integrationSignIn = await createSignIn(ctx, request.verifier, {
    ...target,
    method: 'CODE',
    sessionId: ctx.viewer.sessionId,
    stateHash: hashToken(request.state),
    expiresAt: new Date(ctx.calendar.now.getTime() + signInLifetime),
  });
  return { integrationSignIn, authorizationUrl: request.url };
}

async function startByDevice(ctx: ViewerContext, client: OAuthClient, target: Target): Promise<StartedSignIn> {
  let code: DeviceCode;
  try {
    code = await requestDeviceCode(client);
  } catch (error) {
    const over = { ...target, method: 'DEVICE' as const, expiresAt: ctx.calendar.now, ...endOf(error) };
    return { integrationSignIn: await createSignIn(ctx, null, over), authorizationUrl: null };
  }
  const { deviceCode, userCode, verificationUrl, interval, expiresIn } = code;
  const inSeconds = (seconds: number) => new Date(ctx.calendar.now.getTime() + seconds * 1000);
  const given = { userCode, verificationUrl, intervalSeconds: interval, nextPollAt: inSeconds(interval) };
  const waiting = { ...target, method: 'DEVICE' as const, ...given, expiresAt: inSeconds(expiresIn) };
  const integrationSignIn = await createSignIn(ctx, deviceCode, waiting);
  return { integrationSignIn, authorizationUrl: null };
}

const secretOf = (ctx: ViewerContext, signIn: SignIn): string =>
  ctx.app.vault.open(signIn.encryptedSecret ?? '', secretContext(signIn)) ?? '';

/**
 * Completes a sign-in by CODE with what the browser came back with. Its state works once, in the session that started it.
 * @returns the sign-in; null if the session has started none with this state, or it was used or has expired
 */
export async function completeIntegrationSignIn(
  ctx: ViewerContext,
  provider: SignInProvider,
  answer: URLSearchParams,
): Promise<SignIn | null> {
  const { client } = requireSignIn(ctx, provider);
  const state = answer.get('state') ?? '';
  const { accountId, sessionId } = ctx.viewer;
  if (state === '' || sessionId === null) return null;
  const waiting = { provider, accountId, sessionId, stateHash: hashToken(state), state: 'WAITING' as const };
  const [signIn] = await transaction(ctx, 'useSignInState', (tx) =>
    tx.write.integrationSignIn.update({ ...waiting, expiresAt: { gt: tx.calendar.now } }, { stateHash: null }),
  );
  if (!signIn) return null;
  const verifier = secretOf(ctx, signIn);
  const redirectUri = redirectUriOf(ctx, provider);
  return complete(ctx, signIn, () => redeemCode(client, answer, { state, verifier }, redirectUri));
}

/** Makes the integration with the tokens. */
function complete(ctx: ViewerContext, signIn: SignIn, redeem: () => Promise<Tokens>): Promise<SignIn> {
  const provider = signIn.provider as SignInProvider;
  return endSignIn(ctx, signIn, async () => {
    const service = requireSignIn(ctx, provider);
    const tokens = await redeem();
    const account = await service.accountOf(tokens.accessToken);
    return {
      provider,
      name: providerOf(provider).name,
      connectedTo: account.name,
      externalKey: account.id,
      credentials: credentialsOf(tokens, ctx.app.clock.now()),
      permissions: grantedPermissions(service, tokens, signIn.permissions as Permission[]),
    };
  });
}

/**
 * Asks the provider whether the code of a device was entered, unless it is too early to ask. Of several that ask at a time,
 * one does.
 * @returns the sign-in
 */
export async function pollSignIn(ctx: ViewerContext, id: string): Promise<SignIn | null> {
  const { now } = ctx.calendar;
  const current = await getIntegrationSignIn(ctx, id);
  if (current?.state !== 'WAITING' || current.nextPollAt === null || current.nextPollAt > now) return current;
  if (current.expiresAt <= now) {
    const [expired] = await transaction(ctx, 'expireSignIn', (tx) =>
      tx.write.integrationSignIn.update({ id, state: 'WAITING' }, { ...over, ...refusal('expired_token', '') }),
    );
    return expired ?? current;
  }
  const { intervalSeconds, nextPollAt } = current;
  const wait = async (condition: { nextPollAt?: Date }, seconds: number) => {
    const changes = { intervalSeconds: seconds, nextPollAt: new Date(now.getTime() + seconds * 1000) };
    return transaction(ctx, 'pollSignIn', (tx) =>
      tx.write.integrationSignIn.update({ id, state: 'WAITING', ...condition }, changes),
    );
  };
  const [signIn] = await wait({ nextPollAt }, intervalSeconds ?? slowDownSeconds);
  if (!signIn) return current;
  const { client } = requireSignIn(ctx, signIn.provider as SignInProvider);
  const deviceCode = secretOf(ctx, signIn);
  let tokens: Tokens;
  try {
    tokens = await redeemDeviceCode(client, deviceCode);
  } catch (error) {
    const isPending = error instanceof OAuthError && error.code === 'authorization_pending';
    // A server that cannot be reached now may be at the next time.
    if (isPending || error instanceof OAuthUnavailableError) return signIn;
    const isTooOften = error instanceof OAuthError && error.code === 'slow_down';
    if (isTooOften) return (await wait({}, (signIn.intervalSeconds ?? 0) + slowDownSeconds))[0] ?? signIn;
    return complete(ctx, signIn, () => Promise.reject(error));
  }
  return complete(ctx, signIn, () => Promise.resolve(tokens));
}

/** Asks the provider again and again until the code of a device was entered. */
export const pollIntegrationSignIn: JobKind = {
  maxAttempts: 5,
  backoff: (attempt) => exponential(attempt, 5_000, 60_000),
  releaseKeyWhenDone: true,
  async run(ctx, job) {
    const { signInId = '' } = job.payload;
    const where = { id: signInId };
    const stored = await ctx.db.integrationSignIn.findUnique({ where, include: { account: true } });
    if (!stored || !providersOf(ctx.app.config).includes(stored.provider as SignInProvider)) return;
    const owner = actFor(ctx, stored.account);
    const signIn = await pollSignIn(owner, signInId);
    const nextPollAt = signIn?.state === 'WAITING' ? signIn.nextPollAt : null;
    await job.finish(owner, async (tx) => {
      if (signIn && nextPollAt) await enqueue(tx, [pollJobOf(signIn, nextPollAt)]);
    });
  },
};
