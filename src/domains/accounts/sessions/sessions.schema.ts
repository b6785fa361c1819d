import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import { type Builder, builderOf, type InputFields } from '../../../graphql/types.ts';
import {
  InvalidCredentialsError,
  InvalidRefreshTokenError,
  NotFoundError,
  TooManyPasswordsError,
} from '../../../platform/errors.ts';
import { visibleTo } from './sessions.access.ts';
import {
  refreshSessionInput,
  revokeSessionInput,
  type SessionTokens,
  type SignedIn,
  signInInput,
} from './sessions.rules.ts';
import * as sessions from './sessions.service.ts';

/** The input field of the mutations that can sign in by a cookie. */
export const cookieField = (t: InputFields) => ({
  cookie: t.boolean({
    description:
      'Sign in by a cookie that scripts of the page cannot read, in place of tokens. Default: false. For pages of the same site; further ' +
      'requests need the header `X-Waymark-CSRF`.',
  }),
});

const accountField = (t: PayloadFields<Pick<SignedIn, 'account'>>) => ({
  account: t.field({
    type: builderOf(t).modelRef('Account'),
    description: 'The account that is signed in.',
    resolve: ({ account }) => account,
  }),
});

/** The payload of the mutations that sign in by tokens or by a cookie. */
export const signedInFields = (t: PayloadFields<SignedIn>) => ({
  accessToken: t.exposeString('accessToken', {
    nullable: true,
    description:
      'The token for the header `Authorization: Bearer <token>`. It is valid for 15 minutes. Null if a cookie was set.',
  }),
  accessTokenExpiresAt: t.expose('accessTokenExpiresAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When the access token expires. Null if a cookie was set.',
  }),
  refreshToken: t.exposeString('refreshToken', {
    nullable: true,
    description:
      'The token for `refreshSession`. It is valid once, for 30 days. Keep it secret. Null if a cookie was set.',
  }),
  ...accountField(t),
});

/** The payload of the mutations that return a pair of tokens. */
const tokenFields = (t: PayloadFields<SessionTokens>) => ({
  accessToken: t.exposeString('accessToken', {
    description: 'The token for the header `Authorization: Bearer <token>`. It is valid for 15 minutes.',
  }),
  accessTokenExpiresAt: t.expose('accessTokenExpiresAt', {
    type: 'DateTime',
    description: 'When the access token expires.',
  }),
  refreshToken: t.exposeString('refreshToken', {
    description: 'The token for `refreshSession`. It is valid once, for 30 days. Keep it secret.',
  }),
  ...accountField(t),
});

/** The payload of the mutations that sign out. */
const endedFields = (t: PayloadFields<{ endedSessionCount: number }>) => ({
  endedSessionCount: t.exposeInt('endedSessionCount', { description: 'The number of sessions that were ended.' }),
});

/** Sessions: the browsers and programs that an account is signed in with. */
export function defineSessions(builder: Builder): void {
  const Session = builder.prismaNode('Session', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      userAgent: t.exposeString('userAgent'),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the session was opened.' }),
      lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
      revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
      isCurrent: t.boolean({
        description: 'Whether this request is made in the session.',
        resolve: ({ id }, _args, { viewer }) => id === viewer.sessionId,
      }),
    }),
  });

  builder.queryFields((t) => ({
    session: t.byId({ type: Session, resolve: sessions.getSession }),
    sessions: t.field({
      type: [Session],
      description: 'Your sessions that have not ended, the newest first. At most 100.',
      resolve: (_root, _args, ctx) => sessions.listSessions(ctx),
    }),
  }));

  builder.payloadMutation('signIn', {
    description: 'Signs in with an email address and a password. Opens a session.',
    skipTypeScopes: true,
    allowsRejected: true,
    rules: signInInput,
    input: (t) => ({
      email: t.string({ required: true, description: 'Your email address. Case does not matter.' }),
      password: t.string({ required: true, description: 'Your password.' }),
      ...cookieField(t),
    }),
    errors: [InvalidCredentialsError, TooManyPasswordsError],
    payload: signedInFields,
    resolve: sessions.signIn,
  });
  builder.payloadMutation('refreshSession', {
    description:
      'Exchanges a refresh token for a new pair of tokens. For 30 seconds after that, the same token returns the same new refresh ' +
      'token, as for two tabs that refresh at once. A refresh token that is used later ends its session.',
    skipTypeScopes: true,
    allowsRejected: true,
    rules: refreshSessionInput,
    input: (t) => ({ refreshToken: t.string({ required: true, description: 'Your last refresh token.' }) }),
    errors: [InvalidRefreshTokenError],
    payload: tokenFields,
    resolve: sessions.refreshSession,
  });
  builder.payloadMutation('signOut', {
    description: 'Ends the session of this request, also if its access token has expired.',
    authScopes: { session: true },
    allowsRejected: true,
    payload: endedFields,
    resolve: async (ctx) => ({ endedSessionCount: await sessions.signOut(ctx) }),
  });
  builder.payloadMutation('signOutEverywhere', {
    description: 'Ends all your sessions, including this one. Access tokens stay valid until they are revoked.',
    authScopes: { session: true },
    payload: endedFields,
    resolve: async (ctx) => ({ endedSessionCount: await sessions.signOutEverywhere(ctx) }),
  });
  builder.recordMutation('revokeSession', {
    record: Session,
    description: 'Ends one of your sessions.',
    authScopes: { session: true },
    rules: revokeSessionInput,
    errors: [NotFoundError],
    isRecorded: false,
    resolve: sessions.revokeSession,
  });
}
