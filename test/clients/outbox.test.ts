import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { leaveToCI } from '../support/services.ts';
import { type Break, brokenWayTo } from './broken-way.ts';
import { createListeningApp } from './listening.ts';
import { examples } from './programs.ts';

test('the scripts of an offline client send what was done offline once, however often the connection breaks, and catch up', async (context) => {
  leaveToCI(context);
  const app = await createListeningApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Offline', scopes: ['READ', 'WRITE'] }, 'token');
  const folder = await mkdtemp(join(tmpdir(), 'waymark-outbox-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const way = await brokenWayTo(app.origin);
  const env = { ...process.env, WAYMARK_URL: way.url, WAYMARK_TOKEN: token };
  const run = async (script: string, ...args: string[]) =>
    (
      await promisify(execFile)(process.execPath, [join(examples, script), ...args], { cwd: folder, env })
    ).stdout.trim();
  const copy = async () =>
    (JSON.parse(await readFile(join(folder, 'copy.json'), 'utf8')) as { nodes: Record<string, unknown> }).nodes;
  expect(await run('sync.mjs', 'copy.json')).toBe('0 nodes');

  const seen: Record<string, string> = {};
  for (const broken of ['at once', 'while it works', 'before the answer', 'never'] satisfies Break[]) {
    way.broken = 'at once';
    const id = await run('outbox.mjs', 'outbox.json', 'add', broken);
    await run('outbox.mjs', 'outbox.json', 'done', id);
    seen[id] = broken;
    way.broken = broken;
    const code = await run('outbox.mjs', 'outbox.json').then(
      () => 0,
      (failed: { code: number }) => failed.code,
    );
    expect([broken, code]).toEqual([broken, broken === 'never' ? 0 : 1]);
    way.broken = 'never';
    expect(await run('outbox.mjs', 'outbox.json')).toBe('all sent');
    expect(await run('outbox.mjs', 'outbox.json')).toBe('all sent');
    expect(await run('sync.mjs', 'copy.json')).toBe(`${Object.keys(seen).length} nodes`);
  }
  for (const [id, title] of Object.entries(seen)) {
    expect((await copy())[id]).toMatchObject({ title, status: 'DONE', version: 2 });
  }
  const { tasks, changeSets } = await ada.query('{ tasks { totalCount } changeSets { nodes { name } } }');
  expect(tasks.totalCount).toBe(4);
  // Each of the four was done in one go, and once.
  expect(changeSets.nodes.filter(({ name }: { name: string }) => name === 'batch').length).toBe(4);
});

test('the script that sends drops what is refused, says so, and sends the rest', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Offline', scopes: ['READ', 'WRITE'] }, 'token');
  const folder = await mkdtemp(join(tmpdir(), 'waymark-outbox-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const env = { ...process.env, WAYMARK_URL: app.origin, WAYMARK_TOKEN: token };
  const run = async (...args: string[]) =>
    (
      await promisify(execFile)(process.execPath, [join(examples, 'outbox.mjs'), 'outbox.json', ...args], {
        cwd: folder,
        env,
      })
    ).stdout;
  for (const title of ['One', ' ', 'Two']) await run('add', title);
  expect(await run()).toMatch(/^refused: \{"createTask":.*must not be empty\nall sent\n$/);
  const { tasks } = await ada.query('{ tasks { nodes { title } } }');
  expect(tasks.nodes).toEqual([{ title: 'One' }, { title: 'Two' }]);
});
