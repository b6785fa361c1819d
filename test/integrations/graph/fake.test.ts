import { expect, onTestFinished, test } from 'vitest';
import { createTestClock } from '../../support/app.ts';
import { clientId, clientSecret } from '../../support/fakes/graph/identity.ts';
import { createFakeGraph, origin } from '../../support/fakes/graph/server.ts';

/* That the fake of Microsoft Graph refuses what Graph refuses: tests that pass with it mean nothing otherwise. */

const redirect = `${origin}/connect/outlook/callback`;
const verifier = 'v'.repeat(43);
const challenge = '7w_YNF9DSfIdPf_pRjSq646_kPr-2-o9NAl16JGghdM';

async function signedIn() {
  const clock = createTestClock();
  const fake = await createFakeGraph(clock);
  onTestFinished(fake.close);
  const token = async (form: Record<string, string>) => {
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form });
    const response = await fetch(`${fake.url}/common/oauth2/v2.0/token`, { method: 'POST', body });
    const { error, ...tokens } = (await response.json()) as Record<string, string>;
    return { status: response.status, error, tokens };
  };
  const address = (more: Record<string, string>) => {
    const asked = { client_id: clientId, redirect_uri: redirect, scope: 'Calendars.Read offline_access', state: 's' };
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    return `${fake.url}/common/oauth2/v2.0/authorize?${new URLSearchParams({ ...asked, ...pkce, ...more })}`;
  };
  const code = new URL(await fake.browse(address({}))).searchParams.get('code') ?? '';
  const grant = { grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: verifier };
  return { clock, fake, token, address, grant };
}

test('a wrong redirect address, no PKCE, a code or a refresh token used twice and a wrong secret are refused', async () => {
  const { fake, token, address, grant } = await signedIn();
  expect(await fake.browse(address({ redirect_uri: 'http://evil.example/' }))).toContain('AADSTS50011');
  expect(await fake.browse(address({ code_challenge: '' }))).toMatch(/^400/);
  expect(await token({ ...grant, client_secret: 'wrong' })).toMatchObject({ status: 401, error: 'invalid_client' });
  const first = await token(grant);
  expect(first.status).toBe(200);
  expect(await token(grant)).toMatchObject({ status: 400, error: 'invalid_grant' });
  const refresh = { grant_type: 'refresh_token', refresh_token: first.tokens.refresh_token ?? '' };
  expect((await token(refresh)).status).toBe(200);
  expect(await token(refresh)).toMatchObject({ status: 400, error: 'invalid_grant' });
});

test('expired tokens, missing permissions, $select on a delta, and lists without Prefer are refused', async () => {
  const { clock, fake, token, grant } = await signedIn();
  const { tokens } = await token(grant);
  const authorization = `Bearer ${tokens.access_token}`;
  const prefer = 'odata.maxpagesize=50, IdType="ImmutableId"';
  const window = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z';
  const ask = async (path: string, more: RequestInit = {}, headers: Record<string, string> = { prefer }) =>
    (await fetch(`${fake.url}${path}`, { ...more, headers: { authorization, ...headers } })).status;
  const delta = '/v1.0/me/calendarView/delta';
  expect(await ask(`${delta}?${window}`)).toBe(200);
  for (const option of ['$select=id', '$filter=x', '$orderby=x', '$expand=x', '$search=x'])
    expect(await ask(`${delta}?${window}&${option}`), option).toBe(400);
  expect(await ask(`${delta}?${window}`, {}, {})).toBe(400);
  expect(await ask(`${delta}?${window}`, {}, { prefer: 'IdType="ImmutableId"' })).toBe(400);
  expect(await ask(delta)).toBe(400);
  expect(await ask(`${delta}?$deltatoken=${Buffer.from('{"calendarId":"other"}').toString('base64url')}`)).toBe(400);
  expect(await ask('/v1.0/me/todo/lists')).toBe(403);
  expect(await ask('/v1.0/me/events', { method: 'POST', body: '{}' })).toBe(403);
  expect(await ask(`${delta}?${window}`, {}, { prefer, authorization: 'Bearer other' })).toBe(401);
  clock.advance(60 * 60_000);
  expect(await ask(`${delta}?${window}`)).toBe(401);
});
