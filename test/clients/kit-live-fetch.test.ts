import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLiveFetch } from '../../clients/kit/live-fetch.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A server that sends what it is told, or nothing. */
function createServer() {
  const sent = new TransformStream<Uint8Array, Uint8Array>();
  const writer = sent.writable.getWriter();
  const seen: { signal?: AbortSignal } = {};
  const send: typeof fetch = async (_input, init) => {
    const signal = init?.signal ?? undefined;
    seen.signal = signal;
    // As a browser does: a request that is aborted fails what is read of it.
    signal?.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => {}));
    return new Response(sent.readable, { status: 200, headers: { 'content-type': 'text/event-stream' } });
  };
  const say = (text: string) => writer.write(new TextEncoder().encode(text));
  return { send, say, seen, close: () => writer.close() };
}

test('a stream lasts as long as something comes, a comment will do, and fails when it is silent', async () => {
  const { send, say, seen } = createServer();
  const response = await createLiveFetch(send, 30_000)('http://127.0.0.1/graphql');
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.getReader();
  for (let times = 0; times < 5; times += 1) {
    await vi.advanceTimersByTimeAsync(29_000);
    void say(':\n');
    expect(await reader?.read()).toMatchObject({ done: false });
  }
  const next = reader?.read().catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(String(await next)).toContain('does not respond');
  expect(seen.signal?.aborted).toBe(true);
});

test('a server that takes a request and says nothing fails it; one that ends, or a page that leaves, is not watched any more', async () => {
  const silent = createLiveFetch(
    (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
      }),
  );
  const failed = silent('http://127.0.0.1/graphql').catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(String(await failed)).toContain('does not respond');
  const ended = createServer();
  const response = await createLiveFetch(ended.send)('http://127.0.0.1/graphql');
  void ended.close();
  expect(await response.text()).toBe('');
  const left = new AbortController();
  await createLiveFetch(createServer().send)('http://127.0.0.1/graphql', { signal: left.signal });
  left.abort();
  expect(vi.getTimerCount()).toBe(0);
});
