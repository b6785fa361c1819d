import { demoEmail, findAccount } from '../domains/accounts/accounts/accounts.service.ts';
import { createProgress, defineCommand, print, printLink, UsageError, withApp } from './command.ts';

const existing = `The demo account ${demoEmail} exists already. To create it again, sign in with the link below, and delete it:

  mutation { deleteAccount(input: { email: "${demoEmail}" }) { ... on Error { message } } }
`;

/** Creates the demo account with progress, unless it exists, and prints a sign-in link for it. */
export const seed = defineCommand({
  name: 'seed',
  usage: '--demo [--seed <number>]',
  summary: 'create a demo account with half a year of data',
  options: { demo: { type: 'boolean' }, seed: { type: 'string' } },
  async run(config, { demo, seed: number = '1' }) {
    if (!demo) throw new UsageError('The demo is the only seed: use seed --demo.');
    if (!/^\d{1,9}$/.test(number)) throw new UsageError('--seed must be a number of up to nine digits.');
    return withApp(config, async (app) => {
      const { seedDemo } = await import('../demo/seed.ts');
      const ctx = app.systemContext();
      const found = await findAccount(ctx, demoEmail);
      if (found) print(existing);
      const onProgress = createProgress('Days created', 28);
      const account = found ?? (await seedDemo(ctx, { seed: Number(number), onProgress }));
      await printLink(app, config, account.id);
      return print(`If it is lost, npm run link -- --account ${demoEmail} prints another one.`);
    });
  },
});
