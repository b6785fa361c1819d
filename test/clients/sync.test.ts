import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { pruneHistory } from '../../src/domains/history/changes/changes.service.ts';
import { createListeningApp } from './listening.ts';
import { examples } from './programs.ts';

test('the script of a mirror follows what changes, and starts over when it was away for too long', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { token } = await ada.mutate('createAccessToken', { name: 'Mirror', scopes: ['READ'] }, 'token');
  const folder = await mkdtemp(join(tmpdir(), 'waymark-sync-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [script, copy] = [join(examples, 'sync.mjs'), join(folder, 'copy.json')];
  const env = { ...process.env, WAYMARK_URL: app.origin, WAYMARK_TOKEN: token };
  const run = async () => (await promisify(execFile)(process.execPath, [script, copy], { env })).stdout.trim();
  const nodes = async () => (JSON.parse(await readFile(copy, 'utf8')) as { nodes: object }).nodes;

  const { id: label } = await ada.mutate('createLabel', { name: 'Home' });
  const { id: gone } = await ada.mutate('createTask', { title: 'Gone soon' });
  expect(await run()).toBe('2 nodes');
  const { id } = await ada.mutate('createTask', { title: 'Talk', labelIds: [label] });
  await ada.mutate('trash', { id: gone });
  await ada.mutate('emptyTrash', {}, 'deletedCount');
  const asServed = {
    [label]: { id: label, version: 1, name: 'Home', trashedAt: null },
    [id]: { id, version: 1, title: 'Talk', status: 'TODO', trashedAt: null, labels: [{ id: label }] },
  };
  expect(await run()).toBe('2 nodes');
  expect(await nodes()).toEqual(asServed);
  await ada.mutate('createTask', { title: 'While it was away' });
  expect(await pruneHistory(app.systemContext(), new Date('2030-01-01'))).toBeGreaterThan(4);
  expect(await run()).toBe('3 nodes');
  expect(await nodes()).toMatchObject(asServed);
});
