import type { BrowserContext } from 'playwright-core';
import { expect, type TestContext, test } from 'vitest';
import { freePort } from '../../scripts/processes.ts';
import { createListeningApp } from '../clients/listening.ts';
import { createTestApp } from '../support/app.ts';
import { ownersLink } from '../support/browser.ts';
import { listening } from '../support/listening.ts';
import { barriersOf, isTooWide, observe, useBrowser } from './browser.ts';

const openBrowser = useBrowser();

async function openAccount(context: TestContext, variables: Record<string, string> = {}) {
  const browser: BrowserContext = await openBrowser(context);
  const app = await createListeningApp(variables);
  const observed = observe(browser);
  const page = await browser.newPage();
  await page.goto(`${app.origin}/sign-in?token=${await ownersLink(app)}`);
  return { app, page, observed };
}

test('in production, the link leads to the page of the account, where tokens are made and revoked', async (context) => {
  const { app, page, observed } = await openAccount(context, { NODE_ENV: 'production' });
  expect(page.url()).toBe(`${app.origin}/`);
  await page.getByText('Signed in as owner@waymark.localhost').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await page.getByRole('region', { name: 'Access tokens' }).getByLabel('Name').fill('Backup');
  await page.getByRole('button', { name: 'Create a token' }).click();
  const token = await page.getByLabel(/^Your new token/).inputValue();
  const viewer = await app.as({ authorization: `Bearer ${token}` }).query('{ viewer { role } }');
  expect(viewer).toEqual({ viewer: { role: 'OWNER' } });
  expect(await barriersOf(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  await page.getByRole('button', { name: 'Revoke: Backup' }).click();
  await page.getByRole('button', { name: 'Revoke: Backup' }).waitFor({ state: 'detached' });

  // Feeds, webhooks, calendars and an import, each with something to show.
  const feeds = page.getByRole('region', { name: 'Calendar feeds' });
  await feeds.getByLabel('Name').fill('Phone');
  await feeds.getByRole('button', { name: 'Create a feed' }).click();
  expect(await feeds.getByLabel(/^The address of your feed/).inputValue()).toMatch(/\/calendar\/.+\.ics$/);
  const webhooks = page.getByRole('region', { name: 'Webhooks' });
  await webhooks.getByLabel('Address').fill('https://example.org/hook');
  await webhooks.getByRole('button', { name: 'Create a webhook' }).click();
  expect(await webhooks.getByLabel(/^The secret/).inputValue()).toMatch(/^whsec_/);
  const connections = page.getByRole('region', { name: 'Connections' });
  await connections.getByLabel('Address of a calendar').fill('https://example.org/team.ics');
  await connections.getByRole('button', { name: 'Subscribe' }).click();
  await connections.getByRole('button', { name: 'Pause: example.org' }).waitFor();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Imported' });
  const headers = { authorization: `Bearer ${ada.accessToken}` };
  const buffer = Buffer.from(await (await fetch(`${app.origin}/export`, { headers })).arrayBuffer());
  await ada.mutate('deleteAccount', { email: ada.email, password: ada.password }, '__typename');
  const data = page.getByRole('region', { name: 'Your data' });
  const importFile = async (content: Buffer) => {
    await data
      .getByLabel('An export')
      .setInputFiles({ name: 'waymark.jsonl', mimeType: 'application/jsonl', buffer: content });
    await data.getByRole('button', { name: 'Import' }).click();
  };
  await importFile(Buffer.from('Something else'));
  await data.getByRole('alert').getByText('Line 1: ').waitFor();
  await importFile(buffer);
  await data.getByRole('status').getByText('1 record imported').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  const grace = await app.person();
  await page.getByLabel('Email address').fill(grace.email);
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').getByText('is wrong').waitFor();
  await page.getByLabel('Password').fill(grace.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText(`Signed in as ${grace.email}`).waitFor();
  expect(observed.requests.filter(({ url }) => !/^(data:|http:\/\/127\.0\.0\.1:)/.test(url))).toEqual([]);
  // The browser notes the 400 of the wrong file and the 401 of the wrong password.
  expect(observed.complaints.filter((text) => !/ 40[01] /.test(text))).toEqual([]);
});

test('a link that is opened from a page of another site signs in, too', async (context) => {
  const browser = await openBrowser(context);
  const app = await createListeningApp({ NODE_ENV: 'production' });
  const page = await browser.newPage();
  // To browsers, the two names of this machine are two sites.
  await page.goto(app.origin.replace('127.0.0.1', 'localhost'));
  const link = `${app.origin}/sign-in?token=${await ownersLink(app)}`;
  await page.evaluate((address) => location.assign(address), link);
  await page.getByText('Signed in as owner@waymark.localhost').waitFor();
  expect(page.url()).toBe(`${app.origin}/`);
});

test('a passkey is added on the page, and signs in without an address and a password', async (context) => {
  const browser = await openBrowser(context);
  const port = await freePort();
  const app = await createTestApp({ NODE_ENV: 'production', PUBLIC_URL: `http://localhost:${port}` });
  await listening(app.handler, port);
  const observed = observe(browser);
  const page = await browser.newPage();
  const devices = await browser.newCDPSession(page);
  await devices.send('WebAuthn.enable');
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  // At the address that is no name, it says where to go.
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.getByText('Passkeys work at').waitFor();
  await page.goto(`http://localhost:${port}/sign-in?token=${await ownersLink(app)}`);
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await passkeys.getByLabel('Name').fill('Laptop');
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
  await passkeys.getByRole('button', { name: 'Delete: Laptop' }).waitFor();
  expect(await barriersOf(page)).toEqual([]);
  expect(await isTooWide(page)).toBe(false);
  await passkeys.getByLabel('Name').fill('Laptop again');
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click();
  await passkeys.getByRole('alert').getByText('has a passkey for your account already').waitFor();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('Signed in as owner@waymark.localhost').waitFor();
  await passkeys.getByRole('button', { name: 'Delete: Laptop' }).click();
  await passkeys.getByRole('button', { name: 'Delete: Laptop' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('alert').getByText('The passkey is unknown').waitFor();

  // Without HTTPS, or in an old browser.
  await page.addInitScript('delete globalThis.PublicKeyCredential');
  await page.goto(`http://localhost:${port}/sign-in?token=${await ownersLink(app)}`);
  await passkeys.getByText('This browser cannot use passkeys here').waitFor();
  expect(await passkeys.getByRole('button').count()).toBe(0);
  expect(observed.complaints).toEqual([]);
});

test('GraphiQL has a line that says who is signed in and signs out, and fits below it', async (context) => {
  const { app, page, observed } = await openAccount(context);
  await page.getByText('Signed in as owner@waymark.localhost').waitFor();
  await page.locator('.graphiql-query-editor .view-lines').waitFor();
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const { y = 0, height = 0 } = (await page.locator('.graphiql-main').boundingBox()) ?? {};
    expect([width, Math.round(y + height)]).toEqual([width, 800]);
  }
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(app.endpoint);
  await page.getByText('You are not signed in. Run npm run link').waitFor();
  await page.locator('.graphiql-query-editor .view-lines').waitFor();
  // The editor's workers end with the page.
  expect(observed.complaints.filter((text) => !text.startsWith('failed: blob:'))).toEqual([]);
});
