import type { Cluster, Server } from './processes.ts';

/** What a fault is done to. */
export interface Scene {
  server: Server;
  /** Null on SQLite. */
  cluster: Cluster | null;
  redis: { url: string; pid: number } | null;
  /** Null unless the fault is one of a replica. */
  replica: Cluster | null;
}

/** A fault, done to a server under load. */
export interface Fault {
  name: string;
  /** Does it. Returns a text if there is more to say. */
  run(scene: Scene): Promise<unknown>;
  /** Only on this engine. Default: both. */
  engine?: 'sqlite' | 'postgresql';
  /** Whether the server uses a Redis. */
  redis?: true;
  /** Whether queries read a replica. Only on PostgreSQL. */
  replica?: true;
  variables?: Record<string, string>;
}
