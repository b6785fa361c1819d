import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPatientFetch } from '../../clients/kit/patient-fetch.ts';
import { RequestError } from '../../clients/kit/request-error.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const failing = (status: number, headers: Record<string, string> = {}, body: unknown = '') =>
  Response.json(body, { status, headers });

/** A fetch to a server that gives these responses, one after another, and how often it was asked. */
function createServer(...responses: (Response | Error)[]) {
  const asked: number[] = [];
  const send = createPatientFetch(async () => {
    asked.push(Date.now());
    const next = responses.shift() ?? Response.json({ data: {} });
    if (next instanceof Error) throw next;
    return next;
  });
  async function ask() {
    const result: unknown = await send('http://127.0.0.1/graphql').catch((error: unknown) => error);
    if (result instanceof RequestError) return [result.code, result.message, result.seconds];
    return result instanceof Response ? result.status : result;
  }
  return { ask, asked };
}

test('while a server asks to wait, nothing is sent to it, and each request says how long that still is', async () => {
  const limited = { errors: [{ message: 'Too much.', extensions: { code: 'RATE_LIMITED' } }] };
  const { ask, asked } = createServer(failing(429, { 'retry-after': '90' }, limited));
  expect(await ask()).toEqual(['RATE_LIMITED', 'Too many attempts. Try again in 90 s.', 90]);
  vi.advanceTimersByTime(80_500);
  expect(await ask()).toEqual(['RATE_LIMITED', 'Too many attempts. Try again in 10 s.', 10]);
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(9_500);
  expect([await ask(), asked.length]).toEqual([200, 2]);
});

test('what no client can use fails with a sentence for people; the rest is passed on', async () => {
  const silent = new Error('The server does not respond.');
  const { ask, asked } = createServer(
    new TypeError('Failed to fetch'),
    silent,
    new Response('<h1>Bad gateway</h1>', { status: 502 }),
    failing(503, {}, { errors: [{ message: 'The server is stopping.', extensions: { code: 'UNAVAILABLE' } }] }),
    failing(429),
    new Response('<h1>Welcome to the hotel</h1>', { headers: { 'content-type': 'text/html' } }),
    failing(401),
    failing(400),
  );
  expect(await ask()).toEqual(['OFFLINE', 'The server cannot be reached.', undefined]);
  expect(await ask()).toBe(silent);
  expect(await ask()).toEqual(['', 'The server has failed (status 502).', undefined]);
  expect(await ask()).toEqual(['UNAVAILABLE', 'The server is stopping.', undefined]);
  expect(await ask()).toEqual(['', 'Too many attempts. Try again later.', undefined]);
  const other = 'Something other than the server has answered. The network may ask you to sign in.';
  expect(await ask()).toEqual(['', other, undefined]);
  expect([await ask(), await ask(), await ask(), asked.length]).toEqual([401, 400, 200, 9]);
});

test('a clock that is set back makes nobody wait for longer', async () => {
  const { ask } = createServer(failing(503, { 'retry-after': '60' }));
  await ask();
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(await ask()).toBe(200);
});
