import { expect, onTestFinished, test, vi } from 'vitest';
import type { KeptValue } from '../../clients/kit/kept-values.ts';
import { createOutbox, emptyOutbox } from '../../clients/kit/outbox.ts';
import type { Edit, OutboxState } from '../../clients/kit/outbox-state.ts';
import { backoff } from '../../clients/kit/pause.ts';
import type { SignedInPerson } from '../support/app.ts';
import { type Break, brokenWayTo } from './broken-way.ts';
import { createListeningApp, createTasks } from './listening.ts';

vi.mock(import('../../clients/kit/pause.ts'), async (load) => {
  const pause = await load();
  return { ...pause, backoff: vi.fn<typeof backoff>(pause.backoff) };
});

/** For attempts that follow each other at once. */
function skipPauses(): void {
  vi.mocked(backoff).mockReturnValue(0);
  onTestFinished(() => void vi.mocked(backoff).mockReset());
}

/** For a browser that has no locks. */
function withoutLocks(): void {
  const { locks } = navigator;
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
  onTestFinished(() => void Object.defineProperty(navigator, 'locks', { value: locks, configurable: true }));
}

/** What several tabs share. Values are copied, as a database does. */
function createKept(): KeptValue<OutboxState> {
  let kept: OutboxState = emptyOutbox;
  return {
    read: async () => structuredClone(kept),
    async update(change) {
      kept = structuredClone(change(structuredClone(kept)));
      return structuredClone(kept);
    },
  };
}

let names = 0;

interface TabOptions {
  endpoint: string;
  person: Pick<SignedInPerson, 'accessToken'>;
  kept?: KeptValue<OutboxState>;
  name?: string;
  send?: typeof fetch;
}

/** The outbox of a tab, with the keys that it has sent. */
async function openTab({ endpoint, person, kept = createKept(), name, send = fetch }: TabOptions) {
  names += 1;
  const keys: string[] = [];
  const outbox = await createOutbox({
    endpoint,
    name: name ?? `test ${names}`,
    kept,
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      keys.push(headers.get('idempotency-key') ?? '');
      headers.set('authorization', `Bearer ${person.accessToken}`);
      return send(input, { ...init, headers });
    },
  });
  onTestFinished(() => outbox.stop());
  return { outbox, kept, keys };
}

const create = (title: string, id: string = crypto.randomUUID()): Edit => ({
  id: crypto.randomUUID(),
  nodeId: `Task:${id}`,
  creates: true,
  operation: { createTask: { id, title } },
  shown: title,
});

const update = (nodeId: string, input: object, more: Partial<Edit> = {}): Edit => ({
  id: crypto.randomUUID(),
  nodeId,
  operation: { updateTask: { id: nodeId, ...input } },
  shown: input,
  ...more,
});

const tasksOf = async (person: SignedInPerson) =>
  (await person.query('{ tasks { nodes { title status version } } }')).tasks.nodes as object[];

const batchesOf = async (person: SignedInPerson): Promise<number> => {
  const { changeSets } = await person.query('{ changeSets { nodes { name } } }');
  return changeSets.nodes.filter(({ name }: { name: string }) => name === 'batch').length;
};

test('an outbox sends edits once and in order, however often the connection breaks and the page is loaded again', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const way = await brokenWayTo(app.origin);
  const kept = createKept();
  const endpoint = `${way.url}/graphql`;
  for (const broken of ['at once', 'while it works', 'before the answer'] satisfies Break[]) {
    way.broken = broken;
    const { outbox, keys } = await openTab({ endpoint, person: ada, kept });
    const made = create(broken);
    await outbox.add(made);
    await outbox.add(update(made.nodeId, { status: 'DONE' }));
    await expect.poll(() => outbox.view().delay).toBe('unreachable');
    outbox.stop();
    way.broken = 'never';
    const again = await openTab({ endpoint, person: ada, kept });
    await again.outbox.send();
    expect(again.outbox.view()).toMatchObject({ edits: [], batch: null, refused: [], delay: null });
    // What was on its way is sent again as it was.
    expect(again.keys[0]).toBe(keys[0]);
  }
  const titles = ['at once', 'while it works', 'before the answer'];
  expect(await tasksOf(ada)).toEqual(titles.map((title) => ({ title, status: 'DONE', version: 2 })));
});

