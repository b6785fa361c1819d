import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './fault.ts';
import type { Cluster, Server } from './processes.ts';

export const endConnections =
  'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';

/** How many queries the replica has taken, of all so far. */
async function readBy(server: Server): Promise<string> {
  const response = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
  const counts = (await response.text()).matchAll(/^waymark_replica_queries_total\{.*reason="(\w+)"\} (\d+)$/gm);
  return Array.from(counts, ([, reason, count]) => `${count} ${reason}`).join(', ');
}

const metricsToken = 'chaos-reads-metrics';

/** A fault that is done to a replica while queries read it. Says where they were read, after some time for recovery. */
const replicaFault = (name: string, run: (replica: Cluster) => Promise<unknown>): Fault => ({
  name,
  engine: 'postgresql',
  replica: true,
  variables: { METRICS_TOKEN: metricsToken },
  async run({ server, replica }) {
    if (!replica) throw new Error('There is no replica.');
    await sleep(2_500);
    await run(replica);
    await sleep(2_500);
    return readBy(server);
  },
});

export const replicaFaults: readonly Fault[] = [
  replicaFault('none, with a replica', () => sleep(2_000)),
  replicaFault('the replica is frozen for 4 s, twice', async (replica) => {
    for (let i = 0; i < 2; i++) {
      replica.signal('SIGSTOP');
      await sleep(4_000);
      replica.signal('SIGCONT');
      await sleep(1_500);
    }
  }),
  replicaFault('the replica crashes and is started again, three times', async (replica) => {
    for (let i = 0; i < 3; i++) {
      await replica.restart();
      await sleep(1_500);
    }
  }),
  replicaFault('the replica replays nothing for 4 s', async (replica) => {
    await replica.sql('SELECT pg_wal_replay_pause()');
    await sleep(4_000);
    await replica.sql('SELECT pg_wal_replay_resume()');
  }),
  replicaFault('the replica ends all connections, twenty times', async (replica) => {
    for (let i = 0; i < 20; i++) {
      await replica.sql(endConnections);
      await sleep(150);
    }
  }),
  replicaFault('the replica is promoted', async (replica) => {
    await replica.sql('SELECT pg_promote()');
    await sleep(2_000);
  }),
];
