import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { addTask, boards, buildBoard, expectColumn, openBoard, saved, signIn } from './board.ts';

let built: Awaited<ReturnType<typeof buildBoard>>;
beforeAll(async () => {
  built = await buildBoard();
});
afterAll(() => built.remove());

/** A newer build, with a script of another name, as one whose sources have changed. */
async function buildNewer(page: string, title: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-board-newer-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(built.folder, folder, { recursive: true });
  const name = (await readdir(join(folder, 'assets'))).find((file) => file.startsWith(page.split('.')[0] ?? ''));
  if (!name?.endsWith('.js')) throw new Error('The page has no script.');
  const script = await readFile(join(folder, 'assets', name), 'utf8');
  await writeFile(join(folder, 'assets', `newer-${name}`), `document.title = ${JSON.stringify(title)};\n${script}`);
  const html = await readFile(join(folder, page), 'utf8');
  await writeFile(join(folder, page), html.replace(`assets/${name}`, `assets/newer-${name}`));
  const worker = join(folder, 'service-worker.js');
  await writeFile(worker, `${await readFile(worker, 'utf8')}\n// Newer.\n`);
  return folder;
}

const controlled = (tab: Page) => tab.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** The scripts that are kept for the next time. */
const keptScripts = (tab: Page) =>
  tab.evaluate(async () => {
    const kept: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith('.js')) kept.push(url);
    return kept;
  });

for (const [client, path] of Object.entries(boards)) {
  test(`a newer build of the board by ${client} takes the place of the one before, also without a connection, and no edit is lost by that`, async (context) => {
    const { ada, app, browser, site, open } = await openBoard(context, built.folder, path);
    const [tab, other] = [await open(), await open()];
    await signIn(tab, ada);
    await saved(other);
    for (const one of [tab, other]) await controlled(one);
    await browser.setOffline(true);
    app.cut();
    await addTask(tab, 'Made with the older one');
    site.folder = await buildNewer(path, 'Newer');
    await browser.setOffline(false);
    await saved(tab);
    await tab.reload();
    await expect.poll(() => tab.title()).toBe('Newer');
    await expectColumn(tab, 'To do', ['Made with the older one']);
    await expect.poll(() => keptScripts(tab).then((urls) => urls.some((url) => url.includes('/newer-')))).toBe(true);
    // The tab with the older one goes on.
    await addTask(other, 'Made there');
    await expectColumn(tab, 'To do', ['Made with the older one', 'Made there']);
    await browser.setOffline(true);
    await other.reload();
    expect(await other.title()).toBe('Newer');
    await expectColumn(other, 'To do', ['Made with the older one', 'Made there']);
  });

  test(`a page of the board by ${client} whose server hangs comes as it came last, and what the API has not taken is kept`, async (context) => {
    const { ada, app, browser, site, open } = await openBoard(context, built.folder, path);
    const tab = await open();
    await tab.clock.install();
    await browser.route(app.endpoint, (route) => (route.request().method() === 'POST' ? undefined : route.fallback()));
    await tab.getByLabel('Email address').fill(ada.email);
    await tab.getByLabel('Password').fill(ada.password);
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.getByText('Asking the server.').waitFor();
    await tab.reload();
    await browser.unroute(app.endpoint);
    await signIn(tab, ada);
    await saved(tab);
    await controlled(tab);
    await browser.route(app.endpoint, (route) => (route.request().method() === 'POST' ? undefined : route.fallback()));
    await addTask(tab, 'On its way');
    await tab.clock.fastForward(9_000);
    await tab.getByText('The server has not answered yet. 1 edit is kept on this device.').waitFor();
    site.isHanging = true;
    await tab.reload({ timeout: 20_000 });
    await expectColumn(tab, 'To do', ['On its way']);
  });
}
