import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { ConflictError } from '../../../platform/errors.ts';
import { visibleTo } from './sign-ins.access.ts';
import { startIntegrationSignInInput, stateAt } from './sign-ins.rules.ts';
import * as signIns from './sign-ins.service.ts';

/** Sign-ins to providers, which make integrations. */
export function defineIntegrationSignIns(builder: Builder): void {
  const Provider = builder.modelEnum('IntegrationProvider');
  const Method = builder.modelEnum('IntegrationSignInMethod');
  const Permission = builder.modelEnum('IntegrationPermission');
  const IntegrationSignIn = builder.prismaNode('IntegrationSignIn', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      provider: t.expose('provider', { type: Provider }),
      method: t.expose('method', { type: Method }),
      permissions: t.field({
        type: [Permission],
        description: 'What Waymark asks to be allowed to do there in addition to reading.',
        resolve: ({ permissions }) => permissions as [],
      }),
      state: t.field({
        type: builder.modelEnum('IntegrationSignInState'),
        description: 'The state.',
        resolve: (signIn, _args, ctx) => stateAt(signIn, ctx.calendar.now),
      }),
      problem: t.exposeString('problem', { nullable: true }),
      userCode: t.exposeString('userCode', { nullable: true }),
      verificationUrl: t.exposeString('verificationUrl', { nullable: true }),
      nextPollAt: t.expose('nextPollAt', { type: 'DateTime', nullable: true }),
      expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
      integration: t.relation('integration', {
        nullable: true,
        description:
          'The integration that was made. Null until the sign-in is completed, and once the integration is deleted.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    integrationSignIn: t.byId({ type: IntegrationSignIn, resolve: signIns.getIntegrationSignIn }),
    integrationSignIns: t.prismaField({
      type: ['IntegrationSignIn'],
      description: 'Your sign-ins to providers since yesterday, the newest first. At most 20.',
      resolve: (query, _root, _args, ctx) => signIns.listIntegrationSignIns(ctx, query),
    }),
  }));

  builder.payloadMutation('startIntegrationSignIn', {
    description:
      'Starts to sign in to a provider, to connect it or to give an integration a new sign-in. The same account is not connected ' +
      'twice.',
    authScopes: { integrations: true },
    rules: startIntegrationSignInInput,
    input: (t) => ({
      provider: t.field({ type: Provider, required: true, description: 'What is to be connected.' }),
      method: t.field({
        type: Method,
        required: true,
        description: 'How to sign in. `CODE` takes the browser that is signed in to Waymark.',
      }),
      permissions: t.field({
        type: [Permission],
        description: 'What Waymark may do there in addition to reading. Default: nothing.',
      }),
    }),
    errors: [ConflictError],
    payload: (t: PayloadFields<signIns.StartedSignIn>) => ({
      authorizationUrl: t.exposeString('authorizationUrl', {
        nullable: true,
        description: 'The web address to open in this browser. Null unless the method is CODE.',
      }),
      integrationSignIn: t.field({
        type: IntegrationSignIn,
        description:
          'The sign-in. With DEVICE it has the code to enter. Ask for it again to see whether it is completed.',
        resolve: ({ integrationSignIn }) => integrationSignIn,
      }),
    }),
    resolve: signIns.startIntegrationSignIn,
  });
}
