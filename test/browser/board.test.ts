import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { pruneHistory } from '../../src/domains/history/changes/changes.service.ts';
import {
  addTask,
  boards,
  controlled,
  expectColumn,
  focused,
  rename,
  saved,
  signIn,
  titlesIn,
  tokensIn,
  useBoard,
  watchOutboxes,
  watchTryAgain,
} from './board.ts';
import { barriersOf, isTooWide } from './browser.ts';

const board = useBoard();

for (const [client, path] of Object.entries(boards)) {
  test(`the board by ${client} signs in, pages, creates, completes and moves tasks, says what is wrong at the field, and follows others`, async (context) => {
    const { app, ada, browser, observed, open } = await board.open(context, path);
    const numbers = Array.from({ length: 45 }, (_, index) => `Task ${index + 1}`);
    const operations = numbers.map((title) => ({ createTask: { title } }));
    await ada.query('mutation ($input: BatchInput!) { batch(input: $input) { __typename } }', {
      input: { operations },
    });
    const tab = await open();
    await tab.getByRole('heading', { name: 'Board' }).waitFor();
    expect(await barriersOf(tab)).toEqual([]);
    await tab.getByLabel('Email address').fill(ada.email);
    await tab.getByLabel('Password').fill('wrong');
    await tab.getByRole('button', { name: 'Sign in' }).click();
    await tab.getByRole('alert').getByText('is wrong').waitFor();
    await signIn(tab, ada);
    expect(await focused(tab)).toBe('Board');

    const shown = () => titlesIn(tab, 'To do').then(({ length }) => length);
    const more = tab.getByRole('button', { name: 'Load more: To do' });
    for (const count of [20, 40]) {
      await expect.poll(shown).toBe(count);
      await more.click();
    }
    await expect.poll(shown).toBe(45);
    await more.waitFor({ state: 'detached' });
    expect(new Set(await titlesIn(tab, 'To do'))).toEqual(new Set(numbers));

    // What the server refuses keeps its texts, and is mended at the field.
    app.clock.advance(1000);
    const form = tab.getByRole('form', { name: 'New task' });
    await form.getByLabel('Minutes').fill('1.5');
    await form.getByRole('button', { name: 'Add' }).click();
    await form.getByText('must be a whole number').waitFor();
    await form.getByLabel('Minutes').fill('0');
    await form.getByRole('button', { name: 'Add' }).click();
    const refused = tab.getByRole('region', { name: 'Not saved' });
    await refused.getByText('must not be empty').waitFor();
    // Somebody types on.
    expect(await focused(tab)).toBe('New task');
    expect(await refused.getByLabel('Minutes').getAttribute('aria-describedby')).not.toBeNull();
    expect(await barriersOf(tab)).toEqual([]);
    expect(await shown()).toBe(45);
    await refused.getByLabel('Title').fill('Rake');
    await refused.getByLabel('Minutes').fill('15');
    await refused.getByRole('button', { name: 'Send again' }).click();
    await saved(tab);
    await expect.poll(() => titlesIn(tab, 'To do').then(([first]) => first)).toBe('Rake');
    await refused.waitFor({ state: 'detached' });

    // Moved by keys, the focus goes with it; then completed, and changed in place.
    app.clock.advance(1000);
    await tab.getByLabel('Column of Rake').focus();
    await tab.keyboard.press('Alt+ArrowRight');
    await expectColumn(tab, 'In progress', ['Rake']);
    await expect
      .poll(() => tab.getByLabel('Column of Rake').evaluate((one) => one === document.activeElement))
      .toBe(true);
    await tab.getByRole('button', { name: 'Complete Rake' }).click();
    await expectColumn(tab, 'Done', ['Rake']);
    await rename(tab, 'Rake', 'Rake leaves');
    await expectColumn(tab, 'Done', ['Rake leaves']);
    await saved(tab);
    const { tasks } = await ada.query(
      '{ tasks(filter: { status: { eq: DONE } }) { nodes { title estimateMinutes } } }',
    );
    expect(tasks.nodes).toEqual([{ title: 'Rake leaves', estimateMinutes: 15 }]);
    await expect.poll(shown).toBe(45);

    // To the trash, and back.
    await tab.getByRole('button', { name: 'Trash Rake leaves' }).click();
    await expectColumn(tab, 'Done', []);
    expect(await focused(tab)).toBe('Done 0');
    await tab.getByText('Trash', { exact: true }).last().click();
    await tab.getByRole('button', { name: 'Restore Rake leaves' }).click();
    await expectColumn(tab, 'Done', ['Rake leaves']);
    await saved(tab);

    // Another client of hers, before and after the session has expired.
    app.clock.advance(1000);
    const { id } = await ada.mutate('createTask', { title: 'From the phone' });
    await expect.poll(() => titlesIn(tab, 'To do').then(([first]) => first)).toBe('From the phone');
    await ada.mutate('updateTask', { id, title: 'From my phone', status: 'IN_PROGRESS' });
    await expectColumn(tab, 'In progress', ['From my phone']);
    const { token } = await ada.mutate('createAccessToken', { name: 'Phone', scopes: ['READ', 'WRITE'] }, 'token');
    const phone = app.as({ authorization: `Bearer ${token}` });
    const before = await tokensIn(tab);
    app.clock.advance(16 * 60_000);
    await tab.getByRole('button', { name: 'Complete From my phone' }).click();
    await expectColumn(tab, 'Done', ['Rake leaves', 'From my phone']);
    await saved(tab);
    await expect.poll(() => tokensIn(tab)).not.toEqual(before);
    await phone.mutate('createTask', { title: 'After a while' });
    await expect.poll(() => titlesIn(tab, 'To do')).toContain('After a while');

    // What is typed stays while its card moves, and does not overwrite what was written elsewhere since the form was opened.
    const edited = tab.getByRole('dialog', { name: 'Edit From my phone' });
    const edit = tab.getByRole('button', { name: 'Edit From my phone' });
    await edit.click();
    await edited.getByLabel('Title').fill('Typed here');
    await phone.mutate('updateTask', { id, title: 'Written there', status: 'TODO' });
    await expect.poll(() => titlesIn(tab, 'To do')).toContain('Written there');
    await edited.getByText('Changed elsewhere: “Written there”').waitFor();
    expect(await edited.getByLabel('Title').inputValue()).toBe('Typed here');
    expect(await barriersOf(tab)).toEqual([]);
    await edited.getByRole('button', { name: 'Save' }).click();
    const conflict = refused.getByRole('group', { name: 'Change “From my phone”' });
    await conflict.getByText('Now: “Written there”').waitFor();
    expect(await conflict.getByLabel('Title').inputValue()).toBe('Typed here');
    await conflict.getByRole('button', { name: 'Discard' }).click();
    await conflict.waitFor({ state: 'detached' });
    expect(await focused(tab)).toBe('Board');
    await tab.getByRole('button', { name: 'Edit Written there' }).click();
    await tab.keyboard.press('Escape');
    expect(await focused(tab)).toBe('Edit Written there');

    // What was refused is mended after its card was moved here, which is no conflict, or changed elsewhere, which is told before and after.
    const minutesNow = async () =>
      (await phone.query('query ($id: ID!) { task(id: $id) { estimateMinutes status } }', { id })).task;
    const wrong = refused.getByRole('group', { name: 'Change “Written there”' });
    const beWrong = async () => {
      await tab.getByRole('button', { name: 'Edit Written there' }).click();
      await tab.getByRole('dialog').getByLabel('Minutes').fill('0');
      await tab.getByRole('button', { name: 'Save' }).click();
      await wrong.waitFor();
    };
    const mend = async (minutes: string) => {
      await wrong.getByLabel('Minutes').fill(minutes);
      await wrong.getByRole('button', { name: 'Send again' }).click();
    };
    await beWrong();
    await tab.getByLabel('Column of Written there').selectOption('In progress');
    await saved(tab);
    await mend('20');
    await wrong.waitFor({ state: 'detached' });
    await saved(tab);
    expect(await minutesNow()).toEqual({ estimateMinutes: 20, status: 'IN_PROGRESS' });
    await beWrong();
    await phone.mutate('updateTask', { id, estimateMinutes: 30 });
    await wrong.getByText('Now: 30').waitFor();
    await mend('25');
    await wrong.waitFor({ state: 'detached' });
    await saved(tab);
    expect(await refused.count()).toBe(0);
    expect(await minutesNow()).toMatchObject({ estimateMinutes: 25 });
    await beWrong();
    const withoutNews = (route: Route) =>
      /BoardColumn|BoardChanged/.test(route.request().postData() ?? '') ? route.abort() : route.fallback();
    await browser.route(app.endpoint, withoutNews);
    app.cut();
    await phone.mutate('updateTask', { id, estimateMinutes: 40 });
    await mend('35');
    await wrong.getByText('This has changed since').waitFor();
    await browser.unroute(app.endpoint, withoutNews);
    await wrong.getByText('Now: 40').waitFor();
    await wrong.getByRole('button', { name: 'Discard' }).click();
    await wrong.waitFor({ state: 'detached' });

    // Lists that do not come: the page says so, and a second edit is no conflict with the first.
    const isTried = await watchTryAgain(tab);
    const withoutLists = async (route: Route) =>
      route.request().postData()?.includes('BoardColumn') && !(await isTried()) ? route.abort() : route.fallback();
    await browser.route(app.endpoint, withoutLists);
    for (const [title, next] of [
      ['Written there', 'Once'],
      ['Once', 'Twice'],
    ] as const) {
      await rename(tab, title, next);
      await expect
        .poll(async () => (await phone.query('query ($id: ID!) { task(id: $id) { title } }', { id })).task.title)
        .toBe(next);
    }
    await tab.getByText('The tasks could not be loaded. The server cannot be reached.').waitFor();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await saved(tab);
    expect(await refused.count()).toBe(0);

    await tab.emulateMedia({ colorScheme: 'dark' });
    expect(await barriersOf(tab)).toEqual([]);
    expect(await isTooWide(tab)).toBe(false);
    // A wrong password, an expired token, the stream that was left for that, and the lists and the stream that did not come.
    const expected = /401|ERR_ABORTED|ERR_FAILED|ERR_INCOMPLETE_CHUNKED_ENCODING/;
    expect(observed.complaints.filter((text) => !expected.test(text))).toEqual([]);
  });

  test(`edits that were made offline with ${client} survive a reload, and are sent once, by one tab; what was changed elsewhere is not overwritten`, async (context) => {
    const { app, ada, browser, observed, site, open } = await board.open(context, path);
    const outboxes = watchOutboxes(browser);
    const ids: Record<string, string> = {};
    for (const title of ['Move me', 'Change me', 'Not for long']) {
      ids[title] = (await ada.mutate('createTask', { title })).id;
    }
    const tab = await open();
    await signIn(tab, ada);
    await expectColumn(tab, 'To do', ['Move me', 'Change me', 'Not for long']);
    const other = await open();
    await expectColumn(other, 'To do', ['Move me', 'Change me', 'Not for long']);
    for (const one of [tab, other]) await controlled(one);

    // A server that fails is as good as none, and what it says is not kept. Nothing is but the page and its files.
    site.status = 503;
    await tab.reload();
    await expectColumn(tab, 'To do', ['Move me', 'Change me', 'Not for long']);
    site.status = undefined;
    const keptFiles = await tab.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0] ?? '');
      return (await cache.keys()).map(({ url }) => url.split('.').at(-1));
    });
    expect(new Set(keptFiles)).toEqual(new Set(['html', 'js', 'css']));

    const offline = (one: Page) => one.getByText('Offline. 6 edits are kept on this device.').count();
    await browser.setOffline(true);
    app.cut();
    await addTask(other, 'Packed');
    await rename(other, 'Not for long', 'Longer');
    await tab.bringToFront();
    await addTask(tab, 'Written in the train');
    await tab.getByLabel('Column of Written in the train').selectOption('Done');
    await tab.getByLabel('Column of Move me').selectOption('In progress');
    await rename(tab, 'Change me', 'Changed in the train');
    await expect.poll(() => offline(tab)).toBe(1);
    await expect.poll(() => offline(other)).toBe(1);
    // Elsewhere, one is changed, one is moved to the trash, and one is moved and changed: the last move counts.
    await ada.mutate('updateTask', { id: ids['Change me'], title: 'Changed at home' });
    await ada.mutate('trash', { id: ids['Not for long'] });
    await ada.mutate('updateTask', { id: ids['Move me'], status: 'DONE', title: 'Move me too' });

    await tab.reload();
    await expectColumn(tab, 'To do', ['Changed in the train', 'Longer', 'Packed']);
    await expectColumn(tab, 'In progress', ['Move me']);
    await expectColumn(tab, 'Done', ['Written in the train']);
    expect(await offline(tab)).toBe(1);
    expect(await barriersOf(tab)).toEqual([]);

    // The answer to the first batch that is done gets lost.
    let lost = 0;
    await browser.route(app.endpoint, async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('SendOutbox')) return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await browser.setOffline(false);
    for (const one of [tab, other]) {
      await one.bringToFront();
      await saved(one);
      await expectColumn(one, 'To do', ['Changed at home', 'Packed']);
      await expectColumn(one, 'In progress', ['Move me too']);
      await expectColumn(one, 'Done', ['Written in the train']);
      const refused = one.getByRole('region', { name: 'Not saved' });
      const changed = refused.getByRole('group', { name: 'Change “Change me”' });
      await changed.getByText('This has changed since').waitFor();
      await changed.getByText('Now: “Changed at home”').waitFor();
      expect(await changed.getByLabel('Title').inputValue()).toBe('Changed in the train');
      await refused.getByRole('group', { name: 'Change “Not for long”' }).waitFor();
    }
    expect(lost).toBe(1);
    // The first edit was on its way already when there was no connection, the others are done together.
    const { tasks, changeSets } = await ada.query(
      '{ tasks { nodes { title version } } changeSets { nodes { name } } }',
    );
    expect(changeSets.nodes.filter(({ name }: { name: string }) => name === 'batch')).toHaveLength(2);
    const versions = tasks.nodes.map(({ title, version }: { title: string; version: number }) => [title, version]);
    expect(Object.fromEntries(versions)).toEqual({
      'Written in the train': 2,
      'Move me too': 3,
      'Changed at home': 2,
      Packed: 1,
    });

    // Refused edits are sent again or discarded in one tab, and both show it.
    const refused = other.getByRole('region', { name: 'Not saved' });
    await refused
      .getByRole('group', { name: 'Change “Change me”' })
      .getByRole('button', { name: 'Send again' })
      .click();
    await refused
      .getByRole('group', { name: 'Change “Not for long”' })
      .getByRole('button', { name: 'Discard' })
      .click();
    for (const one of [tab, other]) {
      await expect.poll(() => one.getByRole('region', { name: 'Not saved' }).count()).toBe(0);
      await expectColumn(one, 'To do', ['Changed in the train', 'Packed']);
    }

    // Away for longer than the history is kept.
    await browser.setOffline(true);
    app.cut();
    await ada.mutate('createTask', { title: 'Meanwhile' });
    await pruneHistory(app.systemContext(), new Date('2030-01-01'));
    const count = observed.requests.length;
    await browser.setOffline(false);
    for (const one of [tab, other]) await expectColumn(one, 'To do', ['Changed in the train', 'Meanwhile', 'Packed']);
    const cursors = () =>
      observed.requests
        .slice(count)
        .filter(({ body }) => body?.includes('BoardChanged'))
        .map(({ body }) => JSON.parse(body ?? '').variables.after === null);
    await expect.poll(() => cursors().filter((isNew) => isNew).length).toBe(2);
    expect(outboxes.most).toBe(1);
  });

  test(`nobody sees or sends what another person left at the board by ${client}`, async (context) => {
    const { app, ada, browser, open } = await board.open(context, path);
    const bob = await app.person('Bob');
    const { token } = await ada.mutate('createAccessToken', { name: 'Later', scopes: ['READ'] }, 'token');
    await ada.mutate('createTask', { title: 'Of Ada' });
    const signedOut = (one: Page) => expect.poll(() => one.getByRole('button', { name: 'Sign in' }).count()).toBe(1);
    const tab = await open();
    await signIn(tab, ada);
    await expectColumn(tab, 'To do', ['Of Ada']);
    const other = await open();
    await expectColumn(other, 'To do', ['Of Ada']);

    // Her session ends while edits wait: they stay for her.
    await tab.bringToFront();
    await browser.route(app.endpoint, (route) =>
      route.request().postData()?.includes('SendOutbox') ? route.abort() : route.fallback(),
    );
    await addTask(tab, 'A secret');
    await tab.getByText('1 edit is kept on this device.').waitFor();
    await ada.query('mutation { signOutEverywhere { __typename } }');
    for (const one of [tab, other]) await signedOut(one);
    for (const one of [tab, other])
      await one.getByText(`Edits that wait on this device for ${ada.email}: 1.`).waitFor();
    await browser.unroute(app.endpoint);
    await signIn(tab, bob);
    await expectColumn(tab, 'To do', []);
    await addTask(tab, 'Of Bob');
    await saved(tab);
    await expectColumn(other, 'To do', ['Of Bob']);
    expect((await bob.query('{ tasks { nodes { title } } }')).tasks.nodes).toEqual([{ title: 'Of Bob' }]);
    // A server that does not answer keeps nobody.
    await browser.route(app.endpoint, (route) =>
      route.request().postData()?.includes('BoardSignOut') ? undefined : route.fallback(),
    );
    await tab.getByRole('button', { name: 'Sign out' }).click();
    for (const one of [tab, other]) await signedOut(one);
    const kept = (one: Page) =>
      one.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name?.split(' ')[1]));
    expect(await tokensIn(tab)).toEqual([]);
    await expect.poll(() => kept(tab)).toEqual([ada.id]);
    await signIn(tab, ada);
    await expectColumn(tab, 'To do', ['Of Ada', 'A secret']);
    await saved(tab);

    // By hand, with edits that wait: she is asked, and then nothing of hers is left.
    await browser.setOffline(true);
    await addTask(tab, 'Never mind');
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await tab.getByRole('button', { name: 'Stay' }).click();
    await tab.getByRole('article', { name: 'Never mind' }).waitFor();
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await tab.getByRole('button', { name: 'Discard and sign out' }).click();
    await tab.getByLabel('Email address').waitFor();
    await browser.setOffline(false);
    await signIn(tab, ada);
    await expectColumn(tab, 'To do', ['Of Ada', 'A secret']);
    await saved(tab);
    const later = app.as({ authorization: `Bearer ${token}` });
    expect((await later.query('{ tasks { totalCount } }')).tasks.totalCount).toBe(2);

    // Somebody new.
    await tab.getByRole('button', { name: 'Sign out' }).click();
    await tab.getByRole('button', { name: 'I am new here' }).click();
    await tab.getByLabel('Password').fill('short');
    await tab.getByRole('button', { name: 'Create account' }).click();
    await tab.getByText('must have at least 12 characters').waitFor();
    expect(await barriersOf(tab)).toEqual([]);
    await tab.getByLabel('Name').fill('Cy');
    await tab.getByLabel('Email address').fill('cy@example.org');
    await tab.getByLabel('Password').fill('correct horse battery');
    await tab.getByRole('button', { name: 'Create account' }).click();
    await saved(tab);
    await expectColumn(tab, 'To do', []);
  });
}
