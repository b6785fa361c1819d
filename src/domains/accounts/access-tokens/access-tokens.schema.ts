import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './access-tokens.access.ts';
import {
  type AccessTokenScope,
  createAccessTokenInput,
  revokeAccessTokenInput,
  scopesOf,
} from './access-tokens.rules.ts';
import * as accessTokens from './access-tokens.service.ts';

/** Personal access tokens, for scripts. */
export function defineAccessTokens(builder: Builder): void {
  const Scope = builder.enumType('AccessTokenScope', {
    description: 'A permission of an access token.',
    values: {
      READ: { description: 'Reads everything that you can read.' },
      WRITE: {
        description:
          'Changes everything that you can change, except your account, sessions, tokens, calendar feeds, webhooks and ' +
          'integrations.',
      },
      INTEGRATIONS: {
        description:
          'Creates, changes and deletes webhooks and calendar feeds, which send what you can read to other programs, ' +
          'integrations, which read from other services, and requests for feedback, whose links need no account.',
      },
    } satisfies Record<AccessTokenScope, object>,
  });
  const AccessToken = builder.prismaNode('AccessToken', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      name: t.exposeString('name'),
      scopes: t.field({
        type: [Scope],
        description: 'The permissions of the token.',
        resolve: scopesOf,
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the token was created.' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
      lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true }),
      revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    accessToken: t.byId({ type: AccessToken, resolve: accessTokens.getAccessToken }),
    accessTokens: t.field({
      type: [AccessToken],
      description: 'Your access tokens that are valid, the newest first. At most 100.',
      resolve: (_root, _args, ctx) => accessTokens.listAccessTokens(ctx),
    }),
  }));

  builder.payloadMutation('createAccessToken', {
    description: 'Creates a personal access token for a script, if fewer than 100 are valid.',
    authScopes: { session: true },
    rules: createAccessTokenInput,
    errors: [ConflictError],
    input: (t) => ({
      name: t.string({ required: true, description: 'The purpose of the token.' }),
      scopes: t.field({ type: [Scope], required: true, description: 'The permissions of the token.' }),
      expiresAt: t.field({
        type: 'DateTime',
        description: 'When the token expires, such as `P90D`. Never if left out.',
      }),
    }),
    payload: (t) => ({
      token: t.exposeString('token', {
        description: 'The token for the header `Authorization: Bearer <token>`. It is shown only once.',
      }),
      accessToken: t.field({
        type: AccessToken,
        description: 'The access token after the mutation.',
        resolve: ({ accessToken }) => accessToken,
      }),
    }),
    resolve: accessTokens.createAccessToken,
  });
  builder.recordMutation('revokeAccessToken', {
    record: AccessToken,
    description: 'Revokes an access token. It stops working at once.',
    authScopes: { session: true },
    rules: revokeAccessTokenInput,
    errors: [NotFoundError],
    isRecorded: false,
    resolve: accessTokens.revokeAccessToken,
  });
}
