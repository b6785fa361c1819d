import { expect, onTestFinished, test, vi } from 'vitest';
import { createRefresher } from '../../clients/board/src/refresher.ts';
import { RequestError } from '../../clients/kit/request-error.ts';

/** Lists that come or not, as they are told. */
function createLists() {
  const asked: { come: () => void; fail: (error: unknown) => void }[] = [];
  const giveUp = () => asked.at(-1)?.fail(new RequestError('Given up.', 'OFFLINE'));
  const lists = createRefresher(() => new Promise<void>((come, fail) => void asked.push({ come, fail })), giveUp);
  onTestFinished(() => lists.stop());
  return { asked, lists };
}

test('lists are asked for once at a time: all that ask meanwhile share the next time', async () => {
  const { asked, lists } = createLists();
  const done: string[] = [];
  void lists.refresh().then(() => done.push('first'));
  void lists.refresh().then(() => done.push('second'));
  void lists.refresh().then(() => done.push('third'));
  expect(asked).toHaveLength(1);
  asked[0]?.come();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  expect(done).toEqual(['first']);
  asked[1]?.come();
  await vi.waitFor(() => expect(done).toEqual(['first', 'second', 'third']));
  expect([asked.length, lists.view()]).toEqual([2, { count: 2, failure: null }]);
});

test('lists can be asked for as soon as they have come', async () => {
  let asked = 0;
  const ask = async () => {
    asked += 1;
  };
  const lists = createRefresher(ask, () => {});
  onTestFinished(() => lists.stop());
  await lists.refresh();
  await lists.refresh();
  expect([asked, lists.view().count]).toEqual([2, 2]);
});

test('lists that do not come are asked for again, the page is told why, and nobody is told that they came', async () => {
  const { asked, lists } = createLists();
  let isDone = false;
  void lists.refresh().then(() => {
    isDone = true;
  });
  for (const [times, error, failure] of [
    [1, new TypeError('Failed to fetch'), 'The server cannot be reached.'],
    [2, new Error('Too much.'), 'Too much.'],
  ] as const) {
    await vi.waitFor(() => expect(asked).toHaveLength(times));
    asked.at(-1)?.fail(error);
    await vi.waitFor(() => expect(lists.view()).toEqual({ count: 0, failure }));
    lists.wake();
  }
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  expect(isDone).toBe(false);
  asked.at(-1)?.come();
  await vi.waitFor(() => expect([isDone, lists.view()]).toEqual([true, { count: 1, failure: null }]));
  lists.stop();
  void lists.refresh();
  expect(asked).toHaveLength(3);
});

test('lists that are on their way for long are asked for anew when somebody does not want to wait, and have not failed by that', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { asked, lists } = createLists();
  const failures = new Set<string | null>();
  lists.subscribe(() => failures.add(lists.view().failure));
  const done = lists.refresh();
  for (const times of [1, 2, 3]) {
    expect(asked).toHaveLength(times);
    // A device that is online again gives up nothing.
    lists.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(times);
    lists.tryNow();
    await vi.advanceTimersByTimeAsync(0);
  }
  asked.at(-1)?.come();
  await done;
  expect([asked.length, lists.view(), [...failures]]).toEqual([4, { count: 1, failure: null }, [null]]);
  // The next failure is one, and is waited for.
  void lists.refresh();
  asked.at(-1)?.fail(new Error('Too much.'));
  await vi.advanceTimersByTimeAsync(0);
  expect([asked.length, lists.view().failure]).toEqual([5, 'Too much.']);
});

test('lists that a server asks to wait for are not asked for before that', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { asked, lists } = createLists();
  void lists.refresh();
  asked[0]?.fail(new RequestError('Too many attempts.', 'RATE_LIMITED', 120));
  await vi.advanceTimersByTimeAsync(119_000);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveLength(2);
});
