import { expect, onTestFinished, test, vi } from 'vitest';
import { createAdmission } from '../../src/http/admission.ts';
import { type AdmissionLimits, defaultLimits } from '../../src/http/admission-limits.ts';
import { OverloadedError } from '../../src/platform/errors.ts';
import { createTestApp } from '../support/app.ts';
import { fetchFrom } from '../support/http.ts';

const lane = { running: 20, waiting: 80, perTurn: 1, atOnce: 0 };
const limits: AdmissionLimits = {
  light: 5,
  lanes: { requests: lane, light: lane, heavy: lane },
  wait: 60_000,
  pause: 60_000,
};

/** A few turns of the event loop, in which everybody who may starts. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** An admission that notes who is let in and who is refused, in order. */
function noting(of: Partial<AdmissionLimits> = {}) {
  const admission = createAdmission({ ...limits, ...of });
  const notes: string[] = [];
  const ends = new Map<string, () => void>();
  const enter = (name: string, cost = 10, request?: AbortController) =>
    Promise.try(() => admission.enter(name.charAt(0), cost, request)).then(
      (end) => {
        ends.set(name, end);
        notes.push(name);
      },
      (error: unknown) => {
        expect(error).toBeInstanceOf(OverloadedError);
        notes.push(`not ${name}`);
      },
    );
  return { admission, notes, enter, end: (name: string) => ends.get(name)?.() };
}

test('operations run up to a cost, and the next starts when one ends', async () => {
  const { notes, enter, end } = noting();
  for (const name of ['a1', 'a2', 'a3', 'a4']) void enter(name);
  await turns();
  expect(notes).toEqual(['a1', 'a2']);
  end('a2');
  end('a2');
  await turns();
  expect(notes).toEqual(['a1', 'a2', 'a3']);
});

test('while nothing waits, some start as soon as they come, and the others in turns', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const { notes, enter } = noting({ lanes: { ...limits.lanes, light: { ...lane, running: 100, atOnce: 2 } } });
  const enterAll = async (names: string[]) => {
    for (const name of names) void enter(name, 5);
    for (let task = 0; task < 5; task += 1) await Promise.resolve();
  };
  await enterAll(['a1', 'a2', 'a3']);
  expect(notes).toEqual(['a1', 'a2']);
  await turns();
  expect(notes).toEqual(['a1', 'a2', 'a3']);
  vi.advanceTimersByTime(6);
  await enterAll(['b1', 'b2', 'b3', 'b4']);
  expect(notes.slice(3)).toEqual(['b1', 'b2']);
  await turns();
  expect(notes.slice(3)).toEqual(['b1', 'b2', 'b3', 'b4']);
});

test('an operation that costs more than may run at once runs alone', async () => {
  const { notes, enter, end } = noting();
  for (const [name, cost] of [
    ['a1', 10],
    ['a2', 50],
    ['a3', 10],
  ] as const)
    void enter(name, cost);
  await turns();
  expect(notes).toEqual(['a1']);
  end('a1');
  await turns();
  expect(notes).toEqual(['a1', 'a2']);
  end('a2');
  await turns();
  expect(notes).toEqual(['a1', 'a2', 'a3']);
});

test('owners take turns, each in the order in which its operations came', async () => {
  const { notes, enter, end } = noting();
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2']) void enter(name);
  for (let ended = 0; ended < 7; ended += 1) {
    await turns();
    end(notes[ended] ?? '');
  }
  expect(notes).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
});

test('what waits is bounded, and the owner of whom most waits is refused', async () => {
  const { notes, enter } = noting();
  const several = async (names: string[]) => {
    for (const name of names) void enter(name);
    await turns();
  };
  await several(['a1', 'a2']);
  // Eight of them wait.
  await several(['a3', 'a4', 'a5', 'a6', 'a7', 'a8', 'a9', 'a10', 'a11']);
  expect(notes).toEqual(['a1', 'a2', 'not a11']);
  await several(['b1', 'b2']);
  expect(notes.slice(3)).toEqual(['not a10', 'not a9']);
});

test('light operations do not wait behind heavy ones', async () => {
  const { notes, enter } = noting();
  for (let index = 1; index <= 8; index += 1) void enter(`a${index}`);
  void enter('light', 5);
  await turns();
  expect(notes).toContain('light');
});

