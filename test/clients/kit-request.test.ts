import { expect, test } from 'vitest';
import { createAuthorizedFetch } from '../../clients/kit/authorized-fetch.ts';
import { createPatientFetch } from '../../clients/kit/patient-fetch.ts';
import { retryAfterSeconds } from '../../clients/kit/pause.ts';
import { request } from '../../clients/kit/request.ts';
import { RequestError } from '../../clients/kit/request-error.ts';
import { createMemoryStore, createSession } from '../../clients/kit/session.ts';
import { TaskList } from './documents.ts';
import { createListeningApp } from './listening.ts';

const failureOf = async (send: typeof fetch) => {
  const error: unknown = await request('http://127.0.0.1/graphql', TaskList, { first: 1 }, { fetch: send }).catch(
    (reason: unknown) => reason,
  );
  return error instanceof RequestError ? [error.code, error.message] : error;
};

const answering = (body: unknown, status: number, headers: Record<string, string> = {}) =>
  failureOf(async () => Response.json(body, { status, headers }));

const failing = (code: string, message: string) => ({ errors: [{ message, extensions: { code } }] });

test('a request without a cache returns its data, or says what is wrong', async () => {
  const app = await createListeningApp();
  await expect(request(app.endpoint, TaskList, { first: 1 })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const ada = await app.person();
  const { accessToken, refreshToken } = ada;
  const send = createAuthorizedFetch(createSession(app.endpoint, createMemoryStore({ accessToken, refreshToken })));
  expect(await request(app.endpoint, TaskList, { first: 1 }, { fetch: send })).toMatchObject({
    tasks: { totalCount: 0 },
  });

  expect(await failureOf(() => Promise.reject(new TypeError('fetch failed')))).toEqual([
    'OFFLINE',
    'The server cannot be reached.',
  ]);
  const limited = failing('RATE_LIMITED', 'Too many attempts. Try again in 7 s.');
  expect(await answering(limited, 429, { 'retry-after': '7' })).toEqual([
    'RATE_LIMITED',
    'Too many attempts. Try again in 7 s.',
  ]);
  expect(await answering(limited, 429, { 'retry-after': '3541' })).toEqual([
    'RATE_LIMITED',
    'Too many attempts. Try again in 60 minutes.',
  ]);
  // What the fetch that it is given says.
  const busy = createPatientFetch(async () => Response.json(limited, { status: 429, headers: { 'retry-after': '7' } }));
  expect(await failureOf(busy)).toEqual(['RATE_LIMITED', 'Too many attempts. Try again in 7 s.']);
  // From something on the way.
  expect(await answering('', 429)).toEqual(['', 'Too many attempts. Try again later.']);
  expect(await answering('', 502)).toEqual(['', 'The server has failed (status 502).']);
  expect(await answering(failing('UNAVAILABLE', 'The server is stopping.'), 503)).toEqual([
    'UNAVAILABLE',
    'The server is stopping.',
  ]);
  expect(await answering({ data: null, ...failing('INTERNAL', 'Unexpected error.') }, 200)).toEqual([
    'INTERNAL',
    'Unexpected error.',
  ]);
});

test('a response that breaks off, or does not end in time, is no response', async () => {
  const offline = ['OFFLINE', 'The server cannot be reached.'];
  const bodyThat = (end: (controller: ReadableStreamDefaultController) => void) =>
    failureOf(async () => {
      const start = (controller: ReadableStreamDefaultController) => {
        controller.enqueue(new TextEncoder().encode('{"data":'));
        end(controller);
      };
      return new Response(new ReadableStream({ start }));
    });
  expect(await bodyThat((controller) => controller.error(new TypeError('terminated')))).toEqual(offline);
  const late = new DOMException('It took too long.', 'TimeoutError');
  expect(await bodyThat((controller) => controller.error(late))).toEqual(offline);
  expect(await bodyThat((controller) => controller.close())).toEqual(['', 'The server has failed (status 200).']);
});

test('Retry-After is a number of seconds or a date, at most a day', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  const of = (value: string) => retryAfterSeconds(new Headers({ 'retry-after': value }), now);
  expect(['0', '120', '99999999999', 'Thu, 01 Jan 2026 00:01:00 GMT', 'Wed, 31 Dec 2025 00:00:00 GMT'].map(of)).toEqual(
    [0, 120, 86_400, 60, 0],
  );
  expect([of('soon'), of(''), retryAfterSeconds(new Headers())]).toEqual([undefined, undefined, undefined]);
});
