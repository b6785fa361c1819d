import { setPassword } from '../domains/accounts/accounts/accounts.service.ts';
import { actFor } from '../platform/context.ts';
import { accountAt, defineCommand, print, UsageError, withApp } from './command.ts';
import { ask } from './terminal.ts';

export const password = defineCommand({
  name: 'password',
  usage: '[--account <email>]   (the password is read from the terminal or from standard input)',
  summary: "set an account's password and end its sessions",
  options: { account: { type: 'string' } },
  run: (config, { account: address }) =>
    withApp(config, async (app) => {
      const ctx = app.systemContext();
      const account = await accountAt(ctx, address);
      const given = await ask(`New password for ${account.email}: `, { isSecret: true });
      if (process.stdin.isTTY && (await ask('Again: ', { isSecret: true })) !== given)
        throw new UsageError('The two passwords differ. Nothing was changed.');
      const ended = await setPassword(actFor(ctx, account), given);
      return print(`The password of ${account.email} was set. ${ended} session${ended === 1 ? '' : 's'} ended.`);
    }),
});