test('an operation is refused when its turn does not come in time, or nobody waits for it anymore', async () => {
  const { notes, enter, end } = noting({ wait: 20 });
  void enter('a1', 20);
  await turns();
  await enter('a2');
  expect(notes).toEqual(['a1', 'not a2']);
  const gone = new AbortController();
  const waiting = enter('a3', 10, gone);
  gone.abort();
  await waiting;
  expect(notes).toEqual(['a1', 'not a2', 'not a3']);
  end('a1');
  await enter('a4');
  expect(notes.at(-1)).toBe('a4');
});

test('heavy operations let requests begin first', async () => {
  const { admission, notes, enter } = noting();
  void enter('a1', 10);
  for (let index = 0; index < 5; index += 1) void Promise.resolve(admission.begin('b')).then(() => notes.push('begun'));
  await expect.poll(() => notes.length).toBe(6);
  expect(notes).toEqual(['begun', 'begun', 'begun', 'begun', 'begun', 'a1']);
});

/** Has a request arrive, and begin at once, in each turn of the event loop until it is told to stop. */
function arriving(admission: ReturnType<typeof createAdmission>): () => void {
  let next = setImmediate(function arrive() {
    void admission.begin('b');
    next = setImmediate(arrive);
  });
  return () => clearImmediate(next);
}

test('a heavy operation begins after a turn of the event loop in which no request arrived', async () => {
  const requests = { ...lane, atOnce: 1_000_000 };
  const { admission, notes, enter } = noting({ lanes: { ...limits.lanes, requests } });
  const stop = arriving(admission);
  onTestFinished(stop);
  void enter('a1');
  await turns();
  expect(notes).toEqual([]);
  stop();
  await turns();
  expect(notes).toEqual(['a1']);
});

test('a heavy operation begins after a while although requests arrive in each turn', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const requests = { ...lane, atOnce: 1_000_000 };
  const { admission, notes, enter } = noting({ lanes: { ...limits.lanes, requests } });
  onTestFinished(arriving(admission));
  void enter('a1');
  await turns();
  expect(notes).toEqual([]);
  vi.advanceTimersByTime(limits.pause + 1);
  await turns();
  expect(notes).toEqual(['a1']);
});

test('an operation that there is no room for gets 503 with Retry-After, while light ones and the health check are served', async () => {
  const lanes = { ...defaultLimits.lanes, heavy: { ...defaultLimits.lanes.heavy, waiting: 101 } };
  const admission = createAdmission({ ...defaultLimits, lanes, wait: 600_000 });
  const app = await createTestApp({}, { admission });
  const ada = await app.person();
  const heavy = `{ tasks { nodes { subtasks { nodes { subtasks { nodes { id } } } } } } }`;
  expect((await ada.ask(heavy)).status).toBe(200);

  const end = await admission.enter('someone', defaultLimits.lanes.heavy.running);
  // What waits besides is cheaper, so that it keeps its place.
  const waiting = admission.enter('another', 101);
  const refused = await ada.ask(heavy);
  expect(refused).toMatchObject({
    status: 503,
    errors: [{ message: expect.stringContaining('Send it again'), extensions: { code: 'UNAVAILABLE' } }],
  });
  expect(refused.data).toBeUndefined();
  expect(refused.headers.get('retry-after')).toBe('1');
  expect((await ada.query('{ viewer { id } }')).viewer.id).toBe(ada.id);
  expect((await app.person('Bob')).id).not.toBe(ada.id);
  expect((await fetchFrom(app, '/health')).status).toBe(200);
  (await ada.follow('subscription { changed { cursor } }')).close();

  end();
  (await waiting)();
  expect((await ada.ask(heavy)).status).toBe(200);
});

test('an operation that fails ends its turn', async () => {
  const lanes = { ...defaultLimits.lanes, light: { running: 1, waiting: 100, perTurn: 1, atOnce: 1 } };
  const app = await createTestApp({}, { admission: createAdmission({ ...defaultLimits, lanes }) });
  const ada = await app.person();
  for (const query of ['{ viewer { id } node(id: "x") { id } }', 'mutation { createTask(input: {}) { __typename } }'])
    expect((await ada.ask(query)).errors).toHaveLength(1);
  // The key is refused after the operation was let in.
  const create = 'mutation { createTask(input: { title: "One" }) { __typename } }';
  expect((await ada.ask(create, {}, { 'idempotency-key': 'not allowed' })).status).toBe(400);
  expect((await ada.query('{ viewer { id } }')).viewer.id).toBe(ada.id);
});
