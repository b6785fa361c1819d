import type { Redis } from 'ioredis';

/**
 * A connection to Redis. One that is away must not stop the server: what is asked of it meanwhile fails at once, for whoever
 * asks to do without, and the client connects again by itself.
 */
export async function connectRedis(url: string): Promise<Redis> {
  // Loaded only where it is used: most servers have no Redis.
  const { Redis } = await import('ioredis');
  return new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 }).on('error', () => {});
}
