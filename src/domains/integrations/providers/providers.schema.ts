import type { Builder } from '../../../graphql/types.ts';
import type { MiroApp, OutlookApp } from '../../../platform/context.ts';
import { type GivenScopes, permissionScopesOf } from './providers.rules.ts';
import { redirectUriOf, requireSignIn } from './providers.service.ts';

/** The apps that a server is set up with. */
interface ConnectableApps {
  readonly outlook: OutlookApp | null;
  readonly miro: MiroApp | null;
}

/** Providers: what the server can be connected to. */
export function defineProviders(builder: Builder): void {
  const PermissionScopes = builder.objectRef<GivenScopes>('PermissionScopes').implement({
    description: 'What a permission means at a provider.',
    fields: (t) => ({
      permission: t.expose('permission', {
        type: builder.modelEnum('IntegrationPermission'),
        description: 'The permission.',
      }),
      scopes: t.exposeStringList('scopes', { description: 'The permissions of the provider that it takes.' }),
    }),
  });
  const OutlookConfiguration = builder.objectRef<OutlookApp>('OutlookConfiguration').implement({
    description: 'How this server connects to Outlook.',
    fields: (t) => ({
      redirectUri: t.string({
        description: 'Where Microsoft sends the browser back to. It has to be registered with the app in Entra.',
        resolve: (_app, _args, ctx) => redirectUriOf(ctx, 'OUTLOOK'),
      }),
      scopes: t.stringList({
        description:
          'The permissions that every sign-in asks for. Those that allow changes are asked for only where a sign-in names them.',
        resolve: (_app, _args, ctx) => requireSignIn(ctx, 'OUTLOOK').client.scopes,
      }),
      permissionScopes: t.field({
        type: [PermissionScopes],
        description: 'What a sign-in asks for in addition, for each permission that it names. At most one for each.',
        resolve: (_app, _args, ctx) => permissionScopesOf(requireSignIn(ctx, 'OUTLOOK')),
      }),
    }),
  });
  const MiroConfiguration = builder.objectRef<MiroApp>('MiroConfiguration').implement({
    description: 'How this server connects to Miro.',
    fields: (t) => ({
      redirectUri: t.string({
        description: 'Where Miro sends the browser back to. It has to be registered with the app at Miro.',
        resolve: (_app, _args, ctx) => redirectUriOf(ctx, 'MIRO'),
      }),
      scopes: t.stringList({
        description: 'The permissions that are asked for. The app at Miro has to be registered with them.',
        resolve: (_app, _args, ctx) => requireSignIn(ctx, 'MIRO').client.scopes,
      }),
    }),
  });
  const Configuration = builder.objectRef<ConnectableApps>('Configuration').implement({
    description: 'What this server can be connected to, as its owner has set it up.',
    fields: (t) => ({
      outlook: t.field({
        type: OutlookConfiguration,
        nullable: true,
        description: 'Outlook. Null if it is not set up on this server: then it cannot be connected.',
        resolve: ({ outlook }) => outlook,
      }),
      miro: t.field({
        type: MiroConfiguration,
        nullable: true,
        description: 'Miro. Null if it is not set up on this server: then it cannot be connected.',
        resolve: ({ miro }) => miro,
      }),
    }),
  });

  builder.queryFields((t) => ({
    configuration: t.field({
      type: Configuration,
      description: 'What this server can be connected to.',
      resolve: (_root, _args, ctx) => ctx.app.config,
    }),
  }));
}
