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
