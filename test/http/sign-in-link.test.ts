import { expect, test } from 'vitest';
import { createTestApp } from '../support/app.ts';
import { cookieOf, openLink, ownerInBrowser, ownersLink } from '../support/browser.ts';
import { fetchFrom } from '../support/http.ts';

const csrfHeaders = ['x-waymark-csrf', 'apollo-require-preflight', 'x-apollo-operation-name'];
const day = 24 * 60 * 60 * 1000;

test('a sign-in link sets a cookie that is HttpOnly and SameSite=Strict', async () => {
  const app = await createTestApp();
  const response = await openLink(app, await ownersLink(app));
  expect([response.status, response.headers.get('location')]).toEqual([303, '/graphql']);
  const [value = '', ...attributes] = (response.headers.get('set-cookie') ?? '').split('; ');
  expect(value).toMatch(/^waymark_session=[\w-]{43}$/);
  expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Strict']);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  const owner = app.as({ cookie: cookieOf(response), 'x-waymark-csrf': '1' });
  expect((await owner.query('{ viewer { role } }')).viewer).toEqual({ role: 'OWNER' });
});

test('from another site, a link leads on by a page, so that the browser sends the cookie', async () => {
  const app = await createTestApp();
  const headers = { 'sec-fetch-site': 'cross-site' };
  const response = await fetchFrom(app, `/sign-in?token=${await ownersLink(app)}`, { headers });
  expect([response.status, response.headers.get('refresh')]).toEqual([200, '0; url=/graphql']);
  expect(response.headers.get('set-cookie')).toContain('waymark_session=');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
});

test('over HTTPS the cookie is Secure', async () => {
  const app = await createTestApp({ PUBLIC_URL: 'https://waymark.example.org' });
  const response = await openLink(app, await ownersLink(app));
  expect(response.headers.get('set-cookie')?.split('; ')).toContain('Secure');
});

test('a sign-in link works once, even if several browsers open it at the same time', async () => {
  const app = await createTestApp();
  const token = await ownersLink(app);
  const responses = await Promise.all(Array.from({ length: 6 }, () => openLink(app, token)));
  const statuses = responses.map(({ status }) => String(status)).sort();
  expect(statuses).toEqual(['303', '410', '410', '410', '410', '410']);
  const again = await openLink(app, token);
  expect(again.status).toBe(410);
  expect(again.headers.get('set-cookie')).toBeNull();
  expect(await again.text()).toContain('npm run link');
  expect(await app.db.reads.session.count()).toBe(1);
});

test('a sign-in link is valid for an hour, and only until the next one is created', async () => {
  const app = await createTestApp();
  const old = await ownersLink(app);
  const replaced = await ownersLink(app);
  expect((await openLink(app, old)).status).toBe(410);
  app.clock.advance(60 * 60 * 1000);
  expect((await openLink(app, replaced)).status).toBe(410);
  const last = await ownersLink(app);
  app.clock.advance(60 * 60 * 1000 - 1);
  expect((await openLink(app, last)).status).toBe(303);
});

test('an unknown or missing token is Gone', async () => {
  const app = await createTestApp();
  await ownersLink(app);
  for (const token of ['', 'guess', '%00', "' OR 1=1 --"]) expect((await openLink(app, token)).status, token).toBe(410);
  expect((await app.fetch(new Request('http://waymark.test/sign-in'))).status).toBe(410);
  expect(await app.db.reads.session.count()).toBe(0);
});

test('another method than GET does not use a link up', async () => {
  const app = await createTestApp();
  const token = await ownersLink(app);
  for (const method of ['HEAD', 'POST', 'OPTIONS']) expect((await openLink(app, token, method)).status).toBe(405);
  expect((await openLink(app, token)).status).toBe(303);
});

test('a request signed in by cookie requires a header that no other site can send', async () => {
  const app = await createTestApp();
  const { cookie } = await ownerInBrowser(app);
  const bare = await app.as({ cookie }).ask('mutation { createTask(input: { title: "Forged" }) { __typename } }');
  expect(bare).toMatchObject({ status: 403, errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  expect(bare.data).toBeUndefined();
  expect((await app.as({ cookie }).ask('{ viewer { id } }')).status).toBe(403);
  for (const header of csrfHeaders) {
    expect((await app.as({ cookie, [header]: '1' }).query('{ viewer { role } }')).viewer.role, header).toBe('OWNER');
  }
  // A form of another site can send no such header, and only content types without a preflight.
  const form = await app.fetch(
    new Request('http://waymark.test/graphql', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ query: 'mutation { createTask(input: { title: "Forged" }) { __typename } }' }),
    }),
  );
  expect(form.status).toBe(403);
  expect(await app.db.reads.task.count()).toBe(0);
});

test('the cookie is found among others, and a stale one means signed out', async () => {
  const app = await createTestApp();
  const { cookie } = await ownerInBrowser(app);
  const among = app.as({ cookie: `theme=dark; ${cookie}; waymark_session_old=x`, 'x-waymark-csrf': '1' });
  expect((await among.query('{ viewer { role } }')).viewer.role).toBe('OWNER');
  for (const stale of ['waymark_session=', 'waymark_session=guess', 'waymark_session', `x${cookie}`]) {
    expect(await app.as({ cookie: stale }).query('{ viewer { id } }'), stale).toEqual({ viewer: null });
  }
});

test('signing out ends the session of the cookie', async () => {
  const app = await createTestApp();
  const owner = await ownerInBrowser(app);
  expect(await owner.query('mutation { signOut { ... on SignOutPayload { endedSessionCount } } }')).toEqual({
    signOut: { endedSessionCount: 1 },
  });
  expect(await owner.query('{ viewer { id } }')).toEqual({ viewer: null });
});

test('a browser stays signed in while it is used, and for 30 days without use', async () => {
  const app = await createTestApp();
  const owner = await ownerInBrowser(app);
  const role = async () => (await owner.query('{ viewer { role } }')).viewer?.role ?? null;
  for (let visit = 0; visit < 3; visit += 1) {
    app.clock.advance(29 * day);
    expect(await role()).toBe('OWNER');
    await app.deferredWrites.flush();
  }
  app.clock.advance(30 * day);
  expect(await role()).toBeNull();
});

test('the link and the cookie are stored as hashes only', async () => {
  const app = await createTestApp();
  const token = await ownersLink(app);
  const cookie = cookieOf(await openLink(app, token)).split('=')[1] ?? '';
  const rows = JSON.stringify([await app.db.reads.signInLink.findMany(), await app.db.reads.session.findMany()]);
  expect(cookie).toHaveLength(43);
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(cookie);
});
