import { defineCommand, printLink, UsageError, withApp } from './command.ts';

/** Writes the demo account, says how far it is, and prints a link that signs it in. */
export const seed = defineCommand({
  name: 'seed',
  usage: '--demo [--seed <number>]',
  summary: 'write a demo account with half a year of data',
  options: { demo: { type: 'boolean' }, seed: { type: 'string' } },
  async run(config, { demo, seed: number = '1' }) {
    if (!demo) throw new UsageError('It writes nothing but the demo: seed --demo.');
    if (!/^\d{1,9}$/.test(number)) throw new UsageError('--seed takes a number of up to nine digits.');
    return withApp(config, async (app) => {
      const { seedDemo } = await import('../demo/seed.ts');
      const onProgress = (done: number, total: number) =>
        process.stderr.write(`\rWriting day ${done} of ${total} ${done === total ? '\n' : ''}`);
      const account = await seedDemo(app.systemContext(), { seed: Number(number), onProgress });
      await printLink(app, config, account.id);
      return 0;
    });
  },
});
