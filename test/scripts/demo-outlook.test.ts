import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { cookieOf } from '../support/browser.ts';
import { startCommand, temporaryFolder } from '../support/command.ts';

const file = join(import.meta.dirname, '../../scripts/demo/outlook.ts');

test('the demo runs without an account: a sign-in brings a year of meetings, To Do and boards, and the desk changes them', async () => {
  const PORT = String(await freePort());
  const cwd = temporaryFolder();
  // What a server of one's own is set up with is left alone.
  const variables = { PORT, DATABASE_URL: `file:${join(cwd, 'own.db')}` };
  const server = startCommand([], variables, { cwd, file });
  const [, desk = ''] = await server.prints(/does: (http:\/\/127\.0\.0\.1:\d+\/)/);
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
  for (const input of [
    'provider: OUTLOOK, method: CODE, permissions: [WRITE_CALENDAR, WRITE_TASKS]',
    'provider: MIRO, method: CODE',
  ]) {
    const { data } = await ask(`mutation { startIntegrationSignIn(input: { ${input} })
      { ... on StartIntegrationSignInPayload { authorizationUrl } } }`);
    const { authorizationUrl } = Object(data.startIntegrationSignIn) as { authorizationUrl: string };
    const back = (await fetch(authorizationUrl, { redirect: 'manual' })).headers.get('location') ?? '';
    expect((await fetch(back, { headers: { cookie } })).status).toBe(200);
  }
  const wanted =
    '{ integrations { state connectedTo todoLists { name } } meetings { totalCount } miroBoards { name } }';
  let found = await ask(wanted);
  const isThere = ({ data }: typeof found) =>
    Object(data.meetings).totalCount > 500 && Object(data.miroBoards).length === 2;
  for (let tries = 0; tries < 300 && !isThere(found); tries++) {
    await sleep(200);
    found = await ask(wanted);
  }
  expect(found.data).toMatchObject({
    integrations: [
      { state: 'CONNECTED', connectedTo: 'ada@contoso.example', todoLists: [{ name: 'Tasks' }, { name: 'Reading' }] },
      { state: 'CONNECTED' },
    ],
    miroBoards: [{ name: 'Plans' }, { name: 'Retrospective' }],
  });
  expect(isThere(found)).toBe(true);
  expect(existsSync(join(cwd, 'own.db'))).toBe(false);
  const page = async () => (await fetch(desk)).text();
  const [, id = ''] = /value="([^"]+)"><input name="text" value="Peopleware"/.exec(await page()) ?? [];
  const body = new URLSearchParams({ act: 'rename', id, text: '<Peopleware>' });
  expect((await fetch(desk, { method: 'POST', body })).status).toBe(200);
  expect(await page()).toContain('value="&lt;Peopleware&gt;"');
}, 120_000);
