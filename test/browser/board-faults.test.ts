import type { Page, Route } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { pruneHistory } from '../../src/domains/history/changes/changes.service.ts';
import {
  addTask,
  boards,
  controlled,
  expectColumn,
  only,
  rename,
  saved,
  signIn,
  stopTime,
  titlesIn,
  useBoard,
  watchTryAgain,
} from './board.ts';
import { barriersOf } from './browser.ts';

const board = useBoard();

const abort = (route: Route) => route.abort();

/** All that a page keeps of lists and edits in the databases of the browser, as a text. */
const keptIn = (tab: Page) =>
  tab.evaluate(async () => {
    const kept: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const reading = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          reading.onsuccess = resolve;
        });
        kept.push({ name, values: reading.result });
      }
      database.close();
    }
    return JSON.stringify(kept);
  });

for (const [client, path] of Object.entries(boards)) {
  test(`of two tabs by ${client} in which a task is open, the second to save is told of the first, and edits in a row are not`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    const { id } = await ada.mutate('createTask', { title: 'Plan' });
    const titleNow = async () => (await ada.query('query ($id: ID!) { task(id: $id) { title } }', { id })).task.title;
    const tab = await open();
    await signIn(tab, ada);
    const other = await open();
    for (const isOffline of [false, true]) {
      const title = await titleNow();
      for (const one of [tab, other]) {
        await one.bringToFront();
        await one.getByRole('button', { name: `Edit ${title}`, exact: true }).click();
        await one.getByLabel('Title').fill(`${title}, of ${one === tab ? 'a' : 'b'}`);
      }
      await browser.setOffline(isOffline);
      if (isOffline) app.cut();
      await tab.getByRole('button', { name: 'Save' }).click();
      if (!isOffline) await saved(tab);
      await other.bringToFront();
      await other.getByText(`Changed elsewhere: “${title}, of a”`).waitFor();
      await other.getByRole('button', { name: 'Save' }).click();
      await browser.setOffline(false);
      for (const one of [tab, other]) {
        await saved(one);
        const conflict = one.getByRole('group', { name: `Change “${title}”` });
        await conflict.getByText(`Now: “${title}, of a”`).waitFor();
        expect(await conflict.getByLabel('Title').inputValue()).toBe(`${title}, of b`);
      }
      expect(await titleNow()).toBe(`${title}, of a`);
      await tab.bringToFront();
      await tab.getByRole('button', { name: 'Discard' }).click();
      await expect.poll(() => other.getByRole('button', { name: 'Discard' }).count()).toBe(0);
    }

    await browser.setOffline(true);
    app.cut();
    await addTask(tab, 'New');
    for (const [before, after] of [
      ['Plan, of a, of a', 'Once'],
      ['Once', 'Twice'],
      ['New', 'Newer'],
    ] as const) {
      await rename(tab, before, after);
      await tab.getByRole('article', { name: after, exact: true }).waitFor();
      await tab.getByLabel(`Column of ${after}`, { exact: true }).selectOption('In progress');
    }
    // Each on top of what the other has done.
    await other.bringToFront();
    await other.getByRole('article', { name: 'Newer' }).waitFor();
    await rename(other, 'Newer', 'Newest');
    await tab.bringToFront();
    await tab.getByRole('article', { name: 'Newest' }).waitFor();
    await rename(tab, 'Newest', 'Done');
    await browser.setOffline(false);
    await saved(tab);
    await expectColumn(tab, 'In progress', ['Done', 'Twice']);
    expect(await tab.getByRole('region', { name: 'Not saved' }).count()).toBe(0);
    const { tasks } = await ada.query('{ tasks { nodes { title status } } }');
    expect(tasks.nodes).toHaveLength(2);
    expect(tasks.nodes).toEqual(
      expect.arrayContaining(['Done', 'Twice'].map((title) => ({ title, status: 'IN_PROGRESS' }))),
    );
  });

  test(`the trash of the board by ${client} has pages, says why it does not come, and comes when it is tried again`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    const ids = Array.from({ length: 60 }, () => crypto.randomUUID());
    for (const operations of [
      ids.map((id, index) => ({ createTask: { id, title: `Old ${index + 1}` } })),
      ids.map((id) => ({ trash: { id: `Task:${id}` } })),
    ]) {
      await ada.query('mutation ($input: BatchInput!) { batch(input: $input) { __typename } }', {
        input: { operations },
      });
    }
    const tab = await open();
    await tab.clock.install();
    await signIn(tab, ada);
    await saved(tab);
    const trash = tab.locator('details');
    const tasks = trash.getByRole('listitem');
    const isTried = await watchTryAgain(tab);
    let attempts = 0;
    const withoutTrash = only('BoardTrash', async (route) => {
      attempts += 1;
      return (await isTried()) ? route.fallback() : route.abort();
    });
    await browser.route(app.endpoint, withoutTrash);
    await tab.locator('summary').click();
    await trash.getByText('The trash could not be loaded. The server cannot be reached.').waitFor();
    expect(await barriersOf(tab)).toEqual([]);
    // It is asked for again by itself, and from now on by hand alone.
    const attemptsAfter = async (milliseconds: number) => {
      await tab.clock.fastForward(milliseconds);
      return attempts;
    };
    await expect.poll(() => attemptsAfter(1_000)).toBeGreaterThanOrEqual(5);
    await stopTime(tab);
    await trash.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => tasks.count()).toBe(50);
    await tab.clock.resume();
    await browser.unroute(app.endpoint, withoutTrash);
    await trash.getByText('50 of 60').waitFor();
    await trash.getByRole('button', { name: 'Load more: Trash' }).click();
    await expect.poll(() => tasks.count()).toBe(60);
    await tab.getByRole('button', { name: 'Restore Old 7', exact: true }).click();
    await expectColumn(tab, 'To do', ['Old 7']);
    await expect.poll(() => tasks.count()).toBe(59);
    await saved(tab);

    await browser.setOffline(true);
    await trash.getByText('The trash cannot be loaded offline. This is what came last.').waitFor();
    expect(await tasks.count()).toBe(59);
    await tab.locator('summary').click();
    await tab.locator('summary').click();
    await trash.getByText('The trash cannot be loaded offline.', { exact: true }).waitFor();
    await browser.setOffline(false);
    await expect.poll(() => tasks.count()).toBe(50);
  });

  test(`a server that is away is told from a device that is offline by ${client}, and all that waits is tried again at once`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    const tab = await open();
    await tab.clock.install();
    await signIn(tab, ada);
    await saved(tab);
    // The stream alone: changes that are made elsewhere do not arrive.
    await browser.route(app.endpoint, abort);
    app.cut();
    await tab.getByText('Everything is saved. Changes that are made elsewhere do not arrive now.').waitFor();
    expect(await barriersOf(tab)).toEqual([]);
    await addTask(tab, 'One');
    await tab.getByText('The server cannot be reached. 1 edit is kept on this device.').waitFor();
    await browser.setOffline(true);
    await tab.getByText('Offline. 1 edit is kept on this device.').waitFor();
    expect(await tab.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await browser.setOffline(false);
    await tab.getByText('The server cannot be reached. 1 edit is kept on this device.').waitFor();

    // From now on, no wait ends by itself. What is on its way still fails.
    await stopTime(tab);
    await ada.mutate('createTask', { title: 'Of the phone' });
    const isTried = await watchTryAgain(tab);
    const sent: string[] = [];
    await browser.route(app.endpoint, async (route) => {
      if (!(await isTried())) return route.abort();
      sent.push(route.request().postData() ?? '');
      await route.continue();
    });
    await tab.getByRole('button', { name: 'Try again' }).click();
    await saved(tab);
    await expectColumn(tab, 'To do', ['One', 'Of the phone']);
    for (const name of ['BoardColumn', 'SendOutbox', 'BoardChanged'])
      expect
        .soft(
          sent.some((body) => body.includes(name)),
          name,
        )
        .toBe(true);
  });

  test(`the board by ${client} asks a server that is busy for lists when it says, and not before`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    const headers = {
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'Retry-After',
      'retry-after': '60',
    };
    const errors = [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }];
    let asked = 0;
    await browser.route(
      app.endpoint,
      only('BoardColumn', (route) => {
        asked += 1;
        return asked <= 3 ? route.fulfill({ status: 429, headers, json: { errors } }) : route.fallback();
      }),
    );
    await ada.mutate('createTask', { title: 'Later' });
    const tab = await open();
    await tab.clock.install();
    await stopTime(tab);
    await signIn(tab, ada);
    await tab.getByText('The tasks could not be loaded. Too many attempts. Try again in 60 s.').waitFor();
    await tab.clock.fastForward(59_000);
    // It is told how long is left, and the server is not asked.
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByText('The tasks could not be loaded. Too many attempts. Try again in 1 s.').waitFor();
    expect(asked).toBe(3);
    await tab.clock.resume();
    await expectColumn(tab, 'To do', ['Later']);
  });

  test(`a session that ends at the board by ${client} leaves nothing of the lists on the device, and the edits that were not sent; what was typed is there again`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    await ada.mutate('createTask', { title: 'A private matter' });
    const tab = await open();
    await signIn(tab, ada);
    const other = await open();
    for (const one of [tab, other]) await expectColumn(one, 'To do', ['A private matter']);
    await expect.poll(() => keptIn(tab)).toContain('A private matter');
    await browser.route(app.endpoint, only('SendOutbox', abort));
    await addTask(tab, 'Not sent');
    await expect.poll(() => keptIn(tab)).toContain('Not sent');
    const adding = tab.getByRole('form', { name: 'New task' }).getByLabel('New task');
    const dialog = tab.getByRole('dialog');
    await tab.bringToFront();
    await adding.fill('Half of a thought');
    await tab.getByRole('button', { name: 'Edit A private matter' }).click();
    await dialog.getByLabel('Minutes').fill('2');
    await ada.query('mutation { signOutEverywhere { __typename } }');
    for (const one of [tab, other])
      await one.getByText(`Edits that wait on this device for ${ada.email}: 1.`).waitFor();
    await expect.poll(() => keptIn(tab)).not.toContain('A private matter');
    expect(await keptIn(tab)).toContain('Not sent');

    // Not for another person, and not after signing out.
    await signIn(tab, await app.person('Bob'));
    expect([await adding.inputValue(), await dialog.count()]).toEqual(['', 0]);
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await signIn(tab, ada);
    expect(await dialog.getByLabel('Minutes').inputValue()).toBe('2');
    await dialog.getByLabel('Title').fill('A private affair');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expectColumn(tab, 'To do', ['A private affair', 'Not sent']);
    expect(await adding.inputValue()).toBe('Half of a thought');
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await tab.getByRole('button', { name: 'Discard and sign out' }).click();
    await signIn(tab, ada);
    expect([await adding.inputValue(), await dialog.count()]).toEqual(['', 0]);
  });

  test(`the copy of the lists at the board by ${client} is there after a start-over that has brought the same`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    await ada.mutate('createTask', { title: 'Stays' });
    const tab = await open();
    await signIn(tab, ada);
    await expectColumn(tab, 'To do', ['Stays']);
    await controlled(tab);
    await browser.setOffline(true);
    app.cut();
    const { id } = await ada.mutate('createTask', { title: 'Comes and goes' });
    await ada.mutate('trash', { id });
    await pruneHistory(app.systemContext(), new Date('2030-01-01'));
    const startedOver = tab.waitForRequest((request) => request.postData()?.includes('"after":null}') ?? false);
    await browser.setOffline(false);
    await startedOver;
    await saved(tab);
    await expect.poll(() => keptIn(tab)).toContain('Stays');
    await browser.setOffline(true);
    await tab.reload();
    await expectColumn(tab, 'To do', ['Stays']);
  });

  test(`a page that is asked for while the lists of ${client} come again leaves no gap`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    const operations = Array.from({ length: 60 }, (_, index) => ({ createTask: { title: `Task ${index + 1}` } }));
    await ada.query('mutation ($input: BatchInput!) { batch(input: $input) { __typename } }', {
      input: { operations },
    });
    const tab = await open();
    await signIn(tab, ada);
    await expect.poll(() => titlesIn(tab, 'To do').then(({ length }) => length)).toBe(20);
    await saved(tab);
    // The next page is on its way until the other lists have come again, and with them whatever else was asked for.
    let asked = 0;
    let underWay = 0;
    const come = new Set<string>();
    await browser.route(
      app.endpoint,
      only('BoardColumn', async (route) => {
        const { variables } = route.request().postDataJSON() as { variables: { status: string; after?: string } };
        if (asked === 0 && typeof variables.after !== 'string') return route.fallback();
        asked += 1;
        if (asked === 1) {
          const response = await route.fetch();
          const isOver = () => come.has('IN_PROGRESS') && come.has('DONE') && underWay === 0;
          await vi.waitUntil(isOver, { timeout: 30_000 });
          return route.fulfill({ response });
        }
        underWay += 1;
        await route.fulfill({ response: await route.fetch() });
        underWay -= 1;
        come.add(variables.status);
      }),
    );
    await tab.getByRole('button', { name: 'Load more: To do' }).click();
    app.clock.advance(1000);
    await ada.mutate('createTask', { title: 'On top' });
    const firstOf = async (count: number): Promise<string[]> =>
      (
        await ada.query(
          `{ tasks(first: ${count}, filter: { status: { eq: TODO } }, orderBy: [{ field: UPDATED_AT, direction: DESC }]) { nodes { title } } }`,
        )
      ).tasks.nodes.map(({ title }: { title: string }) => title);
    await expect.poll(() => titlesIn(tab, 'To do'), { timeout: 10_000 }).toEqual(await firstOf(40));
    await tab.getByRole('button', { name: 'Load more: To do' }).click();
    await expect.poll(() => titlesIn(tab, 'To do')).toEqual(await firstOf(60));
    expect(asked).toBeGreaterThan(1);
  });
}
