/**
 * `npm run demo:outlook`: a server whose Outlook, To Do and Miro are played by fakes on this machine, to look at them without an
 * account. Everything is in a folder that is deleted at the end.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFakeGraph } from '../../test/support/fakes/graph/server.ts';
import { createFakeMiro } from '../../test/support/fakes/miro/server.ts';
import { fillBoards } from './board.ts';
import { openDesk } from './desk.ts';
import { fillCalendar, fillTodo } from './mailbox.ts';

const { HOST: host = '127.0.0.1', PORT: port = '4000' } = process.env;
const clock = { now: () => new Date() };
const address = `http://${host}:${port}`;
const graph = await createFakeGraph(clock, address);
fillCalendar(graph.calendarOf('ada'), clock.now());
fillTodo(graph.todoOf('ada'), clock.now());
const miro = await createFakeMiro(clock, address);
fillBoards(miro.boards, 'ada');
const desk = await openDesk(graph, miro);

const folder = mkdtempSync(join(tmpdir(), 'waymark-demo-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
// No .env and no database of a server that is in use.
process.chdir(folder);
for (const name of ['DATABASE_URL', 'REDIS_URL', 'NODE_ENV', 'SMTP_URL', 'MAIL_FROM']) delete process.env[name];
Object.assign(process.env, graph.variables, miro.variables, { HOST: host, PORT: port, WAYMARK_DATA_DIR: folder });

process.stdout.write(`Microsoft Graph is played by a fake at ${graph.url}, Miro by one at ${miro.url}: nothing leaves this machine, and nothing is kept.

The desk shows what they have, and changes it as somebody there does: ${desk}

Open the link to sign in that is printed below, and connect Outlook in GraphiQL:

  mutation {
    startIntegrationSignIn(input: { provider: OUTLOOK, method: CODE, permissions: [WRITE_CALENDAR, WRITE_TASKS] }) {
      ... on StartIntegrationSignInPayload { authorizationUrl }
      ... on Error { message }
    }
  }

Open its authorizationUrl in the same browser. Seconds later, the meetings of ada@contoso.example are there, and her lists of To Do.
For Miro, do the same with: { provider: MIRO, method: CODE }. Its boards are Plans and Retrospective.

`);
const { main } = await import('../../src/main.ts');
const code = await main(['start']);
// A started server keeps running.
if (code !== 0) process.exit(code);
