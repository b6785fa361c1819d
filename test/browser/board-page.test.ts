import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { addTask, boards, controlled, expectColumn, saved, signIn, useBoard } from './board.ts';

const board = useBoard();

/** A newer build, with a script of another name, as one whose sources have changed. */
async function buildNewer(page: string, title: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-board-newer-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(await board.build(), folder, { recursive: true });
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
    const { ada, app, browser, site, open } = await board.open(context, path);
    const [tab, other] = [await open(), await open()];
    await tab.bringToFront();
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
    const { ada, app, browser, site, open } = await board.open(context, path);
    const tab = await open();
    await tab.clock.install();
    /** Requests of this name are never answered, as long as there is one. */
    let hanging: string | null = '';
    const hang = (route: Route) => {
      const body = route.request().postData();
      if (hanging === null || !body?.includes(hanging)) return route.fallback();
    };
    await browser.route(app.endpoint, hang);
    await tab.getByLabel('Email address').fill(ada.email);
    await tab.getByLabel('Password').fill(ada.password);
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.getByText('Asking the server.').waitFor();
    await tab.reload();
    hanging = null;
    await signIn(tab, ada);
    await saved(tab);
    await controlled(tab);
    hanging = '';
    await addTask(tab, 'On its way');
    await tab.clock.fastForward(9_000);
    await tab.getByText('The server has not answered yet. 1 edit is kept on this device.').waitFor();
    // "Try again" gives up what hangs, and sends it anew.
    const given = tab.waitForEvent('requestfailed', (request) => request.postData()?.includes('SendOutbox') ?? false);
    hanging = null;
    await tab.getByRole('button', { name: 'Try again' }).click();
    await given;
    await saved(tab);
    hanging = '';
    await addTask(tab, 'On its way again');
    site.isHanging = true;
    await tab.reload({ timeout: 20_000 });
    await expectColumn(tab, 'To do', ['On its way', 'On its way again']);

    // So it does with lists, of a page that has none yet.
    site.isHanging = false;
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await tab.getByRole('button', { name: 'Discard and sign out' }).click();
    hanging = 'BoardColumn';
    await signIn(tab, ada);
    await tab.clock.fastForward(9_000);
    await tab.getByText('The server has not answered yet.', { exact: true }).waitFor();
    hanging = null;
    await tab.getByRole('button', { name: 'Try again' }).click();
    await expectColumn(tab, 'To do', ['On its way']);
    await saved(tab);
  });
}
