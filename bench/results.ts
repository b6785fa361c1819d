/* The parts of a run, each of which makes a table. */
import { type Beside, measureBeside } from './beside.ts';
import { residentMegabytes } from './cpu.ts';
import type { Names } from './data.ts';
import type { Databases } from './database.ts';
import { knows, requestsOf } from './dialect.ts';
import { requireEqualAnswers } from './equality.ts';
import { type Growth, measureGrowth } from './growth.ts';
import { type Effort, type Figures, measure } from './measure.ts';
import type { Options } from './options.ts';
import { idiomatic, limit, type Peer, waymark, waymarkKeeping } from './peers/peers.ts';
import type { Seeded } from './seed.ts';
import { type Server, type ServerSpec, startServer } from './server.ts';
import { measureStarts, type Start } from './start.ts';
import { workloads } from './workloads.ts';

/** What was measured of one server. */
export interface ServerResult {
  readonly name: string;
  readonly start: Start;
  readonly loadedMegabytes: number;
  /** By workload. A server need not know all of them. */
  readonly figures: ReadonlyMap<string, Figures>;
}

/** Where a run happens. */
export interface Bench {
  readonly options: Options;
  readonly folder: string;
  /** Of SQLite, and of PostgreSQL if it is measured. */
  readonly databases: readonly Databases[];
  /** The usual data, in the same order. */
  readonly usual: Seeded;
  /** Further servers to measure. */
  readonly others: readonly Peer[];
}

/** A request that only somebody who is signed in gets an answer to. */
const firstRequest = ({ dialect }: ServerSpec, names: Names) => requestsOf(dialect, 'W3', names)[0] as string;

/** Starts servers on copies of the data, does some work with them, and stops them. */
async function withServers<T>(
  specs: readonly ServerSpec[],
  folder: string,
  names: Names,
  work: (servers: Server[]) => Promise<T>,
): Promise<T> {
  const servers: Server[] = [];
  try {
    for (const spec of specs) servers.push(await startServer(spec, folder, firstRequest(spec, names)));
    return await work(servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
  }
}

/** The specification of each server, on a copy of the data. */
async function specsOf({ options, folder, databases, usual, others }: Bench): Promise<ServerSpec[]> {
  const specs: ServerSpec[] = [];
  for (const [index, location] of usual.locations.entries()) {
    const isSqlite = location.engine === 'sqlite';
    const peers = isSqlite ? [limit] : others;
    const measured = options.engines.includes(location.engine) ? [...peers, idiomatic, waymark, waymarkKeeping] : peers;
    for (const peer of measured) {
      const copy = await databases[index]?.copy(location, peer.id);
      if (copy) specs.push(await peer.spec(copy, folder));
    }
  }
  return specs;
}

/** Reads come first. */
const rankOf = (name: string) => (workloads[name]?.writes ? 1 : 0);

/** Measures the workloads, the starts and the memory of all servers. */
export async function measureServers(bench: Bench, progress: (text: string) => void): Promise<ServerResult[]> {
  const { options, folder, usual } = bench;
  const specs = await specsOf(bench);
  const starts: Start[] = [];
  for (const spec of specs) {
    progress(`starts of ${spec.name}`);
    starts.push(await measureStarts(spec, folder, firstRequest(spec, usual.names), options.quick ? 1 : 7));
  }
  return withServers(specs, folder, usual.names, async (servers) => {
    const knowing = (name: string) => servers.filter(({ spec }) => knows(spec.dialect, name));
    for (const name of options.workloads) {
      await requireEqualAnswers(knowing(name), name, usual.names);
    }
    progress('all servers answer alike');
    const effort: Effort = options.quick ? { rounds: 2, milliseconds: 300 } : { rounds: 6, milliseconds: 1_000 };
    const figures = servers.map(() => new Map<string, Figures>());
    // The data stay equal until all reads are measured: the servers write as much as they can, each another number of tasks.
    for (const name of options.workloads.toSorted((a, b) => rankOf(a) - rankOf(b))) {
      progress(name);
      const measured = knowing(name);
      for (const [index, of] of (await measure(measured, name, usual.names, effort)).entries()) {
        figures[servers.indexOf(measured[index] as Server)]?.set(name, of);
      }
    }
    return servers.map((server, index) => ({
      name: server.name,
      start: starts[index] as Start,
      loadedMegabytes: residentMegabytes(server.processes.pid),
      figures: figures[index] as Map<string, Figures>,
    }));
  });
}

/** What was measured of Waymark with much data on one engine. A part that did not run is empty. */
export interface EngineResult {
  readonly name: string;
  readonly growth: readonly Growth[];
  readonly beside: readonly Beside[];
}

/** Measures how requests to Waymark grow with the data, and how they hold up each other, on each engine. */
export async function measureEngines(
  bench: Bench,
  large: Seeded,
  progress: (text: string) => void,
): Promise<EngineResult[]> {
  const { options, folder, databases, usual } = bench;
  const results: EngineResult[] = [];
  for (const [index, location] of usual.locations.entries()) {
    const largeLocation = large.locations.find(({ engine }) => engine === location.engine);
    const copy = largeLocation && (await databases[index]?.copy(location, 'small'));
    if (!copy) continue;
    const specs = [await waymark.spec(copy, folder), await waymark.spec(largeLocation, folder)];
    await withServers(specs, folder, usual.names, async ([small, other]) => {
      if (!small || !other) return;
      const [hasGrowth, hasBeside] = [options.parts.includes('growth'), options.parts.includes('beside')];
      if (hasGrowth) progress('growth');
      const rounds = options.quick ? 12 : 60;
      const growth = hasGrowth ? await measureGrowth([small, other], [usual.names, large.names], rounds) : [];
      if (hasBeside) progress('requests beside long ones');
      const beside = hasBeside ? await measureBeside(other, large.names, options.quick ? 3_000 : 10_000) : [];
      results.push({ name: small.name, growth, beside });
    });
  }
  return results;
}
