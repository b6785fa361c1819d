import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';

/*
 * Sends one request to an application, and kills this process as soon as a statement or a line of the log matches. Run by
 * idempotency.crash.test.ts to simulate a crash.
 */

const { QUESTION = '', NOW = '', KILLED_AT = '', ...variables } = process.env;
const heard = (text: string) => {
  if (new RegExp(KILLED_AT).test(text)) process.kill(process.pid, 'SIGKILL');
};
const app = await createApp(parseConfig(variables), {
  clock: { now: () => new Date(NOW) },
  log: pino({ level: 'debug', base: null }, { write: heard }),
  onStatement: heard,
});
const { headers, body } = JSON.parse(QUESTION) as { headers: Record<string, string>; body: object };
await app.fetch(new Request('http://waymark.test/graphql', { method: 'POST', headers, body: JSON.stringify(body) }));
