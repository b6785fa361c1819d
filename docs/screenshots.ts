/** Takes the pictures that the README shows: `node docs/screenshots.ts`. Takes Chromium, and leaves no data behind. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { createApp } from '../src/app.ts';
import { parseConfig } from '../src/config.ts';
import { ensureOwner } from '../src/domains/accounts/accounts.service.ts';
import { createSignInLink } from '../src/domains/sessions/sessions.service.ts';

const executablePath = process.env.WAYMARK_TEST_CHROMIUM ?? '/usr/bin/chromium';
/** A Monday morning, so that a picture that is taken again differs in nothing but what changed. */
const clock = { now: () => new Date('2026-11-23T08:00:00Z') };

const example = `mutation {
  updateProfile(input: { name: "Ada", email: "ada@example.org", timeZone: "Europe/Berlin" }) { __typename }
  review: createTask(input: { title: "Review Ben's design", scheduledOn: "TODAY", priority: HIGH }) { __typename }
  prepare: createTask(input: { title: "Prepare the interview", scheduledOn: "TODAY", priority: URGENT }) { ... on Task { id } }
  read: createTask(input: { title: "Read chapter 4 of DDIA", scheduledOn: "TODAY", priority: LOW }) { __typename }
}`;
const focus = `mutation ($id: ID!) {
  completeTask(input: { id: $id }) { __typename }
  setDailyFocus(input: { intention: "Go in calm and prepared", taskIds: [$id] }) { __typename }
}`;

/** Asks as the signed-in page does. */
function ask(page: Page, query: string, variables: object = {}) {
  return page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'x-waymark-csrf': '1' };
    const response = await fetch('/graphql', { method: 'POST', headers, body });
    const answer = await response.json();
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }, JSON.stringify({ query, variables }));
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-screenshots-'));
const config = parseConfig({ WAYMARK_DATA_DIR: folder, LOG_LEVEL: 'warn' });
const app = await createApp(config, { clock });
const server = createServer(app.handler);
await new Promise<void>((resolve) => {
  server.listen(0, '127.0.0.1', resolve);
});
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const browser = await chromium.launch({ executablePath, headless: true, args });
try {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { account } = await ensureOwner(app.systemContext());
  const page = await browser.newPage({ viewport: { width: 1280, height: 880 } });
  await page.goto(`${origin}/sign-in?token=${await createSignInLink(app.systemContext(), account.id)}`);
  const { prepare } = await ask(page, example);
  await ask(page, focus, { id: prepare.id });

  await page.locator('.graphiql-query-editor .view-lines').waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.result-window').getByText('Go in calm and prepared').waitFor();
  await page.mouse.move(900, 700);
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
  });
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(import.meta.dirname, 'images/graphiql.png') });
} finally {
  await browser.close();
  server.closeAllConnections();
  server.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
