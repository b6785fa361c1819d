import { once } from 'node:events';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename } from 'node:path';
import type { Config } from '../config.ts';

/* Imports nothing that is generated: bin/waymark.js tries the port before it prepares the program. */

type Place = Pick<Config, 'host' | 'port'>;

/** The port is in use. */
export class PortInUseError extends Error {
  override name = 'PortInUseError';
}

/** Who listens at a port: `Waymark` for a healthy server of ours, and the process as far as this machine tells. */
export interface PortHolder {
  readonly isWaymark: boolean;
  /** Such as `node, process 1234`. Null if the system or another user's process does not tell. */
  readonly program: string | null;
}

/** Who holds the port of the configuration. Null if it is free. @throws Error if it cannot be listened to at all */
export async function portHolder({ host, port }: Place): Promise<PortHolder | null> {
  try {
    const probe = createServer().listen(port, host);
    await once(probe, 'listening');
    await new Promise((resolve) => probe.close(resolve));
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return { isWaymark: await isWaymarkAt({ host, port }), program: programAt(port) };
  }
}

/** @throws PortInUseError that says who holds the port, and how to choose another one */
export async function requireFreePort(place: Place): Promise<void> {
  const { port } = place;
  const holder = await portHolder(place);
  if (!holder) return;
  const another = `PORT=${port < 65_535 ? port + 1 : port - 1} npm start`;
  throw new PortInUseError(
    holder.isWaymark
      ? `Waymark is already running at port ${port}${holder.program ? ` (${holder.program})` : ''}. "npm run link" prints a link to it. To run another one beside it, choose a port and a data folder: WAYMARK_DATA_DIR=./other ${another}`
      : `Port ${port} is in use by ${holder.program ?? 'another program'}. Stop it, or choose another port: ${another}`,
  );
}

/** Whether a healthy server of ours responds. */
async function isWaymarkAt({ host, port }: Place): Promise<boolean> {
  // A server that listens on every address also listens on the loopback address.
  const name = ({ '0.0.0.0': '127.0.0.1', '::': '::1' } as Record<string, string>)[host] ?? host;
  try {
    const response = await fetch(`http://${name.includes(':') ? `[${name}]` : name}:${port}/health`, {
      signal: AbortSignal.timeout(5_000),
    });
    return response.ok && response.headers.get('server') === 'Waymark';
  } catch {
    return false;
  }
}

/** The state of a listening socket in Linux' tables of sockets. */
const listening = '0A';

/** The process that listens at a port, on Linux: by the socket's inode, which is among the open files of the process. */
function programAt(port: number): string | null {
  const inHex = port.toString(16).toUpperCase().padStart(4, '0');
  try {
    const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) =>
      readFileSync(table, 'utf8')
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
        .filter(([, local, , state]) => local?.endsWith(`:${inHex}`) && state === listening)
        .map((columns) => `socket:[${columns[9]}]`),
    );
    const id = readdirSync('/proc').find((name) => /^\d+$/.test(name) && holdsOneOf(name, sockets));
    return id === undefined ? null : `${basename(readlinkSync(`/proc/${id}/exe`))}, process ${id}`;
  } catch {
    return null;
  }
}

function holdsOneOf(id: string, sockets: readonly string[]): boolean {
  try {
    const folder = `/proc/${id}/fd`;
    return readdirSync(folder).some((file) => sockets.includes(linkAt(`${folder}/${file}`)));
  } catch {
    // A process of somebody else, or one that has ended.
    return false;
  }
}

function linkAt(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
