/** `node scripts/screenshots.ts`: takes the screenshots of the documentation, of the demo account. Needs Chromium. Leaves no data behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createServer as createViteServer } from 'vite';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { seedDemo } from '../src/demo/seed.ts';
import { createSignInLink } from '../src/domains/accounts/sign-in-links/sign-in-links.service.ts';
import { freePort } from './processes.ts';
import { root } from './root.ts';

const executablePath = process.env.WAYMARK_TEST_CHROMIUM ?? '/usr/bin/chromium';
/** A fixed Monday morning, so that new screenshots differ only where the program does. */
const clock = { now: () => new Date('2026-11-23T08:00:00Z') };

/** The tabs to take screenshots of, each with a text that its result contains. */
const screenshots = { Welcome: 'Robin Vega' };

/** The sections of the insights to take screenshots of, by the names of the files. */
const sections = { readiness: 'Readiness for roles', skills: 'Skills matrix', energy: 'Energy', goals: 'Goals' };

/** Opens a tab, runs its query, and takes a screenshot once the result is shown and nothing moves. */
async function takeScreenshot(page: Page, tab: string, text: string): Promise<void> {
  await page.getByRole('tab').getByText(tab, { exact: true }).click();
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.result-window').getByText(text).first().waitFor();
  await page.mouse.move(900, 700);
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(root, `docs/images/${tab.toLowerCase()}.png`) });
}

/** Takes a screenshot of the top of each section of the insights. */
async function takeInsights(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(
    () => document.querySelectorAll('.chart svg').length > 0 && !document.querySelector('[aria-busy]'),
  );
  for (const [name, title] of Object.entries(sections)) {
    const {
      x = 0,
      y = 0,
      width = 0,
      height = 0,
    } = (await page.getByRole('region', { name: title }).boundingBox()) ?? {};
    const clip = { x, y, width, height: Math.min(height, 880) };
    await page.screenshot({ path: join(root, `docs/images/${name}.png`), fullPage: true, clip });
  }
}

/** Takes screenshots of a page that is open, as a screen and as a phone shows it. */
async function takeBoth(page: Page, name: string): Promise<void> {
  const path = (kind: string) => join(root, `docs/images/${name}${kind}.png`);
  await page.screenshot({ path: path('') });
  await page.setViewportSize({ width: 390, height: 880 });
  await page.waitForTimeout(500);
  await page.screenshot({ path: path('-phone') });
  await page.setViewportSize({ width: 1280, height: 880 });
}

/** Takes screenshots of the page on which people answer a request for feedback. */
async function takeFeedback(page: Page, origin: string): Promise<void> {
  const path = await page.evaluate(async () => {
    const ask = async (query: string, input: object) => {
      const headers = { 'content-type': 'application/json', 'x-waymark-csrf': '1' };
      const body = JSON.stringify({ query, variables: { input } });
      return (await fetch('/graphql', { method: 'POST', headers, body })).json();
    };
    const person =
      'mutation ($input: CreatePersonInput!) { made: createPerson(input: $input) { ... on CreatePersonPayload { person { id } } } }';
    const { data } = await ask(person, { name: 'Grace' });
    const request =
      'mutation ($input: CreateFeedbackRequestInput!) { made: createFeedbackRequest(input: $input) { ... on CreateFeedbackRequestPayload { url } } }';
    const asked = await ask(request, {
      personId: data.made.person.id,
      topic: 'My part in the move to the event log',
      message: 'Whatever comes to mind helps me, also in keywords.',
      questions: ['What should I keep doing?', 'What should I do differently?'],
    });
    return new URL(asked.data.made.url).pathname;
  });
  await page.goto(`${origin}${path}`);
  await takeBoth(page, 'feedback');
}

/** Signs in as a program does, from a page of the server that may ask the API. */
const signInForBoard = (page: Page) =>
  page.evaluate(async () => {
    const query = `mutation ($input: CreateAccessTokenInput!) {
      made: createAccessToken(input: $input) { ... on CreateAccessTokenPayload { token } }
    }`;
    const headers = { 'content-type': 'application/json', 'x-waymark-csrf': '1' };
    const ask = async (body: object) =>
      (await (await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(body) })).json()).data;
    const { made } = await ask({ query, variables: { input: { name: 'Board', scopes: ['READ', 'WRITE'] } } });
    const { viewer } = await ask({ query: '{ viewer { id name email } }' });
    return { token: made.token as string, viewer: viewer as { id: string } };
  });

/** Takes screenshots of the board of `clients/`, with an edit that was refused. */
async function takeBoard(
  page: Page,
  signedIn: Awaited<ReturnType<typeof signInForBoard>>,
  origin: string,
  port: number,
): Promise<void> {
  const atServer = (html: string) => html.replace('http://localhost:4000', origin);
  const board = await createViteServer({
    root: join(root, 'clients/board'),
    server: { port },
    logLevel: 'error',
    plugins: [{ name: 'endpoint', transformIndexHtml: atServer }],
  });
  await board.listen();
  try {
    const address = `http://localhost:${port}/`;
    await page.goto(address);
    await page.evaluate(({ token, viewer }) => {
      localStorage.setItem('waymark-board', JSON.stringify(viewer));
      localStorage.setItem(`waymark-session ${viewer.id}`, JSON.stringify({ accessToken: token, refreshToken: '' }));
    }, signedIn);
    await page.reload();
    await page.locator('li').first().waitFor();
    await page.getByLabel('New task').last().fill('Book a room for the review');
    await page.getByLabel('Minutes').fill('0');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('region', { name: 'Not saved' }).getByText('must be a whole number').waitFor();
    await takeBoth(page, 'board');
  } finally {
    await board.close();
  }
}

// The demo account gets the time zone of the machine.
process.env.TZ = 'Europe/Berlin';
const folder = mkdtempSync(join(tmpdir(), 'waymark-screenshots-'));
const boardPort = await freePort();
const config = parseConfig({
  WAYMARK_DATA_DIR: folder,
  LOG_LEVEL: 'warn',
  CORS_ORIGINS: `http://localhost:${boardPort}`,
});
const app = await createApp(config, { clock });
const server = createServer(app.handler);
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
try {
  const { id } = await seedDemo(app.systemContext(), { seed: 1, onProgress: () => {} });
  const link = await createSignInLink(app.systemContext(), id);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  const browser = await chromium.launch({ executablePath, headless: true, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 880 } });
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://localhost:${port}/sign-in?token=${link}`);
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
    for (const [tab, text] of Object.entries(screenshots)) await takeScreenshot(page, tab, text);
    await page.goto(`http://localhost:${port}/`);
    await page.getByRole('heading', { name: 'Robin Vega' }).waitFor();
    await takeBoth(page, 'account');
    await takeInsights(page, `http://localhost:${port}/insights`);
    await takeBoth(page, 'insights');
    const board = await browser.newPage({ viewport: { width: 1280, height: 880 } });
    await takeBoard(board, await signInForBoard(page), `http://localhost:${port}`, boardPort);
    await takeFeedback(page, `http://localhost:${port}`);
  } finally {
    await browser.close();
  }
} finally {
  server.closeAllConnections();
  server.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
