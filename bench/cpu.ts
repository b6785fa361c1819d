/* CPU time and memory of processes, from Linux's /proc. */
import { readdirSync, readFileSync } from 'node:fs';
import { memoryOf } from '../scripts/processes.ts';
import { onServer } from './database.ts';

/** Clock ticks per second: Linux reports to every process in hundredths. */
const ticksPerSecond = 100;

/** The processes of a server. */
export interface Processes {
  /** The process that was started. Its descendants count. */
  readonly pid: number;
  /** The PostgreSQL database whose backends count, if there is one. */
  readonly database?: string | undefined;
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  /** CPU time in ticks, with that of children that have ended. */
  readonly ticks: number;
}

/** Parses /proc/<pid>/stat. The name is in brackets, and can have brackets and spaces of its own. */
export function parseStat(text: string): Stat {
  const [start, end] = [text.indexOf('('), text.lastIndexOf(')')];
  const fields = text.slice(end + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid: Number.parseInt(text, 10), parent: Number(fields[1]), name: text.slice(start + 1, end), ticks };
}

/** A process with all its descendants. */
export function treeOf(stats: readonly Stat[], root: number): Stat[] {
  const children = Map.groupBy(stats, ({ parent }) => parent);
  const below = (pid: number): Stat[] => (children.get(pid) ?? []).flatMap((stat) => [stat, ...below(stat.pid)]);
  return [...stats.filter(({ pid }) => pid === root), ...below(root)];
}

/** The ticks between two looks. A process that was not there before has used all of its ticks since. */
export function ticksBetween(before: readonly Stat[], after: readonly Stat[]): number {
  const known = new Map(before.map(({ pid, ticks }) => [pid, ticks]));
  return after.reduce((sum, { pid, ticks }) => sum + ticks - (known.get(pid) ?? 0), 0);
}

function readStat(pid: number | string): Stat[] {
  try {
    return [parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'))];
  } catch {
    // It has just ended.
    return [];
  }
}

const allStats = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readStat);

async function look({ pid, database }: Processes): Promise<Stat[]> {
  const backends = database === undefined ? [] : await backendsOf(database);
  return [...treeOf(allStats(), pid), ...backends.flatMap(readStat)];
}

/** The process ids of a database's backends, as far as they run on this machine. */
export async function backendsOf(database: string): Promise<number[]> {
  const rows = await onServer<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE datname = $1', [database]);
  return rows.map(({ pid }) => pid).filter((pid) => readStat(pid).some(({ name }) => name.startsWith('postgres')));
}

/** Does some work, and returns the CPU seconds that the processes of a server used meanwhile. */
export async function cpuSeconds(processes: Processes, work: () => Promise<void>): Promise<number> {
  const before = await look(processes);
  await work();
  return ticksBetween(before, await look(processes)) / ticksPerSecond;
}

/** The resident memory of a process and its descendants, in MB. Backends of a database are not part of it. */
export const residentMegabytes = (pid: number): number =>
  treeOf(allStats(), pid).reduce((sum, stat) => sum + memoryOf(stat.pid, 'VmRSS'), 0);
