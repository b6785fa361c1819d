/* Measures servers side by side: short bursts in turns, so that other load on the machine meets all of them. */
import { moveToServerCore } from './cores.ts';
import { backendsOf, cpuSeconds } from './cpu.ts';
import type { Names } from './data.ts';
import { requestsOf } from './dialect.ts';
import { burst } from './load.ts';
import type { Server } from './server.ts';
import { median, quantile } from './table.ts';

/** How long and how often is measured. */
export interface Effort {
  readonly rounds: number;
  /** The length of a burst over several connections, of which the CPU time is taken. */
  readonly milliseconds: number;
}

/** The connections of a burst. Latencies are measured on a single one. */
const connections = 8;

/** What was measured of one server. */
export interface Figures {
  /** CPU time of a request, in microseconds. */
  readonly cpu: number;
  /** The time to the whole answer, in milliseconds, without other load. */
  readonly p50: number;
  readonly p99: number;
}

/** Measures a workload on each server. */
export async function measure(
  servers: readonly Server[],
  workload: string,
  names: Names,
  { rounds, milliseconds }: Effort,
): Promise<Figures[]> {
  const bodies = servers.map(({ spec }) => requestsOf(spec.dialect, workload, names));
  const cpu = servers.map((): number[] => []);
  const latencies = servers.map((): number[] => []);
  // The first round warms up: compilers, caches, and connections to databases.
  for (let round = 0; round <= rounds; round++) {
    for (const [index, server] of servers.entries()) {
      const { database } = server.processes;
      let count = 0;
      const seconds = await cpuSeconds(server.processes, async () => {
        ({ count } = await burst(server, bodies[index] ?? [], { connections, milliseconds }));
      });
      const alone = await burst(server, bodies[index] ?? [], { connections: 1, milliseconds: milliseconds / 2 });
      if (round === 0 && database) moveToServerCore(await backendsOf(database));
      if (round === 0) continue;
      cpu[index]?.push((seconds / count) * 1e6);
      latencies[index]?.push(...alone.latencies);
    }
  }
  return servers.map((_server, index) => {
    const times = latencies[index] ?? [];
    return { cpu: median(cpu[index] ?? []), p50: median(times), p99: quantile(times, 0.99) };
  });
}
