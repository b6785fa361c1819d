import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { expect, onTestFinished, test } from 'vitest';
import { createListeningApp, type ListeningApp } from '../clients/listening.ts';
import { createTestApp, type SignedInPerson } from '../support/app.ts';
import { cookieOf, openLink, ownersLink } from '../support/browser.ts';
import { commandFile, temporaryFolder } from '../support/command.ts';
import { leaveToCI } from '../support/services.ts';

/** The SDK's own client, connected until the test is over. */
async function connected(transport: Transport) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  onTestFinished(() => client.close());
  const call = async (name: string, given: Record<string, unknown> = {}) => {
    const result = await client.callTool({ name, arguments: given });
    const [{ text }, ...more] = result.content as [{ text: string }, ...{ text: string }[]];
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
    return { isError: result.isError === true, data: result.structuredContent as any, text, undo: more[0]?.text };
  };
  const toolNames = async () => (await client.listTools()).tools.map(({ name }) => name);
  return { client, call, toolNames };
}

async function overHttp(app: ListeningApp, person: SignedInPerson, scopes = ['READ', 'WRITE']) {
  const { token } = await person.mutate('createAccessToken', { name: 'Assistant', scopes }, 'token');
  const requestInit = { headers: { authorization: `Bearer ${token}` } };
  return connected(new StreamableHTTPClientTransport(new URL(`${app.origin}/mcp`), { requestInit }));
}

const reading = [
  ...['today', 'plan_day', 'search', 'list_tasks', 'meeting_brief', 'readiness', 'weekly_review', 'review_packet'],
  'run_query',
];
const writing = ['add_task', 'complete_task', 'commit_plan', 'log_energy', 'log_learning', 'undo'];

test('an assistant reads and writes by tools, and undoes what it wrote', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { call, toolNames } = await overHttp(app, ada);
  expect(await toolNames()).toEqual([...reading, ...writing]);

  const added = await call('add_task', { text: 'Write the talk today 60m #deep !high' });
  expect(added.data).toMatchObject({ task: { title: 'Write the talk', labels: [{ name: 'deep' }] } });
  expect(added.undo).toBe(`Written as ${added.data.changeSet.id}. To undo it, call undo with this changeSetId.`);
  const { id } = added.data.task;
  expect((await call('today')).data.day).toMatchObject({ date: '2026-11-23', tasks: { nodes: [{ id }] } });
  expect((await call('list_tasks', { dueBy: 'P7D' })).data.tasks.totalCount).toBe(0);
  expect((await call('list_tasks')).data.tasks.nodes).toMatchObject([{ id, priority: 'HIGH' }]);
  expect((await call('search', { text: 'talks' })).data.search.nodes).toMatchObject([{ type: 'TASK', node: { id } }]);

  const { planHash, placements } = (await call('plan_day')).data.planDay;
  expect(placements).toMatchObject([{ task: { id } }]);
  expect((await call('commit_plan', { planHash })).data.tasks).toMatchObject([
    { id, scheduledAt: placements[0].startsAt },
  ]);
  const again = await call('commit_plan', { planHash: `${planHash}x` });
  expect(again).toMatchObject({ isError: true, text: expect.stringMatching(/^[A-Z_]+: /) });
  expect((await call('complete_task', { id })).data.task).toMatchObject({ id, status: 'DONE' });
  expect((await call('log_energy', { energy: 4 })).data.energyEntry).toMatchObject({ energy: 4, mood: null });
  const learned = await call('log_learning', { title: 'Keyset paging', confidence: 3 });
  expect((await call('weekly_review')).text).toMatch(/^# Week from 2026-11-23[\s\S]+Keyset paging/);
  expect((await call('review_packet', { from: '-P1M' })).text).toContain('Keyset paging');

  await ada.mutate('createMeeting', { title: '1:1', startsAt: 'PT1H', endsAt: 'PT2H' });
  const { meeting } = (await call('meeting_brief')).data;
  expect((await call('meeting_brief', { meetingId: meeting.id })).data.meeting).toEqual(meeting);
  const role = await ada.mutate('createRoleProfile', { title: 'Staff engineer', requirements: [] });
  expect((await call('readiness')).data.roleProfiles.nodes).toMatchObject([{ id: role.id, title: 'Staff engineer' }]);
  expect((await call('readiness', { roleId: role.id })).data.readiness.role.id).toBe(role.id);

  const undone = await call('undo', { changeSetId: learned.data.changeSet.id });
  expect(undone.undo).toMatch(/^Written as ChangeSet:/);
  const query = 'query Count($title: String!) { learnings(filter: { title: { eq: $title } }) { totalCount } }';
  const counted = await call('run_query', { query, variables: { title: 'Keyset paging' } });
  expect(counted.data).toEqual({ learnings: { totalCount: 0 } });
});

