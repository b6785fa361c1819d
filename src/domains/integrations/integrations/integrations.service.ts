import type { Context, ViewerContext } from '../../../platform/context.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { getService, type Selection } from '../../../platform/queries/lists.ts';
import { orNotFound } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { nextSyncOf, syncJobOf } from '../sync-tasks/sync-tasks.rules.ts';
import { endSyncTasks, hastenSyncTasks, startSyncTasks } from '../sync-tasks/sync-tasks.service.ts';
import { visibleTo } from './integrations.access.ts';
import {
  credentialsContext,
  defaultRefreshMinutes,
  firstSyncs,
  forbiddenSyncs,
  integrationInput,
  maxIntegrations,
  permittedSyncs,
  revocationOf,
  updateIntegrationInput,
  working,
} from './integrations.rules.ts';

type Integration = Row<'integration'>;
type Tx = Transaction<ViewerContext>;

/** The viewer's integrations, the oldest first. */
export async function listIntegrations(
  ctx: ViewerContext,
  selection: Selection<'integration'> = {},
): Promise<Integration[]> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  return ctx.db.integration.findMany({ ...selection, where: visibleTo(ctx.viewer), orderBy, take: maxIntegrations });
}

/** One of the viewer's integrations. Null if there is none. */
export const getIntegration = getService({ model: 'integration', visibleTo });

/** An integration to make, with the credentials in plain. */
export interface NewIntegration extends Pick<Integration, 'provider' | 'name' | 'connectedTo' | 'externalKey'> {
  credentials: object;
  permissions?: string[];
  refreshMinutes?: number | undefined;
}

/**
 * Makes an integration, or gives the one to the same account or address new credentials. Its next sync is due at once, or as soon
 * as the provider accepts requests again.
 * @throws ConflictError if there are too many integrations
 */
export async function saveIntegration(tx: Tx, given: NewIntegration): Promise<Integration> {
  const { credentials, refreshMinutes, ...columns } = given;
  const { provider, externalKey, connectedTo, permissions } = given;
  const { accountId } = tx.viewer;
  const known = await tx.db.integration.findFirst({ where: { accountId, provider, externalKey } });
  const owned = { id: known?.id ?? newId(), accountId, provider };
  const encryptedCredentials = sealCredentials(tx, owned, credentials);
  if (known) {
    // What is not permitted any more is read no more: it would fail, and what is permitted is told as failing with it.
    if (permissions) await endSyncTasks(tx, known.id, forbiddenSyncs(permissions));
    const tasks = await startSyncTasks(tx, known, permittedSyncs(permissions));
    const renewed = { encryptedCredentials, connectedTo, ...(permissions && { permissions }), refreshingUntil: null };
    const [integration] = await tx.write.integration.update(
      { id: known.id },
      { ...renewed, ...working(nextSyncOf(tasks)) },
    );
    return integration as Integration;
  }
  if ((await listIntegrations(tx)).length >= maxIntegrations)
    throw new ConflictError(`You have ${maxIntegrations} integrations. Delete one first.`);
  const integration = await tx.write.integration.create({
    ...columns,
    ...owned,
    ...working(tx.calendar.now),
    encryptedCredentials,
    refreshMinutes: refreshMinutes ?? defaultRefreshMinutes[provider],
  });
  await startSyncTasks(tx, integration, [...firstSyncs[provider], ...permittedSyncs(permissions)]);
  return integration;
}

/** Encrypts the credentials of an integration. */
export const sealCredentials = (
  ctx: ViewerContext,
  integration: Pick<Integration, 'accountId' | 'provider' | 'id'>,
  credentials: object,
): string => ctx.app.vault.seal(JSON.stringify(credentials), credentialsContext(integration));

/** The credentials of an integration. Null if they were encrypted with an unknown secret, or for another integration. */
export function openCredentials<C extends object>(
  ctx: Context,
  integration: Pick<Integration, 'accountId' | 'provider' | 'id' | 'encryptedCredentials'>,
): C | null {
  const text = ctx.app.vault.open(integration.encryptedCredentials, credentialsContext(integration));
  return text === null ? null : (JSON.parse(text) as C);
}

