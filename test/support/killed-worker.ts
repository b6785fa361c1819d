import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { enqueue } from '../../src/platform/jobs/jobs.ts';
import { transaction } from '../../src/platform/transactions/transaction.ts';
import { labelling } from './jobs.ts';

/*
 * A server that is killed once a job has had its effect and before it is done: `node killed-worker.ts <database>`. A program of
 * its own, because who is killed takes everyone along.
 */

const [url = ''] = process.argv.slice(2);
const kinds = { label: labelling(() => process.kill(process.pid, 'SIGKILL')) };
const secret = 'a secret for the tests only, 0123456789';
const config = parseConfig({ NODE_ENV: 'test', DATABASE_URL: url, WAYMARK_SECRET: secret });
const app = await createApp(config, { jobs: { kinds, recurring: [] } });
await transaction(app.systemContext(), 'test', (tx) => enqueue(tx, [{ kind: 'label', payload: { name: 'Once' } }]));
await app.worker.work();