test('a token reads and writes as far as its scopes go, and nothing of anybody else', async () => {
  const app = await createListeningApp();
  const [ada, ben] = [await app.person('Ada'), await app.person('Ben')];
  const task = await ada.mutate('createTask', { title: 'Hers' });
  const reader = await overHttp(app, ada, ['READ']);
  expect(await reader.toolNames()).toEqual(reading);
  expect(await reader.call('complete_task', { id: task.id })).toMatchObject({ isError: true });
  const query = `mutation { completeTask(input: { id: "${task.id}" }) { __typename } }`;
  expect(await reader.call('run_query', { query })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/^FORB/),
  });

  const his = await overHttp(app, ben);
  expect(await his.call('complete_task', { id: task.id })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/^NOT_FOUND: /),
  });
  expect((await his.call('search', { text: 'hers' })).data.search.totalCount).toBe(0);
  expect(await his.call('run_query', { query: '{' })).toMatchObject({
    isError: true,
    text: expect.stringMatching(/^GRAPHQL_PARSE/),
  });
  expect((await his.call('run_query', { query: '{ nothing }' })).text).toMatch(/^GRAPHQL_VALIDATION_FAILED: /);
  expect((await his.call('log_energy', {})).text).toMatch(/^INVALID_INPUT: /);
  expect((await his.call('log_energy', { energy: 9 })).isError).toBe(true);
  expect((await ada.query('{ tasks { nodes { status } } }')).tasks.nodes).toEqual([{ status: 'TODO' }]);
  expect((await ben.query('{ energyEntries { totalCount } }')).energyEntries.totalCount).toBe(0);
});

test('the schema is a resource, as a whole and by type, where introspection is on', async () => {
  const app = await createListeningApp();
  const { client } = await overHttp(app, await app.person());
  const read = async (uri: string) => (await client.readResource({ uri })).contents[0] as { text: string };
  expect((await read('waymark://schema')).text).toContain('input BatchOperation @oneOf {');
  expect((await read('waymark://schema/Task')).text).toMatch(/^"""Something to do."""\ntype Task implements /);
  await expect(read('waymark://schema/Nothing')).rejects.toThrow('There is no type Nothing.');
  const ref = { type: 'ref/resource', uri: 'waymark://schema/{type}' } as const;
  const { completion } = await client.complete({ ref, argument: { name: 'type', value: 'taskst' } });
  expect(completion.values).toContain('TaskStatus');

  const closed = await createListeningApp({ INTROSPECTION: 'off' });
  const other = await overHttp(closed, await closed.person());
  expect(other.client.getServerCapabilities()?.resources).toBeUndefined();
  expect((await other.call('today')).isError).toBe(false);
});

test('without a valid token there are no tools, and pages of other origins get none with one', async () => {
  const app = await createTestApp({ CORS_ORIGINS: 'https://app.example.org' });
  const { accessToken } = await app.person();
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list' };
  const send = (headers: Record<string, string>, method = 'POST') =>
    app.fetch(
      new Request('http://waymark.test/mcp', {
        method,
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
        ...(method === 'POST' && { body: JSON.stringify(message) }),
      }),
    );
  const authorization = `Bearer ${accessToken}`;
  const cookie = cookieOf(await openLink(app, await ownersLink(app)));
  for (const headers of [
    {},
    { authorization: 'Bearer wm_pat_x' },
    { authorization: 'Basic YTpi' },
    { cookie, 'x-waymark-csrf': '1' },
  ]) {
    const response = await send(headers as Record<string, string>);
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="waymark"']);
  }
  for (const origin of ['https://evil.example', 'null', 'http://waymark.test'])
    expect((await send({ authorization, origin })).status, origin).toBe(403);
  for (const origin of ['https://app.example.org', app.config.publicUrl])
    expect((await send({ authorization, origin })).status, origin).toBe(200);
  for (const method of ['GET', 'DELETE']) {
    const response = await send({ authorization }, method);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  }
  expect((await send({ authorization })).headers.has('mcp-session-id')).toBe(false);
  app.clock.advance(16 * 60_000);
  expect((await send({ authorization })).status).toBe(401);
});

test('waymark mcp serves the data of the folder, or what a server offers for its token', async (context) => {
  leaveToCI(context);
  const app = await createListeningApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Assistant', scopes: ['READ'] }, 'token');
  const cwd = temporaryFolder();
  const serve = (env: Record<string, string>) =>
    connected(
      new StdioClientTransport({
        command: process.execPath,
        args: [commandFile, 'mcp'],
        ...{ cwd, stderr: 'pipe' },
        env: { PATH: process.env.PATH ?? '', WAYMARK_DATA_DIR: `${cwd}/data`, ...env },
      }),
    );
  const local = await serve({});
  expect(await local.toolNames()).toEqual([...reading, ...writing]);
  expect((await local.call('add_task', { text: 'Rest tomorrow' })).data.task.title).toBe('Rest');
  expect((await local.client.readResource({ uri: 'waymark://schema/Task' })).contents).toHaveLength(1);

  await ada.mutate('createTask', { title: 'Hers' });
  const remote = await serve({ WAYMARK_URL: app.origin, WAYMARK_TOKEN: token });
  expect(await remote.toolNames()).toEqual(reading);
  expect((await remote.call('list_tasks')).data.tasks.nodes).toMatchObject([{ title: 'Hers' }]);
  await expect(serve({ WAYMARK_URL: app.origin, WAYMARK_TOKEN: 'wm_pat_x' })).rejects.toThrow(
    'does not accept the token',
  );
});
