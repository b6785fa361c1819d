import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { cookieOf } from '../support/browser.ts';
import { startCommand, temporaryFolder } from '../support/command.ts';

const file = join(import.meta.dirname, '../../scripts/demo/outlook.ts');

test('the demo of Outlook runs without an account: a sign-in brings a year of meetings and the lists of To Do', async () => {
  const PORT = String(await freePort());
  const cwd = temporaryFolder();
  // What a server of one's own is set up with is left alone.
  const variables = { PORT, DATABASE_URL: `file:${join(cwd, 'own.db')}` };
  const server = startCommand([], variables, { cwd, file });
  const [link] = await server.prints(/http:\/\/127\.0\.0\.1:\d+\/sign-in\?token=[\w-]{43}/);
  const cookie = cookieOf(await fetch(link, { redirect: 'manual' }));
  async function ask(query: string) {
    const headers = { cookie, 'content-type': 'application/json', 'x-waymark-csrf': '1' };
    const response = await fetch(`http://127.0.0.1:${PORT}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data: Record<string, object> };
  }
  const { data } = await ask(`mutation { startIntegrationSignIn(input: { provider: OUTLOOK, method: CODE,
    permissions: [WRITE_CALENDAR, WRITE_TASKS] }) { ... on StartIntegrationSignInPayload { authorizationUrl } } }`);
  const { authorizationUrl } = Object(data.startIntegrationSignIn) as { authorizationUrl: string };
  const back = (await fetch(authorizationUrl, { redirect: 'manual' })).headers.get('location') ?? '';
  expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
  const wanted = '{ integrations { state connectedTo todoLists { name } } meetings { totalCount } }';
  let found = await ask(wanted);
  for (let tries = 0; tries < 300 && Object(found.data.meetings).totalCount < 500; tries++) {
    await sleep(200);
    found = await ask(wanted);
  }
  expect(found.data).toMatchObject({
    integrations: [{ state: 'CONNECTED', connectedTo: 'ada@contoso.example' }],
    meetings: { totalCount: expect.any(Number) },
  });
  expect(Object(found.data.meetings).totalCount).toBeGreaterThan(500);
  expect(existsSync(join(cwd, 'own.db'))).toBe(false);
}, 120_000);
