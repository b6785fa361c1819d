import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import type { BrowserContext, Page, Request, Route } from 'playwright-core';
import { afterAll, expect, type TestContext } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { createListeningApp, type ListeningApp } from '../clients/listening.ts';
import type { SignedInPerson } from '../support/app.ts';
import { listening } from '../support/listening.ts';
import { type Observed, observe, useBrowser } from './browser.ts';

/** The pages of the board, by the clients that they are made with. */
export const boards = { 'Apollo Client': 'index.html', urql: 'urql.html' };

/** Builds the board as files that any server of files can serve. */
async function buildBoard(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-board-'));
  const root = join(import.meta.dirname, '../..');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const args = [vite, 'build', join(root, 'clients/board'), '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  // A process of its own: in that of the tests, Vite would make a page for development.
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } });
  return folder;
}

export interface UsedBoard {
  /** The board as files. */
  readonly build: () => Promise<string>;
  /** Starts a server, and a browser that loads a page of the board from another origin. */
  readonly open: (context: TestContext, page: string) => Promise<OpenedBoard>;
}

/** The board for the tests of a file, which is built for the first that needs it. */
export function useBoard(): UsedBoard {
  const openBrowser = useBrowser();
  let built: Promise<string> | undefined;
  const build = () => {
    built ??= buildBoard();
    return built;
  };
  afterAll(async () => {
    if (built) await rm(await built, { recursive: true });
  });
  return { build, open: async (context, page) => openBoard(await openBrowser(context), await build(), page) };
}

const types: Record<string, string> = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript' };

export interface OpenedBoard {
  app: ListeningApp;
  ada: SignedInPerson;
  browser: BrowserContext;
  observed: Observed;
  /** What the server of the page does from now on: answers all with a status, answers nothing, or serves the files of a newer build. */
  site: { status?: number; isHanging?: boolean; folder?: string };
  /** Opens the page in one more tab. */
  readonly open: () => Promise<Page>;
}

async function openBoard(browser: BrowserContext, folder: string, page: string): Promise<OpenedBoard> {
  const observed = observe(browser);
  const port = await freePort();
  const app = await createListeningApp(
    { CORS_ORIGINS: `http://127.0.0.1:${port}`, SIGN_UP: 'open' },
    { pollInterval: 50 },
  );
  const site: OpenedBoard['site'] = {};
  async function serve({ url: address = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = normalize(new URL(address, 'http://127.0.0.1').pathname);
    const file = await readFile(join(site.folder ?? folder, path)).catch(() => null);
    const type = types[extname(path)];
    if (site.isHanging) return;
    if (site.status) return void response.writeHead(site.status, { 'content-type': 'text/html' }).end('Failed');
    if (!file || !type) return void response.writeHead(404).end();
    const text = file.toString().replace('http://localhost:4000/graphql', app.endpoint);
    response.writeHead(200, { 'content-type': type }).end(text);
  }
  const { url } = await listening((request, response) => void serve(request, response), port);
  async function open() {
    const tab = await browser.newPage();
    await tab.goto(`${url}/${page}`);
    return tab;
  }
  return { app, ada: await app.person(), browser, observed, site, open };
}

/** A route that answers the operations of this name, and lets all others pass. */
export const only = (name: string, answer: (route: Route) => unknown) => (route: Route) =>
  route.request().postData()?.includes(name) ? void answer(route) : void route.fallback();

/**
 * Tells whether "Try again" was pressed in the page since this call. Requests that are to come by that are let through no sooner, so that nothing
 * comes by itself meanwhile.
 */
export async function watchTryAgain(tab: Page): Promise<() => Promise<boolean>> {
  await tab.evaluate(() => {
    const note = ({ target }: Event) => {
      if (target instanceof Element && target.textContent === 'Try again') document.body.setAttribute('data-tried', '');
    };
    addEventListener('click', note, true);
  });
  return () => tab.evaluate(() => document.body.hasAttribute('data-tried'));
}

/** Lets no time pass in a page with a clock of the test, so that no wait ends by itself. */
export async function stopTime(tab: Page): Promise<void> {
  await tab.clock.pauseAt((await tab.evaluate(() => Date.now())) + 1_000);
}

/** Waits until the page and its files are kept for a time without a connection. */
export const controlled = (tab: Page) =>
  // Not by `waitForFunction`, which looks once a frame: a tab in the background has hardly any.
  expect.poll(() => tab.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);

/** Signs somebody in by the form. */
export async function signIn(tab: Page, { email, password }: SignedInPerson): Promise<void> {
  await tab.getByLabel('Email address').fill(email);
  await tab.getByLabel('Password').fill(password);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await tab.getByRole('heading', { name: 'To do' }).waitFor();
}

/** The titles of a column, from the top. */
export const titlesIn = (tab: Page, column: string) =>
  tab.getByRole('region', { name: column }).locator('li .title').allInnerTexts();

/** Waits until a column has exactly these tasks, in any order. */
export const expectColumn = (tab: Page, column: string, titles: string[]) =>
  expect.poll(async () => (await titlesIn(tab, column)).sort()).toEqual([...titles].sort());

/** What has the focus, by its label or its text. */
export const focused = (tab: Page) =>
  tab.evaluate(() => {
    const { activeElement } = document;
    const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : null;
    return activeElement?.getAttribute('aria-label') ?? (label ?? activeElement)?.textContent;
  });

/** The tokens that the page keeps. */
export const tokensIn = (tab: Page) =>
  tab.evaluate(() => Object.entries(localStorage).filter(([key]) => key.startsWith('waymark-session ')));

/** Adds a task by the form. */
export async function addTask(tab: Page, title: string): Promise<void> {
  const form = tab.getByRole('form', { name: 'New task' });
  await form.getByLabel('New task').fill(title);
  await form.getByRole('button', { name: 'Add' }).click();
  await tab.getByRole('article', { name: title, exact: true }).waitFor();
}

/** Changes the title of a task in its place. */
export async function rename(tab: Page, title: string, next: string): Promise<void> {
  await tab.getByRole('button', { name: `Edit ${title}`, exact: true }).click();
  await tab
    .getByRole('group', { name: `Edit ${title}` })
    .getByLabel('Title')
    .fill(next);
  await tab.getByRole('button', { name: 'Save' }).click();
}

/** Waits until all edits are with the server. */
export const saved = (tab: Page) => tab.getByText(/^Everything (else )?is saved\.$/).waitFor();

/** Counts the requests of the outboxes of all tabs that are under way at the same time. */
export function watchOutboxes(browser: BrowserContext): { most: number } {
  const seen = { most: 0 };
  const underWay = new Set<Request>();
  browser.on('request', (request) => {
    if (!request.postData()?.includes('SendOutbox')) return;
    underWay.add(request);
    seen.most = Math.max(seen.most, underWay.size);
  });
  browser.on('requestfinished', (request) => underWay.delete(request));
  browser.on('requestfailed', (request) => underWay.delete(request));
  return seen;
}