test('a refused edit is taken out with its reason and its texts, together with what needs it; those behind it are done', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { outbox, kept } = await openTab({ endpoint: app.endpoint, person: ada });
  const bad = create(' ');
  const edits = [create('One'), bad, update(bad.nodeId, { status: 'DONE' }), create('Two')];
  // While nothing is sent, as without a connection.
  await kept.update((state) => ({ ...state, edits }));
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{ title: 'One' }, { title: 'Two' }]);
  const { refused } = outbox.view();
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({
    edits: [{ shown: ' ' }, { shown: { status: 'DONE' } }],
    refusal: { code: 'INVALID_INPUT', issues: [{ path: ['title'], message: 'must not be empty' }] },
  });

  await outbox.addAgain(bad.id, ([, ...behind]) => [create('Mended', bad.nodeId.slice(5)), ...behind]);
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{ title: 'One' }, { title: 'Two' }, { title: 'Mended', status: 'DONE' }]);
  expect(outbox.view()).toMatchObject({ edits: [], refused: [] });
});

test('what was changed elsewhere is not overwritten by a text, and is by a move; edits on top of each other are no conflict', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [one = '', two = '', three = ''] = await createTasks(ada, 3);
  const { outbox, kept } = await openTab({ endpoint: app.endpoint, person: ada });
  for (const id of [one, two]) await ada.mutate('updateTask', { id, title: 'Elsewhere' });
  const ofThree = update(three, { title: 'Mine' }, { ifVersion: 1 });
  const edits = [
    update(one, { title: 'Mine' }, { ifVersion: 1 }),
    update(two, { status: 'DONE' }, { ifVersion: 1, overwrites: true }),
    ofThree,
    update(three, { status: 'DONE' }, { ifVersion: 1, follows: ofThree.id }),
  ];
  await kept.update((state) => ({ ...state, edits }));
  await outbox.send();
  expect(await tasksOf(ada)).toEqual([
    { title: 'Elsewhere', status: 'TODO', version: 2 },
    { title: 'Elsewhere', status: 'DONE', version: 3 },
    { title: 'Mine', status: 'DONE', version: 3 },
  ]);
  const { refused } = outbox.view();
  expect(refused).toMatchObject([{ edits: [{ nodeId: one }], refusal: { code: 'CONFLICT' } }]);
  await outbox.discard(edits[0]?.id ?? '');
  expect(outbox.view().refused).toEqual([]);
  expect(await batchesOf(ada)).toBe(1);
});

test('an edit made on top of one that is on its way is no conflict, and is one if somebody else came between', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [one = '', two = ''] = await createTasks(ada, 2);
  let between = async () => {};
  const send: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const work = between;
    between = async () => {};
    await work();
    return response;
  };
  const { outbox } = await openTab({ endpoint: app.endpoint, person: ada, send });
  const [ofOne, ofTwo] = [one, two].map((id) => update(id, { title: 'First' }, { ifVersion: 1 })) as [Edit, Edit];
  between = () => outbox.add(update(one, { title: 'Second' }, { ifVersion: 1, follows: ofOne.id }));
  await outbox.add(ofOne);
  await outbox.send();
  between = async () => {
    await ada.mutate('updateTask', { id: two, title: 'Elsewhere' });
    await outbox.add(update(two, { title: 'Second' }, { ifVersion: 1, follows: ofTwo.id }));
  };
  await outbox.add(ofTwo);
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{ title: 'Second' }, { title: 'Elsewhere' }]);
  expect(outbox.view().refused).toMatchObject([{ edits: [{ shown: { title: 'Second' } }] }]);
});

