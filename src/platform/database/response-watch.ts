import pg from 'pg';
import { DatabaseFault } from './faults.ts';

/** How often connections in use are looked at, in milliseconds. */
const interval = 250;
/** After how long without an answer to a connection the server is probed, in milliseconds. */
const probeAfter = 750;
/** How long the server may take to answer a probe, in milliseconds. */
const probeTimeout = 1_200;

/**
 * Notices a PostgreSQL server that stopped responding without closing its connections: one that is frozen, or beyond a network
 * that drops packets. A statement alone cannot tell it from a server at work on a long query.
 */
export interface ResponseWatch {
  /** @throws DatabaseFault while the server does not respond */
  requireResponsive(): void;
  close(): void;
}

/**
 * Watches the connections of some pools. While one of them is in use for long, a probe connects and asks. If that gets no answer,
 * all connections in use are ended, and the server counts as unresponsive until a probe succeeds.
 */
export function watchResponses(url: string, pools: readonly pg.Pool[]): ResponseWatch {
  const inUse = new Map<pg.PoolClient, number>();
  let answeredAt = 0;
  let isResponsive = true;
  let isProbing = false;
  for (const pool of pools) {
    pool.on('acquire', (client) => {
      inUse.set(client, performance.now());
    });
    pool.on('release', (_error, client) => {
      inUse.delete(client);
    });
  }

  async function look(): Promise<void> {
    const waitsSince = Math.max(answeredAt, Math.min(...inUse.values()));
    const isSlow = inUse.size > 0 && performance.now() - waitsSince >= probeAfter;
    if (isProbing || (isResponsive && !isSlow)) return;
    isProbing = true;
    // Twice: when this process was busy, a timeout can come before an answer that is there already.
    isResponsive = (await probe(url)) || (await probe(url));
    isProbing = false;
    answeredAt = performance.now();
    if (isResponsive) return;
    // Ends a connection at once if it waits for an answer. The statements fail, and the pool drops the connection.
    for (const client of inUse.keys()) void (client as unknown as pg.Client).end().catch(() => {});
  }

  const timer = setInterval(() => void look(), interval).unref();
  return {
    requireResponsive() {
      if (!isResponsive) throw new DatabaseFault('UNRESPONSIVE');
    },
    close: () => clearInterval(timer),
  };
}

/** Whether the server responds, be it with an error. */
async function probe(url: string): Promise<boolean> {
  const timeouts = { connectionTimeoutMillis: probeTimeout, query_timeout: probeTimeout };
  const client = new pg.Client({ connectionString: url, ...timeouts });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch (error) {
    return !/time-?out/i.test((error as Error).message);
  } finally {
    void client.end().catch(() => {});
  }
}
