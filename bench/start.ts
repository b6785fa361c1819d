/* Cold starts, and the memory of a server that has just started. */
import { setTimeout as sleep } from 'node:timers/promises';
import { residentMegabytes } from './cpu.ts';
import { type ServerSpec, startServer } from './server.ts';
import { median } from './table.ts';

/** What starting a server takes. */
export interface Start {
  /** From the start of the process to the first answer to somebody who is signed in, in milliseconds: the median. */
  readonly milliseconds: number;
  /** Resident memory some seconds later, in MB. */
  readonly idleMegabytes: number;
}

/** Starts a server several times, one after another. */
export async function measureStarts(spec: ServerSpec, folder: string, body: string, times: number): Promise<Start> {
  const started: number[] = [];
  const idle: number[] = [];
  for (let time = 0; time < times; time++) {
    const server = await startServer(spec, folder, body);
    started.push(server.startMilliseconds);
    await sleep(1_000);
    idle.push(residentMegabytes(server.processes.pid));
    await server.stop();
  }
  return { milliseconds: median(started), idleMegabytes: median(idle) };
}
