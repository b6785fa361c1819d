/* The report of a run: Markdown for the terminal, and for docs/PERFORMANCE.md. */
import { cpus } from 'node:os';
import { coreUse } from './cores.ts';
import { otherTasks } from './data.ts';
import type { Options } from './options.ts';
import type { Ratio } from './ratios.ts';
import type { EngineResult, ServerResult } from './results.ts';
import { format, table } from './table.ts';
import { workloads } from './workloads.ts';

/** The results of a run. A part that did not run is empty. */
export interface Results {
  readonly servers: readonly ServerResult[];
  readonly engines: readonly EngineResult[];
  readonly ratios: readonly Ratio[];
  /** What was left out, and why. */
  readonly skipped: readonly string[];
}

const count = (number: number) => number.toLocaleString('en-GB');

/** The number of the owner's tasks in the usual data. */
export const usualTasks = 2_000;

/** The report as Markdown. */
export function report(options: Options, { servers, engines, ratios, skipped }: Results): string {
  const sections = [
    intro(options),
    ...(skipped.length > 0 ? [`Left out: ${skipped.join('; ')}.`] : []),
    ...(servers.length > 0 ? [throughput(options, servers), latency(options, servers), footprint(servers)] : []),
    ...(options.parts.includes('growth') ? [growth(options, engines)] : []),
    ...(options.parts.includes('beside') ? [beside(options, engines)] : []),
    ...(ratios.length > 0 ? [within(ratios)] : []),
  ];
  return `${sections.join('\n\n')}\n`;
}

function intro({ quick }: Options): string {
  const machine = `${cpus().length} CPUs (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${process.platform}`;
  return `# Performance

Measured by \`npm run bench${quick ? ' -- --quick' : ''}\` on ${machine}. Run it on your machine: ratios travel, times do not.

One person has ${count(usualTasks)} tasks with goals and labels, beside ${count(otherTasks)} tasks of others. All servers run at once on
equal data, answer the same requests with the same bytes (checked before anything is timed; writes up to ids and times), and are measured in
turns, in short bursts over kept-alive connections. ${coreUse}
Figures are medians of rounds. Factors below 1.1 are noise. [bench/README.md](../bench/README.md) describes the servers and the method.

The limit is a bare node:http server that runs prepared statements of better-sqlite3 on Waymark's own tables. It parses no GraphQL, signs
nobody in and checks nothing: no server on this runtime does the same work for less.

${table(
  ['Workload', ''],
  Object.entries(workloads).map(([name, { description }]) => [name, description]),
)}`;
}

/** A column of the table of CPU time. Requests that write are measured one by one, too: those at once share commits. */
interface Column {
  readonly heading: string;
  readonly of: (figures: ServerResult['figures'] | undefined) => number;
}

const columnsOf = (name: string): Column[] => [
  { heading: name, of: (figures) => figures?.get(name)?.cpu ?? Number.NaN },
  ...(workloads[name]?.writes
    ? [{ heading: `${name} one by one`, of: (figures) => figures?.get(name)?.cpuAlone ?? Number.NaN } satisfies Column]
    : []),
];

function throughput({ workloads: names }: Options, servers: readonly ServerResult[]): string {
  const [limit] = servers;
  const columns = names.flatMap(columnsOf);
  const rows = servers.map(({ name, figures }) => [
    name,
    ...columns.map(({ of }) => format(of(limit?.figures) / of(figures))),
  ]);
  const first = ['the limit: CPU time of a request, µs', ...columns.map(({ of }) => format(of(limit?.figures)))];
  return `## Requests per CPU second, as a ratio to the limit

CPU time is that of all processes of a server, with the backends of its database. More is better. Eight requests are sent at once.

${table(['', ...columns.map(({ heading }) => heading)], [first, ...rows.slice(1)])}`;
}

function latency({ workloads: names }: Options, servers: readonly ServerResult[]): string {
  const rows = servers.map(({ name, figures }) => [
    name,
    ...names.map((workload) => {
      const of = figures.get(workload);
      return of ? `${format(of.p50)} / ${format(of.p99)}` : '–';
    }),
  ]);
  return `## Latency: p50 / p99, ms

Of one connection, without other load.

${table(['', ...names], rows)}`;
}

function footprint(servers: readonly ServerResult[]): string {
  const rows = servers.map(({ name, start, loadedMegabytes }) => [
    ...[name, format(start.milliseconds), format(start.idleMegabytes), format(loadedMegabytes)],
  ]);
  return `## Start and memory

From the start of the process to the first answer to somebody who is signed in. Resident memory of the server, without its database's: a
second after the start, and after all workloads.

${table(['', 'start, ms', 'idle, MB', 'loaded, MB'], rows)}`;
}

function growth({ rows: tasks }: Options, engines: readonly EngineResult[]): string {
  const tables = engines.map(({ name, growth: requests }) => {
    const rows = requests.map(({ name: request, small, large }) => [
      request,
      small === null ? 'refused' : format(small),
      large === null ? 'refused' : format(large),
      small === null || large === null ? '–' : format(large / small),
    ]);
    return `${name}:\n\n${table(['', `${count(usualTasks)}, ms`, `${count(tasks)}, ms`, 'ratio'], rows)}`;
  });
  return `## Growth from ${count(usualTasks)} to ${count(tasks)} tasks of one person\n\n${tables.join('\n\n')}`;
}

function beside({ rows: tasks }: Options, engines: readonly EngineResult[]): string {
  const tables = engines.map(({ name, beside: works }) => {
    const rows = works.map(({ name: work, p50, p99, max, long }) => [
      ...[work, format(p50), format(p99), format(max), format(long)],
    ]);
    return `${name}:\n\n${table(['beside', 'p50, ms', 'p99, ms', 'max, ms', 'the other, ms'], rows)}`;
  });
  return `## One task by id while something else runs

A task by its id is asked for every 10 ms, whether the last one was answered or not, of an account with ${count(tasks)} tasks. Beside it
something that takes long runs again and again, whose median is the last column.

${tables.join('\n\n')}`;
}

function within(ratios: readonly Ratio[]): string {
  const rows = ratios.map(({ name, first, second }) => [name, format(first), format(second), format(first / second)]);
  return `## Ratios within Waymark, on SQLite\n\n${table(['', 'first, ms', 'second, ms', 'ratio'], rows)}`;
}
