import { parentPort } from 'node:worker_threads';

/* A thread that ends with its first statement, in place of `src/platform/database/sqlite-thread-worker.ts`. */

parentPort?.on('message', () => process.exit(1));
