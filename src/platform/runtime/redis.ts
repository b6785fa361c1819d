import type { Redis } from 'ioredis';

/**
 * A connection to Redis. The server runs on while Redis is away: commands then fail at once, callers do without, and the client
 * reconnects by itself.
 */
export async function connectRedis(url: string): Promise<Redis> {
  // Loaded on demand: most servers have no Redis.
  const { Redis } = await import('ioredis');
  return new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 }).on('error', () => {});
}
