import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTestApp, type TestApp } from '../support/app.ts';
import { cookieOf, openLink, ownerInBrowser, ownersLink } from '../support/browser.ts';
import { fetchFrom } from '../support/http.ts';
import { listening } from '../support/listening.ts';
import { createMemoryLog } from '../support/memory-log.ts';

const here = { 'sec-fetch-site': 'same-origin' };

/** A browser that asks for the page, and sends its forms. */
function browserOf(app: TestApp, headers: Record<string, string> = {}) {
  const page = (path = '/') => fetchFrom(app, path, { headers: { accept: 'text/html', ...headers } });
  const send = (fields: Record<string, string>, from: Record<string, string> = here) =>
    fetchFrom(app, '/', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers, ...from },
      body: String(new URLSearchParams(fields)),
      redirect: 'manual',
    });
  return { page, send };
}

async function ownerOf(app: TestApp) {
  const owner = await ownerInBrowser(app);
  return { ...owner, ...browserOf(app, { cookie: owner.cookie }) };
}

/** The value of a hidden id beside the button with this label. */
const idBeside = (text: string, label: string) =>
  new RegExp(`name="id" value="([\\w-]+)">\\s*<button aria-label="${label}`).exec(text)?.[1] ?? '';

test('the page says who is signed in and lists tokens and sessions; signed out, it is a form to sign in', async () => {
  const app = await createTestApp();
  const out = await browserOf(app).page();
  expect(out.status).toBe(200);
  expect(out.text).toContain('<h1>Sign in</h1>');
  expect(out.text).toContain('npm run link');
  const owner = await ownerOf(app);
  await owner.mutate('createAccessToken', { name: 'Backup', scopes: ['READ'] }, 'token');
  const { text, headers } = await owner.page();
  for (const part of ['owner@waymark.localhost', 'Backup', 'token create', '/export', '(this browser)'])
    expect(text).toContain(part);
  expect(text.includes('href="/docs/"')).toBe(existsSync(join(import.meta.dirname, '../../docs-site')));
  // Passkeys belong to a name, and the links of this server lead to an address.
  expect(text).toMatch(/Sign-in links lead there with <code>PUBLIC_URL=http:\/\/localhost:\d+</);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  expect(text).not.toMatch(/<script(?! type="module" src)|<style|\sstyle=|\son\w+=/);
  // Nobody but a session manages an account, and nothing is told of one by a token.
  const ada = await app.person();
  const byToken = { authorization: `Bearer ${ada.accessToken}` };
  expect((await browserOf(app, byToken).page()).text).toContain('<h1>Sign in</h1>');
  const style = await fetchFrom(app, /href="(\/pages\.css[^"]+)"/.exec(text)?.[1] ?? '');
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  for (const method of ['PUT', 'DELETE']) {
    const refused = await fetchFrom(app, '/', { method, headers: { accept: 'text/html' } });
    expect([method, refused.status]).toEqual([method, 302]);
  }
});

