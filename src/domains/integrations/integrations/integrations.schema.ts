import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './integrations.access.ts';
import { integrationInput, maxIntegrations, updateIntegrationInput } from './integrations.rules.ts';
import * as integrations from './integrations.service.ts';

/** Integrations: other services that are connected. */
export function defineIntegrations(builder: Builder): void {
  const Integration = builder.prismaNode('Integration', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      provider: t.expose('provider', { type: builder.modelEnum('IntegrationProvider') }),
      state: t.expose('state', { type: builder.modelEnum('IntegrationState') }),
      name: t.exposeString('name'),
      connectedTo: t.exposeString('connectedTo'),
      permissions: t.field({
        type: [builder.modelEnum('IntegrationPermission')],
        description: 'What Waymark may do there in addition to reading, as you allowed it when you signed in.',
        resolve: ({ permissions }) => permissions as [],
      }),
      refreshMinutes: t.exposeInt('refreshMinutes'),
      lastSyncedAt: t.expose('lastSyncedAt', { type: 'DateTime', nullable: true }),
      nextSyncAt: t.expose('nextSyncAt', { type: 'DateTime', nullable: true }),
      failureCount: t.exposeInt('failureCount'),
      problem: t.exposeString('problem', { nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was connected.' }),
    }),
  });

  builder.queryFields((t) => ({
    integration: t.byId({ type: Integration, resolve: integrations.getIntegration }),
    integrations: t.prismaField({
      type: ['Integration'],
      description: `Your integrations, the oldest first. At most ${maxIntegrations}.`,
      resolve: (query, _root, _args, ctx) => integrations.listIntegrations(ctx, query),
    }),
  }));

  builder.recordMutation('updateIntegration', {
    record: Integration,
    description: 'Changes the name of an integration, or how often it is read.',
    authScopes: { integrations: true },
    rules: updateIntegrationInput,
    input: (t) => ({
      name: t.string({ description: 'The name that you know it by.' }),
      refreshMinutes: t.int({ description: 'How often it is read, in minutes.' }),
    }),
    errors: [NotFoundError],
    isRecorded: false,
    resolve: integrations.updateIntegration,
  });
  builder.recordMutation('pauseIntegration', {
    record: Integration,
    description: 'Pauses an integration. Nothing is read until you resume it.',
    authScopes: { integrations: true },
    rules: integrationInput,
    errors: [NotFoundError],
    isRecorded: false,
    resolve: integrations.pauseIntegration,
  });
  builder.recordMutation('resumeIntegration', {
    record: Integration,
    description: 'Resumes a paused integration. It is read at once, or when the provider accepts requests again.',
    authScopes: { integrations: true },
    rules: integrationInput,
    isRecorded: false,
    resolve: integrations.resumeIntegration,
  });
  builder.payloadMutation('deleteIntegration', {
    description: 'Disconnects: permanently deletes an integration with its tokens. What was read stays.',
    authScopes: { integrations: true },
    rules: integrationInput,
    errors: [NotFoundError],
    payload: (t: PayloadFields<{ integration: Row<'integration'> }>) => ({
      integration: t.field({
        type: Integration,
        description: 'The integration before it was deleted.',
        resolve: ({ integration }) => integration,
      }),
    }),
    resolve: async (ctx, input) => ({ integration: await integrations.deleteIntegration(ctx, input) }),
  });
}