test('edits that were seen are no reason to refuse the next one, also of another page and after they are done', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [one = '', two = ''] = await createTasks(ada, 2);
  const shared = { endpoint: app.endpoint, person: ada, kept: createKept() };
  const last: Record<string, string> = {};
  const edit = async (id: string, title: string, ifVersion: number) => {
    // Each time another page, which has not asked for the lists again, and shows what was done on top.
    const { outbox } = await openTab(shared);
    const made = update(id, { title }, { ifVersion, follows: last[id] });
    last[id] = made.id;
    await outbox.add(made);
    await outbox.send();
    outbox.stop();
    return outbox.view().refused.length;
  };
  expect([await edit(one, 'First', 1), await edit(one, 'Second', 1), await edit(one, 'Third', 2)]).toEqual([0, 0, 0]);
  expect(await edit(two, 'First', 1)).toBe(0);
  await ada.mutate('updateTask', { id: two, title: 'Elsewhere' });
  expect(await edit(two, 'Second', 1)).toBe(1);
  // What was seen of the other device, and a task that was created here.
  expect(await edit(two, 'Third', 3)).toBe(1);
  expect(await edit(two, 'Fourth', 3)).toBe(1);
  const made = create('Made');
  const { outbox } = await openTab(shared);
  await outbox.add(made);
  await outbox.send();
  last[made.nodeId] = made.id;
  expect(await edit(made.nodeId, 'Made here', 0)).toBe(1);
  await ada.mutate('updateTask', { id: made.nodeId, title: 'Elsewhere' });
  expect(await edit(made.nodeId, 'Once more', 0)).toBe(2);
  expect(await tasksOf(ada)).toMatchObject([{ title: 'Third' }, { title: 'Fourth' }, { title: 'Elsewhere' }]);
});

test.each(['at once', 'while neither is sent', 'on a task that was created here'])(
  'of two tabs in which the same task was opened, the second to save is refused: %s',
  async (how) => {
    const app = await createListeningApp();
    const ada = await app.person();
    const shared = { endpoint: app.endpoint, person: ada, kept: createKept() };
    const [tab, other] = [await openTab(shared), await openTab(shared)];
    const made = create('Task 1');
    await tab.outbox.add(made);
    await tab.outbox.send();
    const seen = how === 'on a task that was created here' ? { ifVersion: 0, follows: made.id } : { ifVersion: 1 };
    const [first, second] = [tab, other].map((_one, index) => update(made.nodeId, { title: `Of tab ${index}` }, seen));
    if (!first || !second) throw new Error('There are two.');
    if (how === 'while neither is sent') {
      await shared.kept.update((state) => ({ ...state, edits: [first, second] }));
    } else {
      await tab.outbox.add(first);
      await tab.outbox.send();
      await other.outbox.add(second);
    }
    await other.outbox.send();
    expect(await tasksOf(ada)).toMatchObject([{ title: 'Of tab 0', version: 2 }]);
    const { refused } = other.outbox.view();
    expect(refused).toMatchObject([{ edits: [{ id: second.id }], refusal: { code: 'CONFLICT', version: 2 } }]);
  },
);

test('a move that overwrites what was changed elsewhere is no conflict with what follows it, unless that did not see the change', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [one = '', two = ''] = await createTasks(ada, 2);
  for (const id of [one, two]) await ada.mutate('updateTask', { id, title: 'Elsewhere' });
  const { outbox } = await openTab({ endpoint: app.endpoint, person: ada });
  for (const [id, seen] of [
    [one, 2],
    [two, 1],
  ] as const) {
    const move = update(id, { status: 'DONE' }, { ifVersion: 1, overwrites: true });
    await outbox.add(move);
    await outbox.send();
    // The lists have brought the other change meanwhile, or have not.
    await outbox.add(update(id, { title: 'Mine' }, { ifVersion: seen, follows: move.id }));
    await outbox.send();
  }
  expect(await tasksOf(ada)).toMatchObject([
    { title: 'Mine', status: 'DONE' },
    { title: 'Elsewhere', status: 'DONE' },
  ]);
  expect(outbox.view().refused).toMatchObject([{ edits: [{ nodeId: two }], refusal: { code: 'CONFLICT' } }]);
});

