import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import { NotFoundError } from '../../../platform/errors.ts';
import type { Row } from '../../../platform/transactions/model-writer.ts';
import { visibleTo } from './access-tokens.access.ts';
import type { AccessScope } from './access-tokens.rules.ts';
import * as accessTokens from './access-tokens.service.ts';

/** Personal access tokens: what scripts sign in with. */
export function defineAccessTokens(builder: Builder, _shared: Shared): void {
  const Scope = builder.enumType('AccessScope', {
    description: 'What an access token may do.',
    values: {
      READ: { description: 'Read everything you can read.' },
      WRITE: { description: 'Change everything you can change, but for your account, sessions and tokens.' },
    } satisfies Record<AccessScope, object>,
  });
  const AccessToken = builder.prismaNode('AccessToken', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      name: t.exposeString('name'),
      scopes: t.field({
        type: [Scope],
        description: 'What it may do.',
        resolve: ({ canWrite }): AccessScope[] => (canWrite ? ['READ', 'WRITE'] : ['READ']),
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
      lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
      revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    }),
  });
  const CreatedAccessToken = builder
    .objectRef<{ token: string; accessToken: Row<'accessToken'> }>('CreatedAccessToken')
    .implement({
      description: 'A new access token.',
      fields: (t) => ({
        token: t.exposeString('token', {
          description: 'Its text, for the `Authorization: Bearer` header. It is shown this once.',
        }),
        accessToken: t.field({
          type: AccessToken,
          description: 'What is kept of it.',
          resolve: ({ accessToken }) => accessToken,
        }),
      }),
    });

  builder.queryFields((t) => ({
    accessTokens: t.field({
      type: [AccessToken],
      description: 'Your access tokens that still work, the newest first: the latest 100.',
      resolve: (_root, _args, ctx) => accessTokens.listAccessTokens(ctx),
    }),
  }));

  const CreateAccessTokenInput = builder.inputType('CreateAccessTokenInput', {
    description: 'An access token to make.',
    fields: (t) => ({
      name: t.string({ required: true, description: 'What it is for: 1 to 100 characters.' }),
      scopes: t.field({ type: [Scope], required: true, description: 'What it may do; READ must be among it.' }),
      expiresAt: t.field({
        type: 'DateTime',
        description: 'When it stops working, such as `P90D`; never when nothing is said.',
      }),
    }),
  });
  const RevokeAccessTokenInput = builder.inputType('RevokeAccessTokenInput', {
    description: 'An access token to stop.',
    fields: (t) => ({ id: t.id({ required: true, description: 'Which token.' }) }),
  });
  builder.mutationFields((t) => ({
    createAccessToken: t.field({
      type: CreatedAccessToken,
      authScopes: { session: true },
      description: 'Makes a personal access token, for a script to sign in with. Takes a session, not an access token.',
      errors: {},
      args: { input: t.arg({ type: CreateAccessTokenInput, required: true, description: 'The token.' }) },
      resolve: (_root, { input }, ctx) => accessTokens.createAccessToken(ctx, input),
    }),
    revokeAccessToken: t.field({
      type: AccessToken,
      authScopes: { session: true },
      description: 'Stops an access token from working. Takes a session, not an access token.',
      errors: { types: [NotFoundError] },
      args: { input: t.arg({ type: RevokeAccessTokenInput, required: true, description: 'The token.' }) },
      resolve: (_root, { input }, ctx) => accessTokens.revokeAccessToken(ctx, input),
    }),
  }));
}
