import { expect, onTestFinished, test } from 'vitest';
import { listBoards } from '../../../src/integrations/miro/boards.ts';
import { createMiroClient, readMiroProfile } from '../../../src/integrations/miro/client.ts';
import { createFrame, growFrame } from '../../../src/integrations/miro/frames.ts';
import {
  createItems,
  deleteItem,
  hasItem,
  type ItemContent,
  listItems,
  listItemsWithTag,
  updateItem,
} from '../../../src/integrations/miro/items.ts';
import { createTestClock } from '../../support/app.ts';
import { clientId, clientSecret } from '../../support/fakes/miro/identity.ts';
import { createFakeMiro } from '../../support/fakes/miro/server.ts';

async function scene() {
  const clock = createTestClock();
  const fake = await createFakeMiro(clock);
  onTestFinished(fake.close);
  const form = async (parameters: Record<string, string>, query = '') =>
    fetch(`${fake.url}/v1/oauth/token${query}`, { method: 'POST', body: new URLSearchParams(parameters) });
  const app = { client_id: clientId, client_secret: clientSecret };
  const redirect_uri = 'http://waymark.test/connect/miro/callback';
  const query = { client_id: clientId, response_type: 'code', redirect_uri };
  const back = await fake.browse(`${fake.url}/oauth/authorize?${new URLSearchParams(query)}`);
  const code = new URL(back).searchParams.get('code') ?? '';
  const redeemed = await form({ ...app, grant_type: 'authorization_code', code, redirect_uri });
  const tokens = (await redeemed.json()) as { access_token: string; refresh_token: string };
  const ask = createMiroClient({ origin: fake.url, token: async () => tokens.access_token, now: () => clock.now() });
  const boardId = fake.boards.addBoard('Plans', 'ada');
  return { clock, fake, ask, boardId, tokens, form, app, code, redirect_uri };
}

const card = (title: string): ItemContent => ({ type: 'card', title, description: '', dueOn: null, color: '#2d9bf0' });
const at = (index: number) => ({ x: 200 + 400 * index, y: 100, width: 320, height: 140 });

test('the account is that of a user in a team', async () => {
  const { ask } = await scene();
  expect(await readMiroProfile(ask)).toEqual({
    id: 'id-of-ada@3074457300000000001',
    name: 'ada (Analytical Engines)',
  });
});

