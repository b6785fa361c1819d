import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, type TestContext } from 'vitest';
import { createPostgresqlServer, type PostgresqlServer } from '../../scripts/postgresql-server.ts';
import { migrate } from '../../src/platform/database/migrations.ts';
import type { ReplicaLoad } from '../../src/platform/database/replica.ts';
import { startTestApp, type TestApp } from './app.ts';
import { createMemoryLog } from './memory-log.ts';
import { skipOrFail } from './services.ts';

/** A server with a migrated database, and a replica of it. */
export interface Replicated {
  primary: PostgresqlServer;
  replica: PostgresqlServer;
  database: string;
  /** Has the replica replay nothing, or go on. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  /** Starts an application that reads a replica, that of this scene by default. It ends with the test. */
  start: (replicaUrl?: string, variables?: Record<string, string>) => Promise<ReplicatedApp>;
  /** Likewise, on another primary. */
  startAt: (url: string, replicaUrl: string) => Promise<ReplicatedApp>;
}

export interface ReplicatedApp extends TestApp {
  /** What its log says of the replica. */
  told: () => string[];
  load: () => ReplicaLoad;
  /** Waits until queries may read the replica, and it lacks nothing. */
  inUse: () => Promise<void>;
}

/**
 * The servers for the tests of a file. The primary is one for all of them; each test has a database of its own, and a replica that
 * it may do anything to.
 */
export function replicatedScenes(): {
  scene: (context: TestContext) => Promise<Replicated>;
  /** Another primary, which has nothing to do with it. */
  stranger: () => Promise<PostgresqlServer>;
} {
  const ends: (() => void)[] = [];
  let shared: PostgresqlServer | null = null;
  afterAll(() => {
    for (const end of ends.reverse()) end();
  });

  async function create(): Promise<PostgresqlServer | null> {
    const folder = mkdtempSync(join(tmpdir(), 'waymark-pg-'));
    ends.push(() => rmSync(folder, { recursive: true, force: true }));
    const server = await createPostgresqlServer(folder, { isDurable: false });
    if (server) ends.push(() => server.kill());
    return server;
  }

  async function createShared(): Promise<PostgresqlServer | null> {
    const made = await create();
    if (!made) return null;
    await made.sql('CREATE DATABASE template');
    await migrate({ engine: 'postgresql', url: made.urlOf('template') });
    shared = made;
    return made;
  }

  let databases = 0;
  return {
    async scene(context) {
      const primary = shared ?? (await createShared());
      if (!primary) return skipOrFail(context, 'PostgreSQL is not installed: there is no initdb');
      databases += 1;
      const database = `waymark${databases}`;
      await primary.sql(`CREATE DATABASE ${database} TEMPLATE template`);
      const replica = await primary.replicate();
      onTestFinished(() => replica.kill());
      return {
        primary,
        replica,
        database,
        pause: async () => void (await replica.sql('SELECT pg_wal_replay_pause()')),
        resume: async () => void (await replica.sql('SELECT pg_wal_replay_resume()')),
        start: (replicaUrl = replica.urlOf(database), variables = {}) =>
          start(primary.urlOf(database), { DATABASE_REPLICA_URL: replicaUrl, ...variables }),
        startAt: (url, replicaUrl) => start(url, { DATABASE_REPLICA_URL: replicaUrl }),
      };
    },
    async stranger() {
      const made = await create();
      if (!made) throw new Error('PostgreSQL is not installed.');
      return made;
    },
  };
}

async function start(url: string, variables: Record<string, string>): Promise<ReplicatedApp> {
  const { log, lines } = createMemoryLog();
  const app = await startTestApp(url, variables, { log });
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= app.close());
  onTestFinished(close);
  const { replica } = app.db;
  if (!replica) throw new Error('The application has no replica.');
  return {
    ...app,
    close,
    told: () =>
      lines
        .map(({ msg, err }) => [String(msg), (err as { message?: string } | undefined)?.message])
        .filter(([message]) => message?.includes('replica'))
        .map((parts) => parts.filter(Boolean).join(': ')),
    load: () => replica.load(),
    inUse: () => expect.poll(() => replica.load()).toMatchObject({ isInUse: true, lag: 0 }),
  };
}