test('what waits behind a refused edit follows it when it is sent again', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { outbox, kept } = await openTab({ endpoint: app.endpoint, person: ada });
  const bad = create(' ');
  const behind = update(bad.nodeId, { status: 'DONE' }, { ifVersion: 0, follows: bad.id });
  await kept.update((state) => ({ ...state, edits: [bad, behind] }));
  await outbox.send();
  const mended = { ...create('Mended', bad.nodeId.slice(5)) };
  await outbox.addAgain(bad.id, ([, ...others]) => [mended, ...others]);
  expect(outbox.view().edits).toMatchObject([{ id: mended.id }, { id: behind.id, follows: mended.id }]);
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{ title: 'Mended', status: 'DONE', version: 2 }]);
  expect(await batchesOf(ada)).toBe(1);
});

test('an edit that the server fails on again and again is set aside, with what needs it; the others are done', async () => {
  skipPauses();
  const app = await createListeningApp();
  const ada = await app.person();
  let failures = 0;
  const { outbox, kept, keys } = await openTab({
    endpoint: app.endpoint,
    person: ada,
    send: async (input, init) => {
      if (typeof init?.body !== 'string' || !init.body.includes('Poison')) return fetch(input, init);
      failures += 1;
      const errors = [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL' } }];
      // With a status, without one, and from something on the way.
      const bodies = [{ errors }, { data: null, errors }, 'Failed'];
      return Response.json(bodies[failures % 3], {
        status: failures % 3 === 1 ? 200 : 500,
        headers: { 'retry-after': '0' },
      });
    },
  });
  const poison = create('Poison');
  const edits = [create('One'), poison, update(poison.nodeId, { status: 'DONE' }), create('Two')];
  await kept.update((state) => ({ ...state, edits }));
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{ title: 'One' }, { title: 'Two' }]);
  expect(outbox.view()).toMatchObject({ edits: [], batch: null, delay: null });
  expect(outbox.view().refused).toMatchObject([{ edits: [{ shown: 'Poison' }, { shown: { status: 'DONE' } }] }]);
  // Five times in a batch, and five times by itself, each under one key.
  expect([failures, new Set(keys).size]).toEqual([10, 4]);
  await outbox.addAgain(poison.id, ([, ...behind]) => [create('Mended', poison.nodeId.slice(5)), ...behind]);
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{}, {}, { title: 'Mended', status: 'DONE' }]);
});

test('an edit that was done on a node in the trash is told of, and can be seen once it is restored', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const [one = '', two = ''] = await createTasks(ada, 2);
  await ada.mutate('trash', { id: one });
  const { outbox } = await openTab({ endpoint: app.endpoint, person: ada });
  const completed = { ...update(one, {}), ifVersion: 1, overwrites: true, operation: { completeTask: { id: one } } };
  await outbox.add(completed);
  await outbox.add({ ...update(two, {}), operation: { trash: { id: two } } });
  await outbox.send();
  await expect.poll(() => outbox.view().edits).toEqual([]);
  expect(outbox.view().refused).toMatchObject([{ edits: [{ id: completed.id }], refusal: { code: 'IN_TRASH' } }]);
  await outbox.addAgain(completed.id, () => [{ ...update(one, {}), operation: { restore: { id: one } } }]);
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{ title: 'Task 1', status: 'DONE' }]);
  expect(outbox.view().refused).toEqual([]);
});

test('how long the server asks to wait holds for edits that are added meanwhile, and for a page that is opened', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const times: number[] = [];
  const send = async () => {
    times.push(Date.now());
    return Response.json({}, { status: 429, headers: { 'retry-after': '120' } });
  };
  const person = { accessToken: '' };
  const shared = { endpoint: 'http://127.0.0.1/graphql', person, kept: createKept(), name: 'busy', send };
  const tab = await openTab(shared);
  await tab.outbox.add(create('One'));
  await vi.waitFor(() => expect(tab.outbox.view().delay).toBe('busy'));
  await tab.outbox.add(create('Two'));
  void tab.outbox.send();
  await vi.advanceTimersByTimeAsync(60_000);
  // Another page knows why edits wait, before anything has told it.
  const other = await openTab(shared);
  expect(other.outbox.view()).toMatchObject({ delay: 'busy', edits: [{ shown: 'One' }, { shown: 'Two' }] });
  tab.outbox.stop();
  void other.outbox.send();
  while (times.length < 2) await vi.advanceTimersByTimeAsync(100);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(120_000);
  expect(other.keys).toEqual(tab.keys);
});