test('a password signs in by a cookie; a wrong one is said on the page, without telling whether the account exists', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const { send } = browserOf(app);
  const signIn = (fields: { email?: string; password?: string }) =>
    send({ action: 'signIn', email: ada.email, password: ada.password, ...fields });
  const signedIn = await signIn({});
  expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/']);
  expect(signedIn.headers.get('set-cookie')).toMatch(/^waymark_session=[\w-]{43}; HttpOnly; SameSite=Strict/);
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await browserOf(app, { cookie }).page()).text).toContain(ada.email);
  const [wrong, unknown] = [await signIn({ password: 'wrong' }), await signIn({ email: 'no@example.org' })];
  for (const { status, text, headers } of [wrong, unknown]) {
    expect([status, headers.get('set-cookie')]).toEqual([401, null]);
    expect(text).toContain('<div role="alert">The email address or the password is wrong.</div>');
  }
  expect(wrong.text).toContain(`value="${ada.email}"`);
  expect(wrong.text).not.toContain('value="wrong"');
  const limited = await Promise.all(Array.from({ length: 40 }, () => signIn({ email: 'x@example.org' })));
  const last = limited.find(({ status }) => status === 429);
  expect(last?.text).toContain('Too many attempts');
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a form creates a token, which is shown once and works; another revokes it', async () => {
  const app = await createTestApp();
  const owner = await ownerOf(app);
  const create = (fields: object) =>
    owner.send({ action: 'createToken', name: 'Script', scopes: 'write', expiresAt: 'P30D', ...fields });
  const created = await create({});
  const token = /wm_pat_\w[\w-]+/.exec(created.text)?.[0] ?? '';
  expect(created.status).toBe(200);
  const script = app.as({ authorization: `Bearer ${token}` });
  expect((await script.mutate('createTask', { title: 'By a script' })).__typename).toBe('Task');
  expect((await script.query('{ accessTokens { scopes expiresAt } }')).accessTokens).toEqual([
    { scopes: ['READ', 'WRITE'], expiresAt: '2026-12-23T09:00:00.000Z' },
  ]);
  const { text } = await owner.page();
  expect(text).not.toContain(token);
  expect((await create({ scopes: 'none' })).status).toBe(400);
  expect((await create({ expiresAt: 'P-1D' })).status).toBe(400);
  expect((await create({ name: ' ' })).text).toContain('<div role="alert">The name ');
  const id = idBeside(text, 'Revoke: Script');
  expect((await owner.send({ action: 'revokeToken', id })).status).toBe(303);
  expect((await script.ask('{ viewer { id } }')).status).toBe(401);
  expect((await owner.send({ action: 'revokeToken', id })).text).toContain('That is gone already.');
  expect((await owner.send({ action: 'unheard' })).status).toBe(400);
});

test('forms end sessions and sign out, which removes the cookie', async () => {
  const app = await createTestApp();
  const owner = await ownerOf(app);
  const other = await ownerInBrowser(app);
  const { sessions } = await owner.query('{ sessions { id isCurrent } }');
  const otherId = sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent).id.slice('Session:'.length);
  const ended = await owner.send({ action: 'endSession', id: otherId });
  expect([ended.status, ended.headers.get('set-cookie')]).toEqual([303, null]);
  expect(await other.query('{ viewer { id } }')).toEqual({ viewer: null });
  const out = await owner.send({ action: 'signOut' });
  expect([out.status, out.headers.get('set-cookie')]).toEqual([
    303,
    'waymark_session=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0',
  ]);
  expect(await owner.query('{ viewer { id } }')).toEqual({ viewer: null });
  expect((await owner.send({ action: 'createToken', name: 'x', scopes: 'read' })).status).toBe(401);
});

test('nobody acts on what is of somebody else', async () => {
  const app = await createTestApp();
  const owner = await ownerOf(app);
  const ada = await app.person();
  const { accessToken } = await ada.mutate(
    'createAccessToken',
    { name: 'Hers', scopes: ['READ'] },
    'accessToken { id }',
  );
  const [session] = (await ada.query('{ sessions { id } }')).sessions;
  const { calendarFeed } = await ada.mutate('createCalendarFeed', { name: 'Hers' }, 'calendarFeed { id }');
  const { webhook } = await ada.mutate('createWebhook', { url: 'https://example.org/hers' }, 'webhook { id }');
  const calendar = await ada.mutate('subscribeToCalendar', { url: 'https://example.org/hers.ics' });
  for (const [action, node] of [
    ['revokeToken', accessToken],
    ['endSession', session],
    ['revokeFeed', calendarFeed],
    ['disableWebhook', webhook],
    ['deleteWebhook', webhook],
    ['pause', calendar],
    ['disconnect', calendar],
  ] as const) {
    const id = node.id.split(':')[1] ?? '';
    expect((await owner.send({ action, id })).status).toBe(404);
    expect((await owner.send({ action, id: "' OR 1=1" })).status).toBe(400);
  }
  const hers =
    '{ accessTokens { id } sessions { id } calendarFeeds { id } webhooks { isEnabled } integrations { state } }';
  const kept = await ada.query(hers);
  expect(Object.values(kept).map((list) => (list as unknown[]).length)).toEqual([1, 1, 1, 1, 1]);
  expect([kept.webhooks[0].isEnabled, kept.integrations[0].state]).toEqual([true, 'CONNECTED']);
});

