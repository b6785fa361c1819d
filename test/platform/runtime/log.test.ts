import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { createLog } from '../../../src/platform/runtime/log.ts';

/** What a log writes on a terminal, without colors. */
function terminal() {
  const written: string[] = [];
  const write = (text: string) => written.push(text) > 0;
  const log = createLog('debug', { isTTY: true, write: write as typeof process.stderr.write });
  return { log, last: () => (written.at(-1) ?? '').replaceAll(/\p{Cc}\[\d+m/gu, '') };
}

test('on a terminal, an entry is a line to read: time, level, message and fields', () => {
  const { log, last } = terminal();
  log.info({ applied: ['init'], backup: '/data/a.db', name: 'two words' }, 'database migrated');
  expect(last()).toMatch(
    /^\d\d:\d\d:\d\d info {2}database migrated applied=\["init"\] backup=\/data\/a\.db name="two words"\n$/,
  );
  log.debug('no fields');
  expect(last()).toMatch(/^\d\d:\d\d:\d\d debug no fields\n$/);
  log.warn({ nothing: null });
  expect(last()).toMatch(/ warn {3}nothing=null\n$/);
});

test('an error has its stack, indented, and secrets are removed', () => {
  const { log, last } = terminal();
  log.error({ err: new Error('It broke.'), token: 'wm_pat_x', user: { password: 'secret' } }, 'request failed');
  expect(last()).toMatch(
    / error request failed token=\[Redacted\] user=\{"password":"\[Redacted\]"\}\n {2}Error: It broke\.\n {6}at /,
  );
  log.error({ err: 'a text' }, 'odd');
  expect(last()).toMatch(/ error odd\n {2}a text\n$/);
});

test('what is logged does not control the terminal', () => {
  const { log, last } = terminal();
  log.info({ agent: 'x\u001b]0;title\u0007', csi: '\u009b2J' }, 'asked\u001b[2J\rby');
  expect(last()).not.toMatch(/\p{Cc}(?!$)/u);
  expect(last()).toContain('asked\\x1b[2J\\x0dby');
});

test('a line of JSON has no character that a terminal would obey', async () => {
  const program = `
    const { createLog } = await import('./src/platform/runtime/log.ts');
    createLog('info').info({ client: '\\u009b31m\\u007f\\u0085\\u001b[0m' }, 'responded');`;
  const options = { cwd: join(import.meta.dirname, '../../..'), stdio: ['ignore', 'ignore', 'pipe'] as const };
  const args = ['--no-warnings', '--input-type=module', '--eval', program];
  const { stderr } = spawn(process.execPath, args, { ...options, stdio: [...options.stdio] });
  const line = await text(stderr as NonNullable<typeof stderr>);
  expect(line).not.toMatch(/(?!\n)\p{Cc}/u);
  expect(JSON.parse(line)).toMatchObject({ client: '\u009b31m\u007f\u0085\u001b[0m' });
});

/** Logs 30 MB, and prints that it is still there and what memory it takes. */
const talkative = `
const { createLog } = await import('./src/platform/runtime/log.ts');
const log = createLog('info');
for (let i = 0; i < 3_000; i++) log.info({ i, words: 'x'.repeat(10_000) }, 'line');
await new Promise((resolve) => setTimeout(resolve, 10));
log.info('line');
console.log('alive', process.memoryUsage().rss < 400_000_000);
`;

async function talk(standardError: number | 'pipe'): Promise<string> {
  const options = { cwd: join(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', standardError] as const };
  const args = ['--no-warnings', '--input-type=module', '--eval', talkative];
  const child = spawn(process.execPath, args, { ...options, stdio: [...options.stdio] });
  // Its reader leaves.
  child.stderr?.destroy();
  const [said] = await Promise.all([text(child.stdout as NonNullable<typeof child.stdout>), once(child, 'exit')]);
  return said;
}

test('a log that nobody reads any more does not end the server', async () => {
  expect(await talk('pipe')).toBe('alive true\n');
});

test.runIf(existsSync('/dev/full'))(
  'a log whose disk is full does not end the server, and takes no memory',
  async () => {
    expect(await talk(openSync('/dev/full', 'w'))).toBe('alive true\n');
  },
);
