import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp } from './support/app.ts';
import { listening } from './support/listening.ts';
import { callsIn, logCalls } from './support/log-calls.ts';
import { createMemoryLog } from './support/memory-log.ts';
import { createTracedApp } from './support/traced.ts';

/* docs/LOGS.md names what the log has in it, all of it, and nothing else. */

const page = readFileSync(join(import.meta.dirname, '../docs/LOGS.md'), 'utf8');

/** The rows of the table in a section: the cells of each. */
function tableOf(title: string): string[][] {
  const [, section = ''] = page.split(`## ${title}\n`);
  const lines = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const namesIn = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const documented = (title: string) => tableOf(title).flatMap(([cell]) => namesIn(cell));

test('the reader of calls sees each form, and the fields of each', () => {
  const source = `
    log.info({ applied, ...(backup && { backup }) }, 'database migrated');
    ctx.log.error({ err: error, integration: id }, 'a sync failed');
    log.warn('no fields: (none)');
    request?.log.debug(
      { at, by: of({ nested: 1 }) },
      'over lines',
    );
    log.info(details, 'made elsewhere');
    console.error('not the log');`;
  expect(callsIn(source)).toEqual([
    { level: 'info', message: 'database migrated', fields: ['applied', 'backup'] },
    { level: 'error', message: 'a sync failed', fields: ['err', 'integration'] },
    { level: 'warn', message: 'no fields: (none)', fields: [] },
    { level: 'debug', message: 'over lines', fields: ['at', 'by'] },
    { level: 'info', message: 'made elsewhere', fields: null },
  ]);
});

test('every message of the sources is documented with its level and its fields, and no other', () => {
  const calls = logCalls();
  expect(calls.length).toBeGreaterThan(20);
  const line = (level: string, message: string, fields: readonly string[] | null) =>
    `${level} | ${message} | ${fields?.toSorted().join(', ') ?? 'elsewhere'}`;
  const written = new Set(calls.map(({ level, message, fields }) => line(level, message, fields)));
  const told = tableOf('Messages').map(([level = '', message = '', fields = '']) =>
    line(namesIn(level)[0] ?? '', namesIn(message)[0] ?? '', fields.startsWith('see ') ? null : namesIn(fields)),
  );
  expect(told.toSorted()).toEqual([...written].toSorted());
});

test('the fields of the access log are those that are documented', async () => {
  const { log, lines } = createMemoryLog();
  const { app, at, post } = await createTracedApp({ ACCESS_LOG: 'on' }, { log });
  const { accessToken } = await app.person();
  await post('{ viewer { name } }', { authorization: `Bearer ${accessToken}` });
  const events = await post('subscription { changed { ... on ChangePage { cursor } } }', {
    authorization: `Bearer ${accessToken}`,
    accept: 'text/event-stream',
  });
  await events.body?.cancel();
  await fetch(`${at}/health`);
  await expect.poll(() => lines.filter(({ msg, path }) => msg === 'responded' && path !== undefined).length).toBe(4);
  const fields = new Set(lines.filter(({ msg }) => msg === 'responded').flatMap((line) => Object.keys(line)));
  const common = documented('Fields of every line').filter((name) => name !== 'err');
  expect([...fields].toSorted()).toEqual([...common, ...documented('The access log')].toSorted());
});

test('a failed request and a failed job have the documented fields', async () => {
  const { log, lines } = createMemoryLog();
  const app = await createTestApp(
    {},
    {
      log,
      jobs: {
        kinds: {},
        recurring: [{ name: 'fails', every: 3_600_000, run: () => Promise.reject(new Error('No.')) }],
      },
    },
  );
  const { url } = await listening(app.handler);
  app.db.requireWritable = () => {
    throw new Error('It broke.');
  };
  await fetch(`${url}/ready`);
  await app.worker.work();
  const failed = lines.filter(({ err }) => err);
  expect(failed.map(({ msg, level }) => [msg, level])).toEqual([
    ['request failed', 50],
    ['job failed and will run again', 40],
  ]);
  for (const line of failed) expect(Object.keys(line.err as object)).toEqual(['type', 'message', 'stack']);
  const common = ['level', 'time', 'requestId', 'err', 'msg'];
  expect(failed.map((line) => Object.keys(line).toSorted())).toEqual([
    common.toSorted(),
    [...common, 'job', 'kind', 'attempt'].toSorted(),
  ]);
});