test('forms create feeds and webhooks, whose secrets are shown once, and end them', async () => {
  const app = await createTestApp();
  const owner = await ownerOf(app);
  const feed = await owner.send({ action: 'createFeed', name: 'Phone' });
  const path = /\/calendar\/[\w-]+\.ics/.exec(feed.text)?.[0] ?? '';
  expect((await fetchFrom(app, path)).text).toContain('BEGIN:VCALENDAR');
  const webhook = await owner.send({ action: 'createWebhook', url: 'https://example.org/hook', description: 'Mine' });
  expect(webhook.text).toMatch(/value="whsec_[^"]+"/);
  expect((await owner.send({ action: 'createWebhook', url: 'http://10.0.0.1/', description: '' })).text).toContain(
    'The url must not be an address in a private network',
  );
  const { text } = await owner.page();
  expect(text).not.toMatch(/whsec_|\/calendar\//);
  expect((await owner.send({ action: 'revokeFeed', id: idBeside(text, 'Revoke: Phone') })).status).toBe(303);
  expect((await fetchFrom(app, path)).status).toBe(404);
  const id = idBeside(text, 'Disable: https://example.org/hook');
  const isEnabled = async () => (await owner.query('{ webhooks { isEnabled } }')).webhooks;
  await owner.send({ action: 'disableWebhook', id });
  expect(await isEnabled()).toEqual([{ isEnabled: false }]);
  await owner.send({
    action: 'enableWebhook',
    id: idBeside((await owner.page()).text, 'Enable: https://example.org/hook'),
  });
  expect(await isEnabled()).toEqual([{ isEnabled: true }]);
  await owner.send({ action: 'deleteWebhook', id });
  expect(await isEnabled()).toEqual([]);
});

test('forms subscribe to a calendar, pause and disconnect it, and lead to a provider that the server is set up with', async () => {
  const app = await createTestApp({ OUTLOOK_CLIENT_ID: 'app' });
  const owner = await ownerOf(app);
  await owner.send({ action: 'subscribe', url: 'webcal://calendar.example.org/basic.ics', name: 'Team' });
  const stateOf = async () => (await owner.query('{ integrations { name state } }')).integrations;
  expect(await stateOf()).toEqual([{ name: 'Team', state: 'CONNECTED' }]);
  const { text } = await owner.page();
  const id = idBeside(text, 'Pause: Team');
  await owner.send({ action: 'pause', id });
  expect(await stateOf()).toEqual([{ name: 'Team', state: 'PAUSED' }]);
  await owner.send({ action: 'resume', id });
  await owner.send({ action: 'disconnect', id });
  expect(await stateOf()).toEqual([]);
  expect(text).toContain('Connect Outlook');
  expect(text).not.toContain('Connect Miro');
  const led = await owner.send({ action: 'connect', provider: 'OUTLOOK', permissions: 'WRITE_TASKS' });
  const [, address = ''] = /<a href="(https:[^"]+)">Continue to Outlook/.exec(led.text) ?? [];
  const { searchParams } = new URL(address.replaceAll('&amp;', '&'));
  expect(searchParams.get('scope')).toContain('Tasks.ReadWrite');
  const refused: Record<string, string>[] = [
    { provider: 'MIRO' },
    { provider: 'ICS' },
    { provider: 'x' },
    { provider: 'OUTLOOK', permissions: 'x' },
  ];
  const statuses = await Promise.all(refused.map((fields) => owner.send({ action: 'connect', ...fields })));
  expect(statuses.map(({ status }) => status)).toEqual([409, 400, 400, 400]);
});

