import { expect, onTestFinished, test, vi } from 'vitest';
import { openPool } from '../../../src/platform/database/postgresql-adapter.ts';
import { engine, postgresqlServer } from '../../support/databases.ts';

/* The settings of connections to PostgreSQL. */

/** What applies on a connection for reads to a URL that has some options. */
async function settingsOf(options: string | null) {
  const url = new URL(postgresqlServer);
  if (options !== null) url.searchParams.set('options', options);
  const pool = openPool(url.href, 1, { settings: { default_transaction_read_only: 'on' } });
  onTestFinished(() => pool.end());
  const { rows } = await pool.query(`SELECT current_setting('default_transaction_read_only') AS "readOnly",
    current_setting('max_parallel_workers_per_gather') AS "workers", current_setting('work_mem') AS "memory"`);
  return rows[0] as { readOnly: string; workers: string; memory: string };
}

test.runIf(engine === 'postgresql')('options of a URL apply besides the settings of the server', async () => {
  const { memory } = await settingsOf(null);
  expect(await settingsOf(null)).toEqual({ readOnly: 'on', workers: '0', memory });
  expect(await settingsOf('-c work_mem=7MB')).toEqual({ readOnly: 'on', workers: '0', memory: '7MB' });
  expect(await settingsOf('-c max_parallel_workers_per_gather=3')).toEqual({ readOnly: 'on', workers: '3', memory });
});

test.runIf(engine === 'postgresql')('a connection for reads writes nothing, whatever the URL says', async () => {
  expect(await settingsOf('-c default_transaction_read_only=off')).toMatchObject({ readOnly: 'on' });
});

test.runIf(engine === 'postgresql')('PGOPTIONS apply to connections, unless the URL has options', async () => {
  vi.stubEnv('PGOPTIONS', '-c work_mem=9MB');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await settingsOf(null)).toMatchObject({ readOnly: 'on', workers: '0', memory: '9MB' });
  expect(await settingsOf('-c work_mem=7MB')).toMatchObject({ memory: '7MB' });
});
