import { accountAt, defineCommand, printLink, withApp } from './command.ts';

export const link = defineCommand({
  name: 'link',
  usage: '[--account <email>]',
  summary: 'print a new sign-in link for the owner or another account',
  options: { account: { type: 'string' } },
  run: (config, { account: address }) =>
    withApp(config, async (app) => {
      const { id } = await accountAt(app.systemContext(), address);
      await printLink(app, config, id);
      return 0;
    }),
});
