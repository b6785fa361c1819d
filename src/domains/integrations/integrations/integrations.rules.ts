import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { idOf, integer, line, optional } from '../../../platform/validation/input-rules.ts';

/** The maximum number of integrations of an account. */
export const maxIntegrations = 20;

/** How often an integration is read unless its owner says otherwise, in minutes. */
export const defaultRefreshMinutes = { ICS: 60, OUTLOOK: 15, MIRO: 15 } as const satisfies Record<Provider, number>;

/** What is read of an integration from its start on. */
export const firstSyncs = {
  ICS: ['CALENDAR'],
  OUTLOOK: ['CALENDAR'],
  MIRO: ['BOARDS'],
} as const satisfies Record<Provider, readonly Row<'syncTask'>['kind'][]>;

/** What is read or synced once it is permitted. */
export const permittedSyncs = (permissions: readonly string[] = []): Row<'syncTask'>['kind'][] =>
  permissions.includes('WRITE_TASKS') ? ['TODO'] : [];

/** What takes a permission that was not given. */
export const forbiddenSyncs = (permissions: readonly string[]): Row<'syncTask'>['kind'][] =>
  permissions.includes('WRITE_TASKS') ? [] : ['TODO'];

type Provider = Row<'integration'>['provider'];

/** What is set by the owner. */
export const integrationFields = {
  name: line(100),
  refreshMinutes: integer(5, 10_080),
};

export const integrationInput = z.object({ id: idOf('Integration') });
export const updateIntegrationInput = z.object({ id: idOf('Integration'), ...optional(integrationFields) });

/** The context that credentials are sealed with, so that they open for their own owner, provider and integration only. */
export const credentialsContext = ({
  accountId,
  provider,
  id,
}: Pick<Row<'integration'>, 'accountId' | 'provider' | 'id'>) => `integration:${accountId}:${provider}:${id}`;

/**
 * The job that ends what a deleted integration has at its provider, and makes its tokens worthless. It has them sealed.
 * @param subscriptionId that of its notifications. Null if there are none
 */
export const revocationOf = (
  { id, accountId, provider, encryptedCredentials }: Row<'integration'>,
  subscriptionId: string | null,
) => ({
  kind: 'revokeIntegration',
  payload: {
    integrationId: id,
    accountId,
    provider,
    credentials: encryptedCredentials,
    ...(subscriptionId && { subscriptionId }),
  },
});

/** The state of an integration that works, with its next sync at a time. */
export const working = (nextSyncAt: Date | null) =>
  ({ state: 'CONNECTED', problem: null, failureCount: 0, nextSyncAt }) as const;

/** The state of an integration whose owner has to sign in again. */
export const signedOut = (problem: string) => ({ state: 'NEEDS_SIGN_IN', problem, nextSyncAt: null }) as const;

/** The owner has to sign in again before the provider can be asked. */
export class SignInNeededError extends Error {
  override name = 'SignInNeededError';
}
