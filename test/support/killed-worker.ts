import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { enqueue } from '../../src/platform/jobs.ts';
import { transaction } from '../../src/platform/transaction.ts';
import { labelling } from './jobs.ts';

/*
 * A server that is killed in the middle of a job, or right after it: `node killed-worker.ts <database> during|after`. A
 * program of its own, because who is killed takes no one along.
 */

const [url = '', when = ''] = process.argv.slice(2);
const kill = () => process.kill(process.pid, 'SIGKILL');
const label = labelling(() => when === 'during' && kill());
const kinds = {
  label: {
    ...label,
    async run(...parameters: Parameters<typeof label.run>) {
      await label.run(...parameters);
      if (when === 'after') kill();
    },
  },
};
const secret = 'a secret for the tests only, 0123456789';
const config = parseConfig({ NODE_ENV: 'test', DATABASE_URL: url, WAYMARK_SECRET: secret });
const app = await createApp(config, { jobs: { kinds, recurring: [] } });
await transaction(app.systemContext(), 'test', (tx) => enqueue(tx, [{ kind: 'label', payload: { name: 'Once' } }]));
await app.worker.work();
