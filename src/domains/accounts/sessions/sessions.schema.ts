import { nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import {
  InvalidCredentialsError,
  InvalidRefreshTokenError,
  NotFoundError,
  SignUpClosedError,
} from '../../../platform/errors.ts';
import * as accounts from '../accounts/accounts.service.ts';
import { visibleTo } from './sessions.access.ts';
import type { SessionTokens } from './sessions.service.ts';
import * as sessions from './sessions.service.ts';

/** Sessions: signing up, in and out, and what is signed in where. */
export function defineSessions(builder: Builder, shared: Shared): void {
  const Session = builder.prismaNode('Session', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      userAgent: t.exposeString('userAgent'),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was signed in.' }),
      lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime' }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
      revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
      isCurrent: t.boolean({
        description: 'Whether it is the one that asks.',
        resolve: ({ id }, _args, { viewer }) => id === viewer.sessionId,
      }),
    }),
  });

  const Tokens = builder.objectRef<SessionTokens>('SessionTokens').implement({
    description: 'What a program is signed in with.',
    fields: (t) => ({
      accessToken: t.exposeString('accessToken', {
        description: 'For the `Authorization: Bearer` header; good for 15 minutes.',
      }),
      accessTokenExpiresAt: t.expose('accessTokenExpiresAt', {
        type: 'DateTime',
        description: 'When the access token ends.',
      }),
      refreshToken: t.exposeString('refreshToken', { description: 'Buys the next pair, once: keep it secret.' }),
      account: t.field({
        type: shared.ref('Account'),
        description: 'Who is signed in.',
        resolve: ({ account }) => account,
      }),
    }),
  });

  builder.queryFields((t) => ({
    sessions: t.field({
      type: [Session],
      description: 'Where you are signed in, the newest first: the latest 100.',
      resolve: (_root, _args, ctx) => sessions.listSessions(ctx),
    }),
  }));

  const SignUpInput = builder.inputType('SignUpInput', {
    description: 'An account to make.',
    fields: (t) => ({
      email: t.string({ required: true, description: 'The address to sign in with.' }),
      password: t.string({ required: true, description: 'A password of 12 to 256 characters.' }),
      name: t.string({ required: true, description: 'What to call you.' }),
      timeZone: t.field({ type: 'TimeZone', description: 'Where you are; UTC when nothing is said.' }),
    }),
  });
  const SignInInput = builder.inputType('SignInInput', {
    description: 'Who you are.',
    fields: (t) => ({
      email: t.string({ required: true, description: 'Your e-mail address.' }),
      password: t.string({ required: true, description: 'Your password.' }),
    }),
  });
  const RefreshSessionInput = builder.inputType('RefreshSessionInput', {
    description: 'What to go on with.',
    fields: (t) => ({
      refreshToken: t.string({
        required: true,
        description: 'The refresh token you got last. It is good for one use.',
      }),
    }),
  });
  const RevokeSessionInput = builder.inputType('RevokeSessionInput', {
    description: 'A session to end.',
    fields: (t) => ({ id: t.id({ required: true, description: 'Which session.' }) }),
  });
  const SignedOut = builder.objectRef<{ sessionCount: number }>('SignedOut').implement({
    description: 'What signing out ended.',
    fields: (t) => ({ sessionCount: t.exposeInt('sessionCount', { description: 'How many sessions.' }) }),
  });

  builder.mutationFields((t) => ({
    signUp: t.field({
      type: Tokens,
      skipTypeScopes: true,
      description: 'Makes an account and signs it in, where the server takes sign-ups.',
      errors: { types: [SignUpClosedError] },
      args: { input: t.arg({ type: SignUpInput, required: true, description: 'The account.' }) },
      resolve: (_root, { input }, ctx) => accounts.signUp(ctx, input),
    }),
    signIn: t.field({
      type: Tokens,
      skipTypeScopes: true,
      description: 'Signs in with an e-mail address and a password.',
      errors: { types: [InvalidCredentialsError] },
      args: { input: t.arg({ type: SignInInput, required: true, description: 'Who you are.' }) },
      resolve: (_root, { input }, ctx) => sessions.signIn(ctx, input),
    }),
    refreshSession: t.field({
      type: Tokens,
      skipTypeScopes: true,
      description: 'Trades a refresh token for a new pair of tokens. One used twice ends its session.',
      errors: { types: [InvalidRefreshTokenError] },
      args: { input: t.arg({ type: RefreshSessionInput, required: true, description: 'The refresh token.' }) },
      resolve: (_root, { input }, ctx) => sessions.refreshSession(ctx, input),
    }),
    signOut: t.field({
      type: SignedOut,
      authScopes: { session: true },
      description: 'Ends the session that asks.',
      resolve: async (_root, _args, ctx) => ({ sessionCount: await sessions.signOut(ctx) }),
    }),
    signOutEverywhere: t.field({
      type: SignedOut,
      authScopes: { session: true },
      description: 'Ends all your sessions, this one too. Access tokens go on working until they are revoked.',
      resolve: async (_root, _args, ctx) => ({ sessionCount: await sessions.signOutEverywhere(ctx) }),
    }),
    revokeSession: t.field({
      type: Session,
      authScopes: { session: true },
      description: 'Ends one of your sessions.',
      errors: { types: [NotFoundError] },
      args: { input: t.arg({ type: RevokeSessionInput, required: true, description: 'The session.' }) },
      resolve: (_root, { input }, ctx) => sessions.revokeSession(ctx, input),
    }),
  }));
}
