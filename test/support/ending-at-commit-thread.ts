import { parentPort } from 'node:worker_threads';
import type { ThreadRequest } from '../../src/platform/database/sqlite-thread.ts';

/* A thread of SQLite that ends when it is to commit. */

parentPort?.on('message', ({ sql }: ThreadRequest) => {
  if (sql === 'COMMIT') process.exit(1);
});
await import('../../src/platform/database/sqlite-thread-worker.ts');
