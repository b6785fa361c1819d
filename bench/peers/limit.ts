/*
 * The limit: a bare node:http server with prepared statements on Waymark's own tables, which answers the workloads with the same
 * JSON. It parses no GraphQL, signs nobody in and checks nothing. What it takes is what the work itself takes on this runtime.
 */
import { createServer } from 'node:http';
import BetterSqlite3 from 'better-sqlite3';
import { createReads } from './limit-reads.ts';
import { createTaskWriter } from './limit-writes.ts';

const db = new BetterSqlite3(process.env.DATABASE_FILE);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
const { id: ownerId } = db.prepare(`SELECT "id" FROM "Account" WHERE "role" = 'OWNER'`).get() as { id: string };

// biome-ignore lint/suspicious/noExplicitAny: each workload knows its variables
const answers: Record<string, (variables: any) => object> = {
  ...createReads(db, ownerId),
  W4: createTaskWriter(db, ownerId),
};

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { operationName, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const body = JSON.stringify({ data: answers[operationName]?.(variables) });
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
