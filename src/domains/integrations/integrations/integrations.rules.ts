import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { idOf, integer, line, optional } from '../../../platform/validation/input-rules.ts';

/** The maximum number of integrations of an account. */
export const maxIntegrations = 20;

/** How often an integration is read unless its owner says otherwise, in minutes. */
export const defaultRefreshMinutes = { ICS: 60, OUTLOOK: 15 } as const satisfies Record<Provider, number>;

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

/** The key of the job that reads an integration. One job at a time has it, so that one server reads it. */
export const syncKeyOf = (id: string) => `syncIntegration:${id}`;

/** The job that reads an integration. */
export const syncJobOf = ({ id, accountId }: Pick<Row<'integration'>, 'id' | 'accountId'>) => ({
  kind: 'syncIntegration',
  payload: { integrationId: id },
  key: syncKeyOf(id),
  // One account cannot occupy the worker.
  group: `integrations:${accountId}`,
});

/** The earliest time from a time on at which the provider of an integration accepts requests. */
export const earliestSync = ({ notBefore }: Pick<Row<'integration'>, 'notBefore'>, from: Date): Date =>
  notBefore !== null && notBefore > from ? notBefore : from;

/** The state of an integration that works, with its next sync at a time. */
export const working = (nextSyncAt: Date) =>
  ({ state: 'CONNECTED', problem: null, failureCount: 0, notBefore: null, nextSyncAt }) as const;

/** The state of an integration whose owner has to sign in again. */
export const signedOut = (problem: string) =>
  ({ state: 'NEEDS_SIGN_IN', problem, nextSyncAt: null, notBefore: null }) as const;

/** The owner has to sign in again before the provider can be asked. */
export class SignInNeededError extends Error {
  override name = 'SignInNeededError';
}