test('a request that hangs is given up when somebody does not want to wait, in whichever tab, and the batch is done once', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  let sent = 0;
  const send: typeof fetch = async (input, init) => {
    sent += 1;
    if (sent > 2) return fetch(input, init);
    // The server has done it the first time, and its response is on its way for ever.
    void fetch(input, { ...init, signal: null });
    return new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
    );
  };
  const shared = { endpoint: app.endpoint, person: ada, kept: createKept(), name: 'hanging', send };
  const [tab, other] = [await openTab(shared), await openTab(shared)];
  await tab.outbox.add(create('One'));
  for (const [times, one] of [tab, other].entries()) {
    await expect.poll(() => sent).toBe(times + 1);
    one.outbox.tryNow();
  }
  for (const { outbox } of [tab, other])
    await expect.poll(() => outbox.view()).toMatchObject({ edits: [], refused: [], delay: null });
  expect([sent, new Set(tab.keys).size, other.keys]).toEqual([3, 1, []]);
  expect(await tasksOf(ada)).toEqual([{ title: 'One', status: 'TODO', version: 1 }]);
  tab.outbox.stop();
  tab.outbox.tryNow();
});

test.each(['0', 'Thu, 01 Jan 1970 00:00:00 GMT'])(
  'after "Retry-After: %s" the pauses grow as without it',
  async (value) => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const times: number[] = [];
    const send = async () => {
      times.push(Date.now());
      // Without pauses it would not end.
      return times.length < 5
        ? Response.json({}, { status: 503, headers: { 'retry-after': value } })
        : new Promise<never>(() => {});
    };
    const { outbox } = await openTab({ endpoint: 'http://127.0.0.1/graphql', person: { accessToken: '' }, send });
    await outbox.add(create('One'));
    while (times.length < 5) await vi.advanceTimersByTimeAsync(100);
    for (const [index, least] of [500, 1_000, 2_000, 4_000].entries())
      expect((times[index + 1] ?? 0) - (times[index] ?? 0)).toBeGreaterThanOrEqual(least);
  },
);

test('an edit that comes just as the last one is done is sent, at whichever step', async () => {
  withoutLocks();
  for (let steps = 0; steps < 20; steps += 1) {
    const kept = createKept();
    const send = async () =>
      Response.json({ data: { batch: { __typename: 'BatchPayload', items: [{ status: 'DONE' }] } } });
    const { outbox, keys } = await openTab({ endpoint: 'http://127.0.0.1/', person: { accessToken: '' }, kept, send });
    const later = Promise.withResolvers<void>();
    let isSeen = false;
    outbox.subscribe(() => {
      if (isSeen || keys.length === 0 || outbox.view().edits.length > 0) return;
      isSeen = true;
      void (async () => {
        for (let step = 0; step < steps; step += 1) await Promise.resolve();
        await kept.update((state) => ({ ...state, edits: [create('Two')] }));
        await outbox.send();
        later.resolve();
      })();
    });
    await outbox.add(create('One'));
    await later.promise;
    expect([outbox.view().edits, keys.length], `after ${steps} steps`).toEqual([[], 2]);
  }
});

