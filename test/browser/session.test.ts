import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { createListeningApp } from '../clients/listening.ts';
import { listening } from '../support/listening.ts';
import { observe, useBrowser } from './browser.ts';

const openBrowser = useBrowser();

/** The file that frontends copy, as a script for a page: `kit.createSession(…)`. */
async function sessionScript(): Promise<string> {
  const entryPoints = [join(import.meta.dirname, '../../clients/kit/session.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'iife', globalName: 'kit', write: false });
  return outputFiles[0]?.text ?? '';
}

/** What a page does once its script is there: asks with its session, and refreshes that if it has to. */
const page = (script: string, endpoint: string) => `<!doctype html><title>Tab</title><script>${script}
const store = kit.createBrowserStore(localStorage);
const session = kit.createSession('${endpoint}', store);
async function ask() {
  const send = () => fetch('${endpoint}', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...session.headers() },
    body: JSON.stringify({ query: '{ viewer { name } }' }),
  });
  const { authorization } = session.headers();
  const response = await send();
  const remaining = response.headers.get('ratelimit-remaining');
  if (response.status !== 401) return { ...(await response.json()), remaining };
  return (await session.refresh(authorization)) ? (await send()).json() : 'signed out';
}</script>`;

test('pages of another origin keep one session in all tabs, and refresh it, through a flight without connection', async (context) => {
  const browser = await openBrowser(context);
  const observed = observe(browser);
  const port = await freePort();
  const app = await createListeningApp({ CORS_ORIGINS: `http://127.0.0.1:${port}`, REQUESTS_PER_MINUTE: '100' });
  const html = page(await sessionScript(), app.endpoint);
  const { url } = await listening((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  }, port);
  const { accessToken, refreshToken } = await app.person();
  const tabs = await Promise.all([browser.newPage(), browser.newPage()]);
  for (const tab of tabs) await tab.goto(url);
  await tabs[0].evaluate(`store.write(${JSON.stringify({ accessToken, refreshToken })})`);
  const ask = () => Promise.all(tabs.map((tab) => tab.evaluate('ask()')));
  const answer = { data: { viewer: { name: 'Ada' } } };
  expect(await ask()).toEqual([
    { ...answer, remaining: expect.stringMatching(/^\d+$/) },
    { ...answer, remaining: expect.stringMatching(/^\d+$/) },
  ]);

  app.clock.advance(16 * 60_000);
  expect(await ask()).toMatchObject([answer, answer]);
  const refreshes = () => observed.requests.filter(({ body }) => body?.includes('refreshSession')).length;
  // Browsers show the tabs of one origin what another one has stored a little later.
  expect([1, 2]).toContain(refreshes());

  app.clock.advance(16 * 60_000);
  await browser.setOffline(true);
  const failed = await tabs[0].evaluate('session.refresh(session.headers().authorization).catch(() => "offline")');
  expect(failed).toBe('offline');
  await browser.setOffline(false);
  expect(await ask()).toMatchObject([answer, answer]);
  await tabs[0].reload();
  expect(await ask()).toMatchObject([answer, answer]);
  // A browser asks once in two hours whether it may send these headers.
  const preflights = app.answered.filter((line) => line.startsWith('OPTIONS'));
  expect(preflights.length).toBeLessThanOrEqual(4);
});
