import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { commandFile, startCommand, temporaryFolder } from '../support/command.ts';
import { leaveToCI } from '../support/services.ts';

test('a start at a terminal opens the link that it prints by a page that others cannot read, unless it is told not to', async (context) => {
  leaveToCI(context);
  const cwd = temporaryFolder();
  const opened = join(cwd, 'opened');
  writeFileSync(join(cwd, 'xdg-open'), `#!/bin/sh\nprintf %s "$1" > ${opened}\n`);
  chmodSync(join(cwd, 'xdg-open'), 0o755);
  const variables = { PATH: `${cwd}:${process.env.PATH}`, DISPLAY: ':0', PORT: String(await freePort()) };
  /** Starts at a terminal, which `script` makes. */
  const start = async (option: string) => {
    const line = `exec '${process.execPath}' '${commandFile}' start ${option}`;
    const server = startCommand(['-qec', line, '/dev/null'], variables, { cwd, node: 'script', file: '-q' });
    const [link] = await server.prints(/http:\S+\/sign-in\?token=[\w-]{43}/);
    return { link, stop: () => server.child.kill('SIGTERM') && server.finished };
  };
  const quiet = await start('--no-open');
  await quiet.stop();
  expect(existsSync(opened)).toBe(false);
  const { link, stop } = await start('');
  const page = join(cwd, 'data/sign-in.html');
  // Other users of the machine see what programs are started with.
  await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(pathToFileURL(page).href);
  expect(readFileSync(page, 'utf8')).toContain(`<meta http-equiv="refresh" content="0; url=${link}" />`);
  expect(statSync(page).mode & 0o777).toBe(0o600);
  await stop();
  expect(existsSync(page)).toBe(false);
});
