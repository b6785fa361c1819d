/* The servers that are measured, and how each is started. */
import { join } from 'node:path';
import { root } from '../../scripts/root.ts';
import type { DatabaseLocation } from '../../src/platform/database/location.ts';
import type { ServerSpec } from '../server.ts';
import { generateIdiomaticClient } from './idiomatic/generate.ts';

const label = ({ engine }: DatabaseLocation) => (engine === 'sqlite' ? 'SQLite' : 'PostgreSQL');

/** A server on a database of its own, which it may write to. */
export interface Peer {
  /** A short name, which is that of its database too. */
  readonly id: string;
  spec(database: DatabaseLocation, folder: string): Promise<ServerSpec>;
}

/** The bare server that all others are compared with. It runs on SQLite alone. */
export const limit: Peer = {
  id: 'limit',
  spec: async (database) => ({
    name: 'the limit',
    database,
    command: [process.execPath, join(root, 'bench/peers/limit.ts')],
    env: (port) => ({ PORT: String(port), DATABASE_FILE: database.engine === 'sqlite' ? database.file : '' }),
  }),
};

/** Yoga, Pothos and Prisma as their documentation shows them. */
export const idiomatic: Peer = {
  id: 'idiomatic',
  async spec(database) {
    const folder = await generateIdiomaticClient(database.engine);
    return {
      name: `Yoga + Pothos + Prisma, ${label(database)}`,
      database,
      command: [process.execPath, join(root, 'bench/peers/idiomatic/server.ts')],
      env: (port) => ({
        ...{ NODE_ENV: 'production', PORT: String(port), CLIENT_FOLDER: folder },
        ...(database.engine === 'sqlite' ? { DATABASE_FILE: database.file } : { DATABASE_URL: database.url }),
      }),
    };
  },
};

/**
 * Waymark as bin/waymark runs it in production, but without its limit on requests per minute.
 * @param cacheMegabytes how much memory kept responses may take; 0 keeps none
 */
const waymarkWith = (id: string, note: string, cacheMegabytes: number): Peer => ({
  id,
  spec: async (database, folder) => ({
    name: `Waymark, ${label(database)}${note}`,
    database,
    command: [join(root, 'bin/waymark'), 'start'],
    env: (port) => ({
      ...{ NODE_ENV: 'production', PORT: String(port), WAYMARK_DATA_DIR: folder, REQUESTS_PER_MINUTE: '999999999' },
      WAYMARK_SECRET: 'a secret of the benchmark, 0123456789',
      RESPONSE_CACHE_MB: String(cacheMegabytes),
      DATABASE_URL: database.engine === 'sqlite' ? `file:${database.file}` : database.url,
    }),
  }),
});

/** Waymark without the cache of responses: every request is executed, though the same ones come again. */
export const waymark = waymarkWith('waymark', '', 0);

/** Waymark as it is, for clients that ask again what they asked before while nothing is written. */
export const waymarkKeeping = waymarkWith('keeping', ', responses kept', 16);
