import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Redis } from 'ioredis';
import type { Config } from '../config.ts';
import { pendingIn } from '../platform/database/migrations.ts';
import { createPrivateFolder } from '../platform/runtime/private-files.ts';
import type { CollectorConfig } from '../platform/runtime/tracing.ts';
import { checkDiskSpace, type DiskSpace } from './disk-space.ts';
import { errorMessage } from './error-messages.ts';
import { PortInUseError, portHolder } from './port.ts';

/** A name, and what is found. */
type Check = [string, () => Promise<string> | string | DiskSpace];

/**
 * Checks everything that a start requires. Changes nothing, but creates a missing data folder.
 * @returns the exit code: 0 if there are no problems
 */
export async function doctor(config: Config): Promise<number> {
  const { database, dataDir, replicaUrl, tracing } = config;
  const checks: Check[] = [
    ['Node', () => process.versions.node],
    ['Configuration', () => `${config.environment}, at ${config.publicUrl}`],
    ['Data folder', () => checkFolder(config.dataDir)],
    ['Database', () => checkDatabase(config)],
    ...(replicaUrl === null || database.engine === 'sqlite'
      ? []
      : [['Replica', () => checkReplica(database.url, replicaUrl)] as Check]),
    // The folder is there after the check before.
    ['Disk', () => checkDiskSpace(database.engine === 'sqlite' ? dirname(database.file) : dataDir)],
    [
      'Redis',
      () => (config.redisUrl === null ? 'not configured; rate limits are kept in memory' : checkRedis(config.redisUrl)),
    ],
    ...(tracing === null ? [] : [['Traces', () => checkCollector(tracing.collector)] as Check]),
    ['Port', () => checkPort(config)],
  ];
  let problems = 0;
  for (const [name, check] of checks) {
    try {
      const found = await check();
      const { isScarce, text } = typeof found === 'string' ? { isScarce: false, text: found } : found;
      console.info(`${isScarce ? 'warn ' : 'ok   '} ${name}: ${text}`);
    } catch (error) {
      problems += 1;
      console.info(`error ${name}: ${errorMessage(error)}`);
    }
  }
  console.info(problems === 0 ? 'No problems found.' : `${problems} problem${problems === 1 ? '' : 's'} found.`);
  return problems === 0 ? 0 : 1;
}

function checkFolder(folder: string): string {
  createPrivateFolder(folder);
  accessSync(folder, constants.W_OK);
  return `${folder} is writable`;
}

async function checkDatabase({ database }: Config): Promise<string> {
  if (database.engine === 'sqlite') checkFolder(dirname(database.file));
  const pending = await pendingIn(database);
  const state =
    pending.length === 0
      ? 'up to date'
      : `${pending.length} migration${pending.length === 1 ? '' : 's'} to apply at the next start`;
  if (database.engine === 'postgresql') return `PostgreSQL responds, ${state}`;
  if (!existsSync(database.file)) return `${database.file} will be created at the next start`;
  const file = new BetterSqlite3(database.file, { readonly: true });
  try {
    const health = file.pragma('quick_check', { simple: true });
    if (health !== 'ok') throw new Error(`${database.file} is damaged (${String(health)}). Restore a backup.`);
    return `${database.file} is intact, ${state}`;
  } finally {
    file.close();
  }
}

/** Loaded on demand: most servers use SQLite. */
const checkReplica = async (url: string, replicaUrl: string) =>
  (await import('../platform/database/replica-report.ts')).describeReplica(url, replicaUrl);

/** Sends no spans, which a collector takes like some. Loaded on demand, as above. */
async function checkCollector(collector: CollectorConfig): Promise<string> {
  const { createCollectorClient } = await import('../integrations/opentelemetry/collector.ts');
  const client = createCollectorClient({ ...collector, timeout: Math.min(collector.timeout, 3_000) });
  try {
    await client.send(new Uint8Array());
    return `the collector at ${new URL(collector.url).host} takes them`;
  } finally {
    client.close();
  }
}

async function checkRedis(url: string): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => {});
  try {
    await redis.connect();
    return 'responds';
  } catch {
    throw new Error('Redis does not respond. Check REDIS_URL, or leave it empty to keep rate limits in memory.');
  } finally {
    redis.disconnect();
  }
}

async function checkPort(config: Config): Promise<string> {
  const holder = await portHolder(config);
  if (!holder) return `${config.port} is free`;
  const program = holder.program ? ` (${holder.program})` : '';
  if (holder.isWaymark) return `Waymark is already running at ${config.port}${program}`;
  throw new PortInUseError(
    `${config.port} is in use by ${holder.program ?? 'another program'}. Set PORT to another port.`,
  );
}