/** Changes the name of an integration, or how often it is read. @throws NotFoundError if there is no such integration */
export async function updateIntegration(
  ctx: ViewerContext,
  input: InputOf<typeof updateIntegrationInput>,
): Promise<Integration> {
  const { id, ...changes } = parseInput(ctx, updateIntegrationInput, input);
  return transaction(ctx, 'updateIntegration', async (tx) => {
    const integration = orNotFound(await getIntegration(tx, id), 'id');
    const { refreshMinutes } = changes;
    if (refreshMinutes === undefined) return changeIntegration(tx, id, changes);
    const tasks = await hastenSyncTasks(tx, id, new Date(tx.calendar.now.getTime() + refreshMinutes * 60_000));
    const isRead = integration.nextSyncAt !== null;
    return changeIntegration(tx, id, { ...changes, ...(isRead && { nextSyncAt: nextSyncOf(tasks) }) });
  });
}

/** Pauses an integration: nothing is read until it is resumed. @throws NotFoundError if there is no such integration */
export async function pauseIntegration(
  ctx: ViewerContext,
  input: InputOf<typeof integrationInput>,
): Promise<Integration> {
  const { id } = parseInput(ctx, integrationInput, input);
  return transaction(ctx, 'pauseIntegration', (tx) => changeIntegration(tx, id, { state: 'PAUSED', nextSyncAt: null }));
}

/**
 * Resumes a paused integration. It is read at once, or as soon as the provider accepts requests again.
 * @throws NotFoundError if there is no such integration, ConflictError if it is not paused
 */
export async function resumeIntegration(
  ctx: ViewerContext,
  input: InputOf<typeof integrationInput>,
): Promise<Integration> {
  const { id } = parseInput(ctx, integrationInput, input);
  return transaction(ctx, 'resumeIntegration', async (tx) => {
    const integration = orNotFound(await getIntegration(tx, id), 'id');
    if (integration.state !== 'PAUSED') throw new ConflictError('The integration is not paused.');
    return changeIntegration(tx, id, working(nextSyncOf(await startSyncTasks(tx, integration, []))));
  });
}

/**
 * An Outlook that may be written to.
 * @param id that one. Null for the one that was connected first
 * @throws NotFoundError if there is no such integration, ConflictError if it lacks the permission or needs a sign-in
 */
export async function requirePermitted(tx: Tx, permission: string, id: string | null): Promise<Integration> {
  const given = id === null ? await listIntegrations(tx) : [orNotFound(await getIntegration(tx, id), 'integrationId')];
  const isPermitted = ({ permissions }: Integration) => (permissions as string[]).includes(permission);
  const integration = given.find((one) => one.provider === 'OUTLOOK' && isPermitted(one));
  if (!integration) throw new ConflictError(`Sign in to Outlook with the permission ${permission} first.`);
  if (integration.state === 'NEEDS_SIGN_IN')
    throw new ConflictError(integration.problem ?? 'Sign in to Outlook again.');
  return integration;
}

/** Has an integration read soon, or as soon as its provider accepts requests again. One that is paused or signed out is not. */
export async function syncSoon(tx: Tx, id: string): Promise<void> {
  const isOn = { state: { in: ['CONNECTED' as const, 'BACKING_OFF' as const] } };
  const integration = await tx.db.integration.findFirst({ where: { AND: [{ id, ...isOn }, visibleTo(tx.viewer)] } });
  if (!integration) return;
  const { now } = tx.calendar;
  const tasks = await hastenSyncTasks(tx, id, now);
  await enqueue(tx, tasks.filter(({ nextSyncAt }) => nextSyncAt <= now).map(syncJobOf));
  await changeIntegration(tx, id, { nextSyncAt: nextSyncOf(tasks) });
}

/**
 * Permanently deletes an integration with its tokens, which a job makes worthless at the provider. What was read stays.
 * @returns the integration before it was deleted
 * @throws NotFoundError if there is no such integration
 */
export async function deleteIntegration(
  ctx: ViewerContext,
  input: InputOf<typeof integrationInput>,
): Promise<Integration> {
  const { id } = parseInput(ctx, integrationInput, input);
  return transaction(ctx, 'deleteIntegration', async (tx) => {
    const where = { integrationId: id, ...visibleTo(tx.viewer) };
    const subscription = await tx.db.outlookSubscription.findFirst({ where });
    const [deleted] = await tx.write.integration.delete({ AND: [{ id }, visibleTo(tx.viewer)] });
    const integration = orNotFound(deleted, 'id');
    const { subscriptionId = null } = subscription ?? {};
    if (integration.provider !== 'ICS') await enqueue(tx, [revocationOf(integration, subscriptionId)]);
    return integration;
  });
}

async function changeIntegration(
  tx: Tx,
  id: string,
  changes: Parameters<typeof tx.write.integration.update>[1],
): Promise<Integration> {
  const [integration] = await tx.write.integration.update({ AND: [{ id }, visibleTo(tx.viewer)] }, changes);
  return orNotFound(integration, 'id');
}
