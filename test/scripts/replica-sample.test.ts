import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { createPostgresqlServer } from '../../scripts/postgresql-server.ts';
import { freePort } from '../../scripts/processes.ts';
import { root } from '../../scripts/root.ts';
import { environment } from '../../src/environment.ts';
import { skipOrFail } from '../support/services.ts';

interface Service {
  environment?: Record<string, string>;
  depends_on?: Record<string, unknown>;
  volumes?: string[];
  image?: string;
}

const servicesOf = (name: string) =>
  parse(readFileSync(join(root, 'deploy', name), 'utf8'), { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };

test('compose.replica.yaml adds to compose.cluster.yaml a replica that all servers read', () => {
  const [base, added] = [servicesOf('compose.cluster.yaml'), servicesOf('compose.replica.yaml')];
  const { replica, postgres, ...servers } = added.services;
  const named = Object.keys(base.services).filter((name) => name.startsWith('waymark'));
  expect(Object.keys(servers)).toEqual(named);
  for (const { environment: set = {} } of Object.values(servers)) {
    expect(Object.keys(set).filter((key) => !(key in environment.shape))).toEqual([]);
    expect(new URL(set.DATABASE_REPLICA_URL?.replace(/\$\{.*?\}/, 'password') ?? '').hostname).toBe('replica');
  }
  expect(replica?.image).toBe(base.services.postgres?.image);
  expect(Object.keys(replica?.depends_on ?? {})).toEqual(['postgres']);
  const places = [...(replica?.volumes ?? []), ...(postgres?.volumes ?? [])].map(
    (volume) => volume.split(':')[0] ?? '',
  );
  const [files, volumes] = [
    places.filter((place) => place.startsWith('./')),
    places.filter((place) => !place.startsWith('./')),
  ];
  expect(volumes).toEqual(Object.keys(added.volumes));
  for (const file of files) expect(readFileSync(join(root, 'deploy', file), 'utf8')).toMatch(/^#!\/bin\/sh\n/);
});

test('the scripts of the sample make a replica, also after a copy that was cut off', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-sample-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const primary = await createPostgresqlServer(folder, { isDurable: false });
  if (!primary) return skipOrFail(context, 'PostgreSQL is not installed: there is no initdb');
  onTestFinished(() => primary.kill());
  const ids = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })));
  const user = userInfo().uid === 0 ? { uid: ids[0], gid: ids[1] } : {};
  const programs = String(await primary.sql("SELECT setting FROM pg_config WHERE name = 'BINDIR'"));
  const env = { PATH: `${programs}:${process.env.PATH}`, POSTGRES_USER: 'postgres', REPLICATION_PASSWORD: "it's" };
  const deploy = (name: string) => readFileSync(join(root, 'deploy', name), 'utf8');
  const run = (name: string, more: Record<string, string>, ...args: string[]) =>
    spawn('sh', ['-c', deploy(name), name, ...args], {
      cwd: folder,
      env: { ...env, ...more },
      stdio: 'ignore',
      ...user,
    });

  const at = { PGHOST: '127.0.0.1', PGPORT: String(primary.port), PGDATA: join(folder, 'primary') };
  expect(await once(run('let-replica-in.sh', at), 'exit')).toEqual([0, null]);
  expect(await primary.sql("SELECT rolreplication FROM pg_roles WHERE rolname = 'replicator'")).toBe(true);

  const port = await freePort();
  const copy = {
    PGDATA: join(folder, 'copy'),
    PRIMARY: `host=127.0.0.1 port=${primary.port} user=replicator password='it\\'s'`,
  };
  execFileSync('mkdir', ['-p', `${copy.PGDATA}.part/base`], user);
  const replica = run('start-replica.sh', copy, '-p', String(port), '-k', folder, '-h', '127.0.0.1');
  onTestFinished(async () => {
    replica.kill('SIGQUIT');
    await once(replica, 'exit');
  });
  async function state(): Promise<unknown> {
    const client = new pg.Client(`postgresql://postgres@127.0.0.1:${port}/postgres`);
    try {
      await client.connect();
      const { rows } = await client.query(
        "SELECT pg_is_in_recovery() AS is, current_setting('hot_standby_feedback') AS feedback",
      );
      return rows[0];
    } catch {
      return null;
    } finally {
      await client.end().catch(() => {});
    }
  }
  await expect.poll(state, { timeout: 20_000 }).toEqual({ is: true, feedback: 'on' });
  await expect
    .poll(() => primary.sql("SELECT active FROM pg_replication_slots WHERE slot_name = 'waymark_replica'"))
    .toBe(true);
});
