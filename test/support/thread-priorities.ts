import { readdirSync } from 'node:fs';
import { getPriority } from 'node:os';
import { startSqliteThread } from '../../src/platform/database/sqlite-thread.ts';

/* A process that reads the SQLite file of its argument in a thread. Prints what it read, and the niceness of its threads. */

const [, , file = ''] = process.argv;
const thread = startSqliteThread({ file, readonly: true });
const { rows } = await thread.query('SELECT 1');
const ofThreads = readdirSync('/proc/self/task').map((id) => getPriority(Number(id)));
const printed = { rows, own: getPriority(), least: Math.min(...ofThreads), most: Math.max(...ofThreads) };
process.stdout.write(JSON.stringify(printed));
await thread.close();
