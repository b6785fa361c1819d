/* Which core does what: servers run on the first, the load on the second, if the machine has two and Linux's taskset. */
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const serverCore = '0';
const loadCore = '1';

const isPinned = availableParallelism() >= 2 && spawnSync('taskset', ['-c', serverCore, 'true']).status === 0;

/** How the cores are used, for the report. */
export const coreUse = isPinned
  ? 'Servers ran on one core, with the backends of databases that this user may move, and the load on another.'
  : 'Servers and load shared all cores.';

/** A command as it is run on the servers' core. */
export const onServerCore = (command: readonly string[]): string[] =>
  isPinned ? ['taskset', '-c', serverCore, ...command] : [...command];

/** Moves processes to the servers' core. Those of somebody else stay where they are. */
export function moveToServerCore(pids: readonly number[]): void {
  for (const pid of isPinned ? pids : []) spawnSync('taskset', ['-c', '-p', serverCore, String(pid)]);
}

/** Moves this process to the core of the load. */
export function moveToLoadCore(): void {
  if (isPinned) spawnSync('taskset', ['-a', '-c', '-p', loadCore, String(process.pid)]);
}
