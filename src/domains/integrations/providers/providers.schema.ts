import type { Builder } from '../../../graphql/types.ts';
import type { OutlookApp } from '../../../platform/context.ts';
import { redirectUriOf, requireSignIn } from './providers.service.ts';

/** Providers: what the server can be connected to. */
export function defineProviders(builder: Builder): void {
  const OutlookConfiguration = builder.objectRef<OutlookApp>('OutlookConfiguration').implement({
    description: 'How this server connects to Outlook.',
    fields: (t) => ({
      redirectUri: t.string({
        description: 'Where Microsoft sends the browser back to. It has to be registered with the app in Entra.',
        resolve: (_app, _args, ctx) => redirectUriOf(ctx, 'OUTLOOK'),
      }),
      scopes: t.stringList({
        description: 'The permissions that are asked for. None of them allows changes.',
        resolve: (_app, _args, ctx) => requireSignIn(ctx, 'OUTLOOK').client.scopes,
      }),
    }),
  });
  const Configuration = builder.objectRef<{ outlook: OutlookApp | null }>('Configuration').implement({
    description: 'What this server can be connected to, as its owner has set it up.',
    fields: (t) => ({
      outlook: t.field({
        type: OutlookConfiguration,
        nullable: true,
        description: 'Outlook. Null if it is not set up on this server: then it cannot be connected.',
        resolve: ({ outlook }) => outlook,
      }),
    }),
  });

  builder.queryFields((t) => ({
    configuration: t.field({
      type: Configuration,
      description: 'What this server can be connected to.',
      resolve: (_root, _args, ctx) => ({ outlook: ctx.app.config.outlook }),
    }),
  }));
}