test('an edit that no batch can have is refused by itself, and the others are done', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { outbox, kept } = await openTab({ endpoint: app.endpoint, person: ada });
  const edits = [create('One'), { ...create('Odd'), operation: { createTask: { titel: 'Odd' } } }, create('Two')];
  await kept.update((state) => ({ ...state, edits }));
  await outbox.send();
  expect(await tasksOf(ada)).toMatchObject([{ title: 'One' }, { title: 'Two' }]);
  expect(outbox.view().refused).toMatchObject([{ edits: [{ shown: 'Odd' }], refusal: { code: 'BAD_USER_INPUT' } }]);
  await outbox.add(create('Three'));
  await outbox.send();
  expect(await tasksOf(ada)).toHaveLength(3);
});

test('more edits than a batch takes go in several', async () => {
  const app = await createListeningApp();
  const ada = await app.person();
  const { outbox, kept, keys } = await openTab({ endpoint: app.endpoint, person: ada });
  await kept.update((state) => ({
    ...state,
    edits: Array.from({ length: 201 }, (_, index) => create(`Task ${index}`)),
  }));
  await outbox.send();
  expect((await ada.query('{ tasks { totalCount } }')).tasks.totalCount).toBe(201);
  expect(new Set(keys).size).toBe(2);
});

test('a server that is busy gets the same batch again, when it says; a session that is over keeps the edits', async () => {
  skipPauses();
  const app = await createListeningApp();
  const ada = await app.person();
  const failing = (status: number, code: string) =>
    Response.json(
      { errors: [{ message: 'Later.', extensions: { code } }] },
      { status, headers: { 'retry-after': '0' } },
    );
  const answers = [
    failing(503, 'UNAVAILABLE'),
    failing(429, 'RATE_LIMITED'),
    failing(409, 'IDEMPOTENCY_KEY_IN_USE'),
    new Response('<h1>Welcome to the hotel</h1>', { headers: { 'retry-after': '0' } }),
  ];
  const delays: unknown[] = [];
  const { outbox, keys } = await openTab({
    endpoint: app.endpoint,
    person: ada,
    send: async (...request) => answers.shift() ?? fetch(...request),
  });
  outbox.subscribe(() => delays.push(outbox.view().delay));
  await outbox.add(create('In the end'));
  await outbox.send();
  expect(new Set(delays)).toEqual(new Set([null, 'busy']));
  expect([keys.length, new Set(keys).size]).toEqual([5, 1]);
  expect(await tasksOf(ada)).toMatchObject([{ title: 'In the end' }]);

  answers.push(failing(409, 'ALREADY_DONE'));
  await outbox.add(create('Done before'));
  await outbox.send();
  expect(outbox.view()).toMatchObject({ edits: [], refused: [], delay: null });

  const signedOut = await openTab({ endpoint: app.endpoint, person: { accessToken: 'none' } });
  await signedOut.outbox.add(create('Kept'));
  await signedOut.outbox.send();
  expect(signedOut.outbox.view()).toMatchObject({ edits: [{ shown: 'Kept' }], delay: 'signed-out' });
});

for (const hasLocks of [true, false]) {
  test(`two tabs ${hasLocks ? 'take turns' : 'without locks send the same'}, and each edit is done once`, async () => {
    if (!hasLocks) withoutLocks();
    const app = await createListeningApp();
    const ada = await app.person();
    const seen = { now: 0, most: 0 };
    const send: typeof fetch = async (...request) => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      return fetch(...request).finally(() => {
        seen.now -= 1;
      });
    };
    const shared = { endpoint: app.endpoint, person: ada, kept: createKept(), name: `two tabs ${hasLocks}`, send };
    const tabs = [await openTab(shared), await openTab(shared)];
    await Promise.all(tabs.map(({ outbox }, index) => outbox.add(create(`Of tab ${index}`))));
    await Promise.all(tabs.map(({ outbox }) => outbox.send()));
    for (const { outbox } of tabs) await expect.poll(() => outbox.view().edits).toEqual([]);
    expect((await ada.query('{ tasks { totalCount } }')).tasks.totalCount).toBe(2);
    expect(seen.most).toBeLessThanOrEqual(hasLocks ? 1 : 2);
    const keys = new Set(tabs.flatMap((tab) => tab.keys));
    expect(await batchesOf(ada)).toBe(keys.size);
  });
}