test('the fake refuses what Miro refuses: codes and refresh tokens used twice, and secrets in an address', async () => {
  const { fake, form, app, code, redirect_uri, tokens } = await scene();
  expect((await form({ ...app, grant_type: 'authorization_code', code, redirect_uri })).status).toBe(400);
  expect((await form({}, `?${new URLSearchParams(app)}`)).status).toBe(400);
  const refresh = { ...app, grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  expect((await form(refresh)).status).toBe(200);
  expect((await form(refresh)).status).toBe(400);
  expect(fake.identity.userOf(tokens.access_token)).toBe(null);
  const elsewhere = new URLSearchParams({ client_id: clientId, response_type: 'code', redirect_uri: 'http://x.test' });
  expect(await fake.browse(`${fake.url}/oauth/authorize?${elsewhere}`)).toContain('Redirect URI mismatch');
});

test('boards are read to the end of their pages', async () => {
  const { fake, ask } = await scene();
  for (let index = 0; index < 104; index++) fake.boards.addBoard(`Board ${index}`, 'ada', 'grace');
  fake.boards.addBoard('Not of Ada', 'grace');
  expect(await listBoards(ask, 500)).toHaveLength(105);
  expect(await listBoards(ask, 60)).toHaveLength(60);
});

test('items are created in a frame, changed, listed to the end of their pages, and deleted', async () => {
  const { fake, ask, boardId } = await scene();
  const frame = { title: 'Goals', size: { width: 8_400, height: 400 }, center: { x: 0, y: 0 } };
  const frameId = await createFrame(ask, boardId, frame);
  const many = Array.from({ length: 20 }, (_one, index) => ({ content: card(`<${index}>`), placement: at(index) }));
  expect(await createItems(ask, boardId, frameId, many)).toHaveLength(20);
  await expect(createItems(ask, boardId, frameId, [...many, ...many])).rejects.toThrow('400');
  fake.boards.limits.pageSize = 10;
  const listed = await listItems(ask, boardId, { parentId: frameId }, 500);
  expect(listed.map(({ html }) => html)).toContain('&lt;7&gt;<br>');
  expect(listed).toHaveLength(20);
  const [first] = listed;
  expect(await updateItem(ask, boardId, first?.id ?? '', card('Changed'))).toBe(true);
  await deleteItem(ask, boardId, first?.id ?? '');
  await deleteItem(ask, boardId, first?.id ?? '');
  expect(await hasItem(ask, boardId, first?.id ?? '')).toBe(false);
  expect(await updateItem(ask, boardId, first?.id ?? '', card('Again'))).toBe(false);
});

test('what lies outside of its frame is refused, until the frame has grown at its bottom right', async () => {
  const { fake, ask, boardId } = await scene();
  const frameId = await createFrame(ask, boardId, {
    title: 'Goals',
    size: { width: 400, height: 300 },
    center: { x: 50, y: 70 },
  });
  const item = { content: card('Far'), placement: { x: 200, y: 700, width: 320, height: 140 } };
  await expect(createItems(ask, boardId, frameId, [item])).rejects.toMatchObject({ status: 400 });
  expect(await growFrame(ask, boardId, frameId, { width: 300, height: 900 })).toBe(true);
  await createItems(ask, boardId, frameId, [item]);
  const [frame] = fake.boards.items('Plans');
  expect(frame?.geometry).toEqual({ width: 400, height: 900 });
  expect(frame?.position).toEqual({ x: 50, y: 370 });
  fake.boards.remove('Plans', frameId);
  expect(await growFrame(ask, boardId, frameId, { width: 300, height: 900 })).toBe(false);
});

test('sticky notes are found by the title of a tag', async () => {
  const { fake, ask, boardId } = await scene();
  const sticky = (content: string) => ({ data: { content } });
  for (let index = 0; index < 53; index++)
    fake.boards.add('Plans', 'sticky_note', sticky(`Note ${index}`), ['Waymark']);
  fake.boards.add('Plans', 'sticky_note', sticky('Other'), ['other']);
  expect(await listItemsWithTag(ask, boardId, ' waymark', 500)).toHaveLength(53);
  expect(await listItemsWithTag(ask, boardId, 'unknown', 500)).toEqual([]);
});

test('what there are no credits for is not sent, until there are new ones', async () => {
  const { clock, fake, ask, boardId } = await scene();
  fake.boards.limits.credits = 300;
  for (let round = 0; round < 3; round++) await listItems(ask, boardId, {}, 10);
  const count = fake.asked.length;
  const over = listItems(ask, boardId, {}, 10);
  await expect(over).rejects.toMatchObject({ status: 429, retryAfter: 'Mon, 23 Nov 2026 09:01:00 GMT' });
  expect(fake.asked).toHaveLength(count);
  clock.advance(60_000);
  await listItems(ask, boardId, {}, 10);
  expect(fake.asked).toHaveLength(count + 1);
});

test('a throttled request says when there are new credits, and other errors what they are', async () => {
  const { fake, ask, boardId } = await scene();
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1795424400' };
  const fault = (respond: object) => fake.faults.push({ request: /items/, times: 1, respond: respond as never });
  fault({ status: 429, headers, json: { code: 'tooManyRequests' } });
  const date = new Date(1_795_424_400_000).toUTCString();
  await expect(listItems(ask, boardId, {}, 10)).rejects.toMatchObject({ status: 429, retryAfter: date });
  const other = createMiroClient({
    ...{ origin: fake.url, now: () => new Date(0) },
    token: async () => fake.identity.state.secrets.findLast((secret) => secret.startsWith('access')) ?? '',
  });
  for (const [respond, expected] of [
    [{ status: 503, html: '<html>busy</html>' }, { status: 503 }],
    [{ status: 200, html: '<html>Sign in</html>' }, { status: 200 }],
    [{ status: 200, json: { data: 'none' } }, { message: expect.stringContaining('other than a page') }],
    [null, { status: 0, message: 'Miro cannot be reached.' }],
  ] as const) {
    fault(respond as never);
    await expect(listItems(other, boardId, {}, 10)).rejects.toMatchObject(expected);
  }
  fake.faults.push({ request: /items/, times: 2, respond: { status: 200, json: { data: [], cursor: 'same' } } });
  await expect(listItems(other, boardId, {}, 10)).rejects.toThrow('do not end');
});

test('an id that leads elsewhere gets no token', async () => {
  const { fake, ask } = await scene();
  const before = fake.asked.length;
  await expect(listItems(ask, '//evil.example/x', {}, 10)).rejects.toMatchObject({ status: 404 });
  expect(fake.asked.slice(before).map(({ path }) => path)).toEqual([expect.stringMatching(/^\/v2\/boards\//)]);
});

test('an id that is none is asked for nowhere, and a 404 that is not of Miro says nothing of what is there', async () => {
  const { fake, ask, boardId } = await scene();
  const asked = fake.asked.length;
  await deleteItem(ask, boardId, '..');
  expect(await hasItem(ask, '..', '1')).toBe(false);
  expect(fake.asked).toHaveLength(asked);
  fake.faults.push({ request: /items/, times: 1, respond: { status: 404, html: '<html>' } });
  await expect(hasItem(ask, boardId, '1')).rejects.toMatchObject({ status: 0 });
});
