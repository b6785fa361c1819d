import { demoEmail, findAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { accountAt, defineCommand, print, printLink, withApp } from './command.ts';

export const link = defineCommand({
  name: 'link',
  usage: '[--account <email>]',
  summary: 'print a new sign-in link for the owner or another account',
  options: { account: { type: 'string' } },
  run: (config, { account: address }) =>
    withApp(config, async (app) => {
      const ctx = app.systemContext();
      const { id } = await accountAt(ctx, address);
      await printLink(app, config, id);
      if (address === undefined && (await findAccount(ctx, demoEmail)))
        print(`This is the owner's. For the demo account: npm run link -- --account ${demoEmail}`);
      return 0;
    }),
});