test('a form of another site is refused, and so is one that is none or too long', async () => {
  const app = await createTestApp();
  const owner = await ownerOf(app);
  const create = { action: 'createToken', name: 'Forged', scopes: 'write' };
  const elsewhere: Record<string, string>[] = [
    {},
    { 'sec-fetch-site': 'cross-site', origin: 'http://waymark.test', host: 'waymark.test' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: 'null', host: 'waymark.test' },
    { origin: 'http://evil.test', host: 'waymark.test' },
    { origin: 'http://waymark.test:81', host: 'waymark.test' },
  ];
  for (const from of elsewhere) {
    expect([from, (await owner.send(create, from)).status]).toEqual([from, 403]);
  }
  const json = { ...here, 'content-type': 'application/json' };
  expect((await owner.send(create, json)).status).toBe(403);
  expect((await owner.send({ ...create, name: 'x'.repeat(20_000) })).status).toBe(403);
  expect(await app.db.reads.accessToken.count()).toBe(0);
  // Browsers without the header say where a form comes from by its origin.
  expect((await owner.send(create, { origin: 'http://waymark.test', host: 'waymark.test' })).status).toBe(200);
  // The rest of a refused form does not disturb the next request.
  const { url } = await listening(app.handler);
  const body = `action=${'x'.repeat(2_000_000)}`;
  const headers = { ...here, 'content-type': 'application/x-www-form-urlencoded' };
  const told = await fetch(url, { method: 'POST', headers, body: body.slice(0, 20_000) });
  expect([told.status, await told.text()]).toEqual([403, expect.stringContaining('too long')]);
  for (let time = 0; time < 3; time += 1) {
    const refused = await fetch(url, { method: 'POST', headers, body }).catch(() => ({ status: 403 }));
    expect(refused.status).toBe(403);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  }
});

test('a browser that leaves in the middle of a form is no fault of the server', async () => {
  const { log, lines } = createMemoryLog();
  const app = await createTestApp({}, { log });
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
  const headers = { ...here, 'content-type': 'application/x-www-form-urlencoded' };
  const response = await fetchFrom(app, '/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  expect(response.status).toBe(403);
  expect(lines.filter(({ level }) => level === 50)).toEqual([]);
});

test('what people have named is shown as text', async () => {
  const app = await createTestApp();
  const cookie = cookieOf(await openLink(app, await ownersLink(app)));
  const owner = app.as({ cookie, 'x-waymark-csrf': '1', 'user-agent': '<img src=x>' });
  const evil = `"><script>alert('&amp;')</script>`;
  await owner.mutate('createAccessToken', { name: evil, scopes: ['READ'] }, 'token');
  await owner.mutate('updateProfile', { name: evil });
  const link = await ownersLink(app);
  await fetchFrom(app, `/sign-in?token=${link}`, { headers: { 'user-agent': evil }, redirect: 'manual' });
  const { text } = await browserOf(app, { cookie }).page();
  expect(text).not.toContain('<script>');
  expect(text.split('&quot;&gt;&lt;script&gt;alert(&#39;&amp;amp;&#39;)&lt;/script&gt;').length).toBeGreaterThan(4);
  const back = await browserOf(app).send({ action: 'signIn', email: evil, password: 'x' });
  expect(back.text).not.toContain('<script>');
});

test('a link that does not work leads a browser to the page that says what to do', async () => {
  const app = await createTestApp();
  const { page } = browserOf(app);
  const gone = await page('/sign-in?token=used');
  expect(gone.status).toBe(410);
  expect(gone.text).toContain('<h1>Sign in</h1>');
  expect(gone.text).toContain('npm run link');
});

test('GraphiQL says who is signed in, or how to sign in', async () => {
  const app = await createTestApp();
  const out = await browserOf(app).page('/graphql');
  expect(out.text).toContain('You are not signed in. Run <code>npm run link</code>');
  const owner = await ownerOf(app);
  const { text, headers } = await owner.page('/graphql');
  expect(text).toContain('Signed in as <strong>owner@waymark.localhost</strong>');
  expect(text).toContain('value="signOut"');
  expect(headers.get('vary')).toContain('cookie');
});
