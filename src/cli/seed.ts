import { defineCommand, printLink, UsageError, withApp } from './command.ts';

/** Creates the demo account with progress, and prints a sign-in link for it. */
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
      const onProgress = (done: number, total: number) =>
        process.stderr.write(`\rDay ${done} of ${total} ${done === total ? '\n' : ''}`);
      const account = await seedDemo(app.systemContext(), { seed: Number(number), onProgress });
      await printLink(app, config, account.id);
      return 0;
    });
  },
});
