import { createAccessToken } from '../domains/accounts/access-tokens/access-tokens.service.ts';
import { actFor } from '../platform/context.ts';
import { accountAt, defineCommand, print, withApp } from './command.ts';

export const tokenCreate = defineCommand({
  name: 'token create',
  usage:
    '[--account <email>] [--name <text>] [--read-only] [--integrations] [--expires <time>]   (such as P90D, or 2030-01-31T00:00:00Z)',
  summary: 'create an access token for a script, and print it',
  options: {
    account: { type: 'string' },
    name: { type: 'string' },
    'read-only': { type: 'boolean' },
    integrations: { type: 'boolean' },
    expires: { type: 'string' },
  },
  run: (
    config,
    { account: address, name = 'Created by waymark token create', expires, integrations, 'read-only': isReadOnly },
  ) =>
    withApp(config, async (app) => {
      const ctx = app.systemContext();
      const account = await accountAt(ctx, address);
      const writing = isReadOnly ? [] : (['WRITE'] as const);
      const managing = integrations ? (['INTEGRATIONS'] as const) : [];
      const input = { name, scopes: ['READ' as const, ...writing, ...managing], expiresAt: expires ?? null };
      const { token } = await createAccessToken(actFor(ctx, account), input);
      // Alone on standard output, so that a script can take it: TOKEN=$(npm run -s waymark -- token create)
      console.error(`An access token of ${account.email}. It is shown only now:\n`);
      return print(token);
    }),
});
