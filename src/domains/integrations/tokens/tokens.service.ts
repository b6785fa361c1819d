import { setTimeout as sleep } from 'node:timers/promises';
import { type Graph, getFromGraph, sendToGraph } from '../../../integrations/graph/client.ts';
import { unsubscribe } from '../../../integrations/graph/subscriptions.ts';
import { refreshTokens } from '../../../integrations/oauth/client.ts';
import { OAuthError, OAuthUnavailableError } from '../../../integrations/oauth/errors.ts';
import { ProviderError } from '../../../integrations/provider-error.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { UpdateData } from '../../../platform/database/models.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import type { JobKind } from '../../../platform/jobs/jobs.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { SignInNeededError, signedOut } from '../integrations/integrations.rules.ts';
import { getIntegration, openCredentials, sealCredentials } from '../integrations/integrations.service.ts';
import type { SignInProvider } from '../providers/providers.rules.ts';
import { providerOf, requireSignIn } from '../providers/providers.service.ts';
import {
  credentialsOf,
  isFree,
  isSetupError,
  longestWait,
  refreshAhead,
  refreshLease,
  refreshPoll,
  type TokenCredentials,
} from './tokens.rules.ts';

/**
 * An access token of an integration that is valid for some minutes. Of several that find it expired, on one server or many, one
 * refreshes it and the others wait, as a refresh token may work only once. The new tokens are stored before they are used.
 * @param refused an access token that the provider has refused; it is not returned
 * @param signal ends the wait for another
 * @throws SignInNeededError if the provider refuses to refresh it; the integration then is NEEDS_SIGN_IN
 * @throws OAuthUnavailableError if the provider cannot be asked, ConflictError if the server is not set up for it any more
 */
export async function accessTokenOf(
  ctx: ViewerContext,
  id: string,
  refused: string | null = null,
  signal?: AbortSignal,
): Promise<string> {
  for (let waited = 0; waited <= longestWait; waited += refreshPoll) {
    const integration = orNotFound(await getIntegration(ctx, id), 'id');
    const tokens = openCredentials<TokenCredentials>(ctx, integration);
    if (!tokens)
      return signOut(ctx, id, 'Its tokens cannot be decrypted with the secret of this server. Sign in again.');
    const now = ctx.app.clock.now();
    const isFresh = tokens.expiresAt - now.getTime() > refreshAhead;
    if (isFresh && tokens.accessToken !== refused) return tokens.accessToken;
    const { client } = requireSignIn(ctx, integration.provider as SignInProvider);
    const { refreshToken } = tokens;
    if (refreshToken === null) return signOut(ctx, id, 'Its sign-in has expired. Sign in again.');
    const { encryptedCredentials } = integration;
    const refreshingUntil = new Date(now.getTime() + refreshLease);
    // Under the tokens that were read: somebody else may have refreshed them since.
    const claimed = await transaction(ctx, 'claimRefresh', (tx) =>
      tx.write.integration.update({ id, encryptedCredentials, ...isFree(now) }, { refreshingUntil }),
    );
    if (claimed.length === 0) {
      await sleep(refreshPoll, null, signal && { signal });
      continue;
    }
    const release = (changes: UpdateData<'integration'>) =>
      transaction(ctx, 'endRefresh', (tx) =>
        tx.write.integration.update(
          { id, encryptedCredentials, refreshingUntil },
          { ...changes, refreshingUntil: null },
        ),
      );
    try {
      const fresh = await refreshTokens(client, refreshToken);
      // A provider that does not rotate refresh tokens sends none.
      const issued = { ...fresh, refreshToken: fresh.refreshToken ?? refreshToken };
      const credentials = credentialsOf(issued, ctx.app.clock.now());
      const saved = await release({ encryptedCredentials: sealCredentials(ctx, integration, credentials) });
      if (saved.length > 0) return fresh.accessToken;
    } catch (error) {
      const isRefused = error instanceof OAuthError && !isSetupError(error.code);
      const problem = 'The provider refuses the sign-in, which has expired or was revoked. Sign in again.';
      await release(isRefused ? signedOut(problem) : {});
      throw isRefused ? new SignInNeededError(problem) : error;
    }
  }
  throw new OAuthUnavailableError(null);
}

/** Makes a request with an access token of an integration. One that is refused is refreshed, and the request made again, once. */
async function withAccessToken<T>(
  ctx: ViewerContext,
  id: string,
  request: (accessToken: string) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const accessToken = await accessTokenOf(ctx, id, null, signal);
  try {
    return await request(accessToken);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.status !== 401) throw error;
    return request(await accessTokenOf(ctx, id, accessToken, signal));
  }
}

/** How to ask Microsoft Graph with the token of an integration. @param origin that of Graph */
export function graphOf(ctx: ViewerContext, id: string, origin: string, signal: AbortSignal): Graph {
  const withToken = <T>(request: (accessToken: string) => Promise<T>) => withAccessToken(ctx, id, request, signal);
  return {
    get: (path, prefer) => withToken((accessToken) => getFromGraph({ origin, accessToken, signal }, path, prefer)),
    send: (write) => withToken((accessToken) => sendToGraph({ origin, accessToken, signal }, write)),
  };
}

/**
 * Makes the tokens of an integration that was deleted worthless at its provider, if it has a way to do so. An access token that
 * has expired is refreshed for that: it alone may stand for the refresh token.
 */
export const revokeIntegrationJob: JobKind = {
  maxAttempts: 5,
  backoff: (attempt) => exponential(attempt, 60_000, 3_600_000),
  async run(ctx, job) {
    const { integrationId: id = '', accountId = '', credentials: encryptedCredentials = '' } = job.payload;
    const provider = job.payload.provider as SignInProvider;
    const tokens = openCredentials<TokenCredentials>(ctx, { id, accountId, provider, encryptedCredentials });
    const service = providerOf(provider).signIn(ctx.app.config);
    if (!tokens || !service) return;
    const { subscriptionId } = job.payload;
    const { outlook } = ctx.app.config;
    const end = async (accessToken: string) => {
      const origin = outlook?.graphUrl;
      if (subscriptionId && origin)
        await unsubscribe((write) => sendToGraph({ origin, accessToken }, write), subscriptionId);
      await service.revoke?.(accessToken);
    };
    if (!subscriptionId && !service.revoke) return;
    const { accessToken, refreshToken, expiresAt } = tokens;
    const isExpired = expiresAt <= ctx.app.clock.now().getTime();
    if (!isExpired) return end(accessToken);
    if (refreshToken === null) return;
    try {
      const fresh = await refreshTokens(service.client, refreshToken);
      await end(fresh.accessToken);
    } catch (error) {
      // What is refused is worthless already.
      if (!(error instanceof OAuthError)) throw error;
    }
  },
};

async function signOut(ctx: ViewerContext, id: string, problem: string): Promise<never> {
  await transaction(ctx, 'signOutIntegration', (tx) => tx.write.integration.update({ id }, signedOut(problem)));
  throw new SignInNeededError(problem);
}
