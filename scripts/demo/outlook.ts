/**
 * `npm run demo:outlook`: a server whose Outlook and To Do are played by a fake of Microsoft Graph on this machine, to look at them
 * without an account. Everything is in a folder that is deleted at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeGraph } from '../../test/support/fakes/graph/server.ts';
import { fillCalendar, fillTodo } from './mailbox.ts';

const { HOST: host = '127.0.0.1', PORT: port = '4000' } = process.env;
const clock = { now: () => new Date() };
const fake = await createFakeGraph(clock, `http://${host}:${port}`);
fillCalendar(fake.calendarOf('ada'), clock.now());
fillTodo(fake.todoOf('ada'), clock.now());

const folder = mkdtempSync(join(tmpdir(), 'waymark-demo-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
// No .env and no database of a server that is in use.
process.chdir(folder);
for (const name of ['DATABASE_URL', 'REDIS_URL', 'NODE_ENV', 'SMTP_URL', 'MAIL_FROM']) delete process.env[name];
Object.assign(process.env, fake.variables, { HOST: host, PORT: port, WAYMARK_DATA_DIR: folder });

process.stdout.write(`Microsoft Graph is played by a fake at ${fake.url}: nothing leaves this machine, and nothing is kept.

Open the link below, and connect Outlook in GraphiQL:

  mutation {
    startIntegrationSignIn(input: { provider: OUTLOOK, method: CODE, permissions: [WRITE_CALENDAR, WRITE_TASKS] }) {
      ... on StartIntegrationSignInPayload { authorizationUrl }
      ... on Error { message }
    }
  }

Open its authorizationUrl in the same browser. Seconds later, the meetings of ada@contoso.example are there, and her lists of To Do.

`);
const { main } = await import('../../src/main.ts');
const code = await main(['start']);
// A started server keeps running.
if (code !== 0) process.exit(code);
