import { existsSync } from 'node:fs';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { afterAll, onTestFinished, type TestContext } from 'vitest';
import { leaveToCI, skipOrFail } from '../support/services.ts';

const executablePath = process.env.WAYMARK_TEST_CHROMIUM ?? '/usr/bin/chromium';

/** Quiet, and cut off from everything but this machine: what a page asks of any other host fails, and is seen to. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/**
 * Chromium for the tests of a file, which starts with the first that needs it.
 * @returns a function that opens a window for a test, which goes with it: with cookies, databases and a cache of its own. Without Chromium the test
 * is skipped
 */
export function useBrowser(): (context: TestContext) => Promise<BrowserContext> {
  let launched: Promise<Browser> | undefined;
  afterAll(async () => {
    await (await launched)?.close();
  });
  return async (context) => {
    leaveToCI(context);
    if (!existsSync(executablePath)) skipOrFail(context, `Chromium is not installed at ${executablePath}`);
    launched ??= chromium.launch({ executablePath, headless: true, args });
    const browser = await (await launched).newContext({ viewport: { width: 1280, height: 800 } });
    onTestFinished(() => browser.close());
    return browser;
  };
}

export interface Observed {
  /** Every address that was asked for, by the page and by its workers. */
  requests: { method: string; url: string; headers: Record<string, string>; body: string | null }[];
  /** What the page complained of: errors, warnings, and everything that its content security policy refused. */
  complaints: string[];
  /** How many bytes each answer had on its way that came compressed, by its path. */
  compressed(): Promise<Record<string, number>>;
}

/** Watches all that goes out of a browser and all that goes wrong in it. */
export function observe(browser: BrowserContext): Observed {
  const finished: Request[] = [];
  browser.on('requestfinished', (request) => finished.push(request));
  async function compressed() {
    const sizes: Record<string, number> = {};
    for (const request of finished) {
      const encoding = await (await request.response())?.headerValue('content-encoding');
      if (encoding === 'gzip') sizes[new URL(request.url()).pathname] = (await request.sizes()).responseBodySize;
    }
    return sizes;
  }
  const observed: Observed = { requests: [], complaints: [], compressed };
  browser.on('request', (request) => {
    const body = request.postData();
    observed.requests.push({ method: request.method(), url: request.url(), headers: request.headers(), body });
  });
  browser.on('requestfailed', (request) => {
    observed.complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  browser.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) observed.complaints.push(`${message.type()}: ${message.text()}`);
  });
  browser.on('weberror', (error) => {
    observed.complaints.push(`thrown: ${error.error().message}`);
  });
  return observed;
}

/** What axe-core finds wrong with a page for people who use it without a mouse, or without seeing it. */
export async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Whether something of a page is only reached by scrolling sideways, at the width of a phone. */
export async function isTooWide(page: Page): Promise<boolean> {
  await page.setViewportSize({ width: 390, height: 800 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize({ width: 1280, height: 800 });
  return width > 390;
}
