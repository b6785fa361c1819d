import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { expect, type TestContext, test } from 'vitest';
import { writePage } from '../../src/cli/open-browser.ts';
import { readStarterQueries } from '../../src/http/graphiql/starter-queries.ts';
import { createListeningApp } from '../clients/listening.ts';
import { ownerInBrowser, ownersLink } from '../support/browser.ts';
import { temporaryFolder } from '../support/command.ts';
import { leaveToCI } from '../support/services.ts';
import { observe, useBrowser } from './browser.ts';

const openBrowser = useBrowser();

/** The owner's browser, once it has opened the link that the server prints on its first start. */
async function openGraphiQL(context: TestContext) {
  const browser = await openBrowser(context);
  const app = await createListeningApp();
  const link = `${app.origin}/sign-in?token=${await ownersLink(app)}`;
  const observed = observe(browser);
  const page = await browser.newPage();
  await page.goto(link);
  await ready(page);
  return { app, page, link, observed };
}

const editor = (page: Page) => page.locator('.graphiql-query-editor .view-lines');
const result = (page: Page) => page.locator('.result-window .view-lines');
const tabs = (page: Page) => page.getByRole('tab').allInnerTexts();
const starterNames = readStarterQueries().map(({ query }) => /^(?:query|mutation) (\w+)/m.exec(query)?.[1]);

/** The text of an editor, which draws no ordinary spaces. */
const textOf = async (lines: Locator) => ((await lines.textContent()) ?? '').replaceAll('\u00a0', ' ');

/** Waits until the page is drawn and knows the schema. */
async function ready(page: Page): Promise<void> {
  await editor(page).waitFor();
  await page.locator('.graphiql-doc-explorer, [aria-label="Show Documentation Explorer"]').first().waitFor();
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab').getByText(name, { exact: true }).click();
  await expect.poll(() => textOf(editor(page))).toMatch(new RegExp(`(query|mutation) ${name}`));
  // It takes GraphiQL a tenth of a second to see which operation a tab has; nobody's hand is that quick.
  await page.waitForTimeout(300);
}

/** Presses the play button, and waits until the answer shows this. */
async function run(page: Page, expected: string): Promise<void> {
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await expect.poll(() => textOf(result(page))).toContain(expected);
}

test('the page that a start opens leads to the link, which signs in', async (context) => {
  const browser = await openBrowser(context);
  const app = await createListeningApp();
  const { complaints } = observe(browser);
  const page = await browser.newPage();
  const folder = temporaryFolder();
  await page.goto(pathToFileURL(writePage(`${app.origin}/sign-in?token=${await ownersLink(app)}`, folder)).href);
  await ready(page);
  expect(page.url()).toBe(app.endpoint);
  expect(await app.db.reads.session.count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('the printed link opens GraphiQL, signed in, with the starter queries in tabs', async (context) => {
  const { app, page, link, observed } = await openGraphiQL(context);
  expect(page.url()).toBe(app.endpoint);
  expect(await page.title()).toBe('Waymark');
  expect(await tabs(page)).toEqual(starterNames);

  await run(page, '"name": "Owner"');
  expect(await textOf(result(page))).toContain('"totalCount": 0');
  await openTab(page, 'FirstTask');
  await run(page, '"__typename": "CreateTaskPayload"');
  await openTab(page, 'Welcome');
  await run(page, '"title": "Prepare my talk"');
  expect((await app.db.reads.task.findMany()).map(({ title }) => title)).toEqual(['Prepare my talk']);

  const posts = observed.requests.filter(({ method }) => method === 'POST');
  expect(posts.filter(({ body }) => !body?.includes('IntrospectionQuery'))).toHaveLength(3);
  for (const { headers } of posts) expect(headers['x-waymark-csrf']).toBe('1');
  expect((await page.goto(link))?.status()).toBe(410);
});

test('the page loads nothing from another host, and its content security policy blocks nothing it needs', async (context) => {
  leaveToCI(context);
  const { app, page, observed } = await openGraphiQL(context);
  await run(page, '"name": "Owner"');
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.locator('.graphiql-doc-explorer').getByRole('link', { name: 'Query' }).click();
  const documented = page.locator('.graphiql-doc-explorer');
  await documented.getByText('A review of your tasks, by default of the last seven days.').waitFor();

  // A mistake is underlined by a worker, so the workers run.
  await openTab(page, 'FirstTask');
  expect(await page.locator('.graphiql-query-editor .squiggly-error').count()).toBe(0);
  await editor(page).getByText('scheduledOn').dblclick();
  await page.keyboard.type('scheduledIn');
  await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();

  expect(observed.requests.length).toBeGreaterThan(3);
  const elsewhere = observed.requests.filter(({ url }) => {
    const { protocol, origin } = new URL(url);
    return protocol !== 'data:' && origin !== app.origin;
  });
  expect(elsewhere).toEqual([]);
  expect(observed.complaints).toEqual([]);
  const asked = page.evaluate(() => fetch('http://elsewhere.test/').then(() => 'answered'));
  await expect(asked).rejects.toThrow('Failed to fetch');
  await expect.poll(() => observed.complaints.join('\n')).toContain('Content Security Policy');
});

test('GraphiQL is compressed, its script is cached, and a reload shows the same tabs', async (context) => {
  leaveToCI(context);
  const { app, page, observed } = await openGraphiQL(context);
  const sizes = await observed.compressed();
  expect(app.answered).toContain('GET /graphql 200');
  expect(app.answered).toContain('GET /graphiql.js 200');
  expect(Object.keys(sizes).sort()).toEqual(['/graphiql.css', '/graphiql.js', '/graphql']);
  expect(sizes['/graphql']).toBeLessThan(5_000);
  expect(sizes['/graphiql.js']).toBeLessThan(2_500_000);
  for (const load of [() => page.goto(app.endpoint), () => page.reload()]) {
    await load();
    await ready(page);
    await run(page, '"name": "Owner"');
    expect(await tabs(page)).toEqual(starterNames);
  }
  await openTab(page, 'Energy');
  const stored = () => page.evaluate(() => localStorage.getItem('graphiql:tabState'));
  await expect.poll(stored).toContain('"activeTabIndex":2');
  await page.goto(app.endpoint);
  await ready(page);
  await expect.poll(() => textOf(editor(page))).toContain('mutation Energy');
  expect(await tabs(page)).toEqual(starterNames);
  expect(app.answered.filter((answer) => answer === 'GET /graphql 200')).toHaveLength(4);
  expect(app.answered.filter((answer) => answer.startsWith('GET /graphiql.'))).toHaveLength(2);
});

test('a subscription runs, shows each event and stops', async (context) => {
  leaveToCI(context);
  const browser = await openBrowser(context);
  const app = await createListeningApp();
  const page = await browser.newPage();
  await page.request.get(`${app.origin}/sign-in?token=${await ownersLink(app)}`, { maxRedirects: 0 });
  const query =
    'subscription Live { changed(types: [TASK]) { ... on ChangePage { changes { node { ... on Task { title } } } } } }';
  await page.goto(`${app.endpoint}?query=${encodeURIComponent(query)}`);
  await ready(page);
  await expect.poll(() => textOf(editor(page))).toContain('subscription Live');
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const open = () => app.streams.size;
  await expect.poll(open).toBe(1);
  const owner = await ownerInBrowser(app);
  for (const title of ['Live at last', 'And once more']) {
    await owner.mutate('createTask', { title });
    await expect.poll(() => textOf(result(page))).toContain(`"title": "${title}"`);
  }
  await page.getByRole('button', { name: /^Stop query/ }).click();
  await expect.poll(open).toBe(0);
});
