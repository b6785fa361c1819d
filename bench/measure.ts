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
  /** CPU time of a request, in microseconds: of several connections, and of one. */
  readonly cpu: number;
  readonly cpuAlone: number;
  /** The time to the whole answer, in milliseconds, without other load. */
  readonly p50: number;
  readonly p99: number;
}

/** How long the first burst takes at least, in milliseconds: compilers have to have seen a request some thousand times. */
const warmUp = 2_000;

/**
 * How long each server is asked before a burst is measured, in milliseconds: while the others had their turns, caches and, in a
 * virtual machine, tables of pages have forgotten it, the more the larger it is. A server that is asked all the time does not meet that.
 */
const leadIn = 400;

/** Measures a workload on each server. */
export async function measure(
  servers: readonly Server[],
  workload: string,
  names: Names,
  { rounds, milliseconds }: Effort,
): Promise<Figures[]> {
  const bodies = servers.map(({ spec }) => requestsOf(spec.dialect, workload, names));
  const cpu = servers.map((): number[] => []);
  const cpuAlone = servers.map((): number[] => []);
  const latencies = servers.map((): number[] => []);
  // The first round warms up: compilers, caches, and connections to databases.
  for (let round = 0; round <= rounds; round++) {
    for (const [index, server] of servers.entries()) {
      const { database } = server.processes;
      const requests = bodies[index] ?? [];
      const length = round === 0 ? Math.max(milliseconds, warmUp) : milliseconds;
      if (round > 0) await burst(server, requests, { connections, milliseconds: Math.min(leadIn, milliseconds) });
      const several = await spent(server, requests, { connections, milliseconds: length });
      const alone = await spent(server, requests, { connections: 1, milliseconds: length / 2 });
      if (round === 0 && database) moveToServerCore(await backendsOf(database));
      if (round === 0) continue;
      cpu[index]?.push(several.cpu);
      cpuAlone[index]?.push(alone.cpu);
      latencies[index]?.push(...alone.latencies);
    }
  }
  return servers.map((_server, index) => {
    const times = latencies[index] ?? [];
    const [ofSeveral, ofOne] = [cpu, cpuAlone].map((all) => median(all[index] ?? [])) as [number, number];
    return { cpu: ofSeveral, cpuAlone: ofOne, p50: median(times), p99: quantile(times, 0.99) };
  });
}

/** A burst, and the CPU time of each of its requests, in microseconds. */
async function spent(
  server: Server,
  bodies: readonly string[],
  size: { connections: number; milliseconds: number },
): Promise<{ cpu: number; latencies: readonly number[] }> {
  let latencies: readonly number[] = [];
  const seconds = await cpuSeconds(server.processes, async () => {
    ({ latencies } = await burst(server, bodies, size));
  });
  return { cpu: (seconds / latencies.length) * 1e6, latencies };
}
