import { ensureOwner } from '../domains/accounts/accounts/accounts.service.ts';
import { defineCommand, printLink, withApp } from './command.ts';

export const link = defineCommand({
  name: 'link',
  summary: 'print a new sign-in link for the owner',
  run: (config) =>
    withApp(config, async (app) => {
      const { account } = await ensureOwner(app.systemContext());
      await printLink(app, config, account.id);
      return 0;
    }),
});
