import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { html } from '../http/pages/html.ts';
import { createPrivateFolder } from '../platform/runtime/private-files.ts';

const programs: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** How long the page that leads to the link stays, in milliseconds. A browser that starts slowly needs some seconds. */
const pageLifetime = 60_000;

const pageTo = (link: string) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="referrer" content="no-referrer" />
    <meta http-equiv="refresh" content="0; url=${link}" />
    <title>Waymark</title>
  </head>
  <body><a href="${link}">Sign in to Waymark</a></body>
</html>
`;

/** Writes a page that leads to a link, which only the user of the server can read. Returns its path. */
export function writePage(link: string, folder: string): string {
  const page = join(folder, 'sign-in.html');
  createPrivateFolder(folder);
  rmSync(page, { force: true });
  writeFileSync(page, pageTo(link).text, { mode: 0o600, flag: 'wx' });
  return page;
}

/**
 * Opens a sign-in link in the browser of this machine. Other users of the machine see the arguments of its programs, so the browser is
 * given a page that leads there. Where that fails, the link that was printed is still there.
 * @param folder where the page is written
 */
export function openSignInLink(link: string, folder: string): void {
  let page: string;
  try {
    page = writePage(link, folder);
  } catch {
    return;
  }
  function remove(): void {
    try {
      rmSync(page, { force: true });
    } catch {
      // On Windows, the browser may have it open. The link in it works once, and for an hour at most.
    }
  }
  process.once('exit', remove);
  setTimeout(remove, pageLifetime).unref();
  const [program = '', ...args] = programs[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...args, pathToFileURL(page).href], { detached: true, stdio: 'ignore' });
  child.once('error', () => {});
  child.unref();
}
