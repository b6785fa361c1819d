/** Takes the pictures of the demo that the README shows: `node scripts/screenshots.ts`. Takes Chromium, and leaves no data behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { seedDemo } from '../src/demo/seed.ts';
import { createSignInLink } from '../src/domains/accounts/sessions/sessions.service.ts';

const executablePath = process.env.WAYMARK_TEST_CHROMIUM ?? '/usr/bin/chromium';
/** A Monday morning, so that a picture that is taken again differs in nothing but what changed. */
const clock = { now: () => new Date('2026-11-23T08:00:00Z') };

/** The tabs that are pictured, and what an answer shows when it is there. */
const pictures = { Welcome: 'Robin Vega', Readiness: 'criteria', Numbers: 'estimateMinutes' };

/** Opens a tab, runs it, and takes a picture once the answer is there and nothing moves any longer. */
async function takePicture(page: Page, tab: string, answer: string): Promise<void> {
  await page.getByRole('tab').getByText(tab, { exact: true }).click();
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.result-window').getByText(answer).first().waitFor();
  await page.mouse.move(900, 700);
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(import.meta.dirname, `../docs/images/${tab.toLowerCase()}.png`) });
}

// The demo account lives where the machine is: so that it always is the same place.
process.env.TZ = 'Europe/Berlin';
const folder = mkdtempSync(join(tmpdir(), 'waymark-screenshots-'));
const config = parseConfig({ WAYMARK_DATA_DIR: folder, LOG_LEVEL: 'warn' });
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
    await page.goto(`http://127.0.0.1:${port}/sign-in?token=${link}`);
    await page.locator('.graphiql-query-editor .view-lines').waitFor();
    for (const [tab, answer] of Object.entries(pictures)) await takePicture(page, tab, answer);
  } finally {
    await browser.close();
  }
} finally {
  server.closeAllConnections();
  server.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
