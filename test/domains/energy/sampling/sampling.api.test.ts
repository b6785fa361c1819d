import { expect, test } from 'vitest';
import { createTestApp, type Person, secondApp, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';
import { staying } from '../../../support/staying.ts';

// Ten in the morning in Berlin, where Ada lives.
const settings = { windows: [{ from: '11:00', to: '17:00' }], promptsPerDay: 4, minSpacingMinutes: 45 };

interface Prompt {
  id: string;
  at: string;
  expiresAt: string;
  sentAt: string | null;
  state: string;
  energyEntry: { id: string } | null;
}

const prompts = async (who: Person): Promise<Prompt[]> =>
  (
    await who.query(
      '{ energyPrompts(orderBy: [{ field: AT }]) { nodes { id at expiresAt sentAt state energyEntry { id } } } }',
    )
  ).energyPrompts.nodes;
const momentsOf = async (who: Person) => (await prompts(who)).map(({ at }) => at);
const statesOf = async (who: Person) => (await prompts(who)).map(({ state }) => state);
const passTo = async (app: TestApp, moment: string) => {
  app.clock.set(moment);
  await app.worker.work();
};
const after = (moment: string | undefined, minutes: number) =>
  new Date(Date.parse(moment ?? '') + minutes * 60_000).toISOString();

async function sampled(input: object = {}) {
  const app = await createTestApp();
  const ada = staying(app, await app.person());
  await ada.mutate('setEnergySampling', { ...settings, ...input });
  return { app, ada };
}

test('prompts are reminders, which are answered by an entry in time, or expire; the rate counts both', async () => {
  const { app, ada } = await sampled();
  const drawn = await prompts(ada);
  expect(drawn.map(({ state, sentAt }) => [state, sentAt])).toEqual(drawn.map(() => ['WAITING', null]));
  expect(drawn).toHaveLength(4);
  const { reminders } = await ada.query('{ reminders { nodes { dueAt about { ... on EnergyPrompt { id } } } } }');
  expect(reminders.nodes).toEqual(drawn.map(({ id, at }) => ({ dueAt: at, about: { id } })));
  const [first, second, third] = drawn;
  // An entry before it was sent is no answer.
  await ada.mutate('createEnergyEntry', { energy: 3 });
  await passTo(app, first?.at ?? '');
  expect(await statesOf(ada)).toEqual(['OPEN', 'WAITING', 'WAITING', 'WAITING']);
  const { id } = await ada.mutate('createEnergyEntry', { mood: 4 });
  expect((await prompts(ada))[0]).toMatchObject({ state: 'ANSWERED', sentAt: first?.at, energyEntry: { id } });
  await passTo(app, second?.at ?? '');
  await passTo(app, second?.expiresAt ?? '');
  await ada.mutate('createEnergyEntry', { energy: 2 });
  await ada.mutate('createEnergyEntry', { energy: 2, at: second?.at });
  expect(await statesOf(ada)).toEqual(['ANSWERED', 'EXPIRED', 'WAITING', 'WAITING']);
  const due = '{ reminders(filter: { isDue: { eq: true } }) { nodes { id } } }';
  expect((await ada.query(due)).reminders.nodes).toEqual([]);
  await passTo(app, third?.at ?? '');
  expect((await ada.query(due)).reminders.nodes).toHaveLength(1);
  const stats = `{ energySamplingStats { sentCount answeredCount expiredCount skippedCount
    responseRate { value n state missing } } }`;
  expect((await ada.query(stats)).energySamplingStats).toEqual({
    ...{ sentCount: 3, answeredCount: 1, expiredCount: 1, skippedCount: 0 },
    responseRate: {
      ...{ value: null, n: 2, state: 'NOT_ENOUGH_DATA' },
      missing: expect.stringContaining('prompts that were answered or have expired'),
    },
  });
});

test('the moments of a day stay the same: drawn again, after a restart, and on another server', async () => {
  const { app, ada } = await sampled();
  const drawn = await momentsOf(ada);
  await ada.mutate('setEnergySampling', settings);
  await app.worker.work();
  const other = await secondApp(app, {}, { clock: app.clock });
  await Promise.all([app.worker.work(), other.worker.work()]);
  expect(await momentsOf(ada)).toEqual(drawn);
  // The next day has moments of its own, drawn once.
  app.clock.set('2026-11-24T03:00:00Z');
  await Promise.all([app.worker.work(), other.worker.work()]);
  await app.worker.work();
  const next = (await momentsOf(ada)).filter((at) => !drawn.includes(at));
  expect(next).toHaveLength(4);
  expect(next.map((at) => at.slice(11))).not.toEqual(drawn.map((at) => at.slice(11)));
});

test('nobody is asked in a meeting: what is known is left out, and what came later skips the prompt', async () => {
  const { app, ada } = await sampled({ promptsPerDay: 2 });
  const [first] = await prompts(ada);
  const [startsAt, endsAt] = [after(first?.at, -10), after(first?.at, 10)];
  const { id } = await ada.mutate('createMeeting', { title: 'Stand-up', startsAt, endsAt });
  await passTo(app, first?.at ?? '');
  await passTo(app, after(first?.at, 1));
  expect((await prompts(ada))[0]).toMatchObject({ state: 'SKIPPED', sentAt: null });
  await ada.mutate('trash', { id }, '__typename');
  await ada.mutate('createMeeting', {
    ...{ title: 'Workshop', startsAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-24T15:30:00Z' },
  });
  await passTo(app, '2026-11-24T03:00:00Z');
  const tomorrow = (await momentsOf(ada)).filter((at) => at > '2026-11-24');
  // Half an hour is left, and room for one.
  expect(tomorrow).toHaveLength(1);
  expect(tomorrow[0] && tomorrow[0] >= '2026-11-24T15:30:00.000Z').toBe(true);
});

test('prompts that an undo brings back during a meeting still ask at their times', async () => {
  const { app, ada } = await sampled();
  const reminders = '{ reminders { nodes { dueAt } } }';
  const before = await ada.query(reminders);
  const startsAt = app.clock.now().toISOString();
  await ada.mutate('createMeeting', { title: 'Stand-up', startsAt, endsAt: after(startsAt, 30) });
  await ada.mutate('setEnergySampling', { ...settings, isEnabled: false });
  expect(await ada.query(reminders)).not.toEqual(before);
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id name } } }');
  expect(changeSets.nodes).toMatchObject([{ name: 'setEnergySampling' }]);
  await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id }, 'id');
  expect(await ada.query(reminders)).toEqual(before);
});

test('other settings draw the rest of the day anew; switched off, nobody is asked', async () => {
  const { app, ada } = await sampled();
  const [first] = await prompts(ada);
  await passTo(app, first?.at ?? '');
  const windows = [{ from: '18:00', to: '20:00' }];
  await ada.mutate('setEnergySampling', { windows, promptsPerDay: 2, minSpacingMinutes: 30, expiresAfterMinutes: 10 });
  const drawn = await prompts(ada);
  expect(drawn[0]?.at).toBe(first?.at);
  // By the clock of Berlin, an hour ahead.
  expect(drawn.slice(1).filter(({ at }) => !/T1[78]:/.test(at))).toEqual([]);
  expect(drawn).toHaveLength(3);
  expect(drawn[1]?.expiresAt).toBe(after(drawn[1]?.at, 10));
  await ada.mutate('setEnergySampling', { ...settings, isEnabled: false });
  expect(await momentsOf(ada)).toEqual([first?.at]);
  await passTo(app, '2026-11-25T12:00:00Z');
  expect(await momentsOf(ada)).toEqual([first?.at]);
  const { reminders } = await ada.query('{ reminders { totalCount } }');
  expect(reminders.totalCount).toBe(1);
});

test('settings that cannot be met are refused', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const hour = [{ from: '09:00', to: '10:00' }];
  const cases: [object, string[], string][] = [
    [
      { windows: hour, promptsPerDay: 3, minSpacingMinutes: 30 },
      ['promptsPerDay'],
      'must be at most 2, as that many fit into the windows with this spacing',
    ],
    [{ windows: [], promptsPerDay: 1 }, ['windows'], 'must be at least 1'],
    [
      { windows: [{ from: '09:00', to: '09:00' }], promptsPerDay: 1 },
      ['windows', '0', 'to'],
      'must be after from, on the same day of yours',
    ],
    [
      { windows: [{ from: '02:00', to: '06:00' }], promptsPerDay: 1 },
      ['windows', '0', 'to'],
      'must be after from, on the same day of yours',
    ],
    [
      { windows: [...hour, { from: '09:30', to: '11:00' }], promptsPerDay: 1 },
      ['windows', '1', 'from'],
      'must not be before the end of the window before',
    ],
    [{ windows: hour, promptsPerDay: 13 }, ['promptsPerDay'], 'must be a whole number from 1 to 12'],
  ];
  for (const [input, path, message] of cases) {
    const refused = await writingNothing(app, ada, () => ada.mutate('setEnergySampling', input));
    expect(refused.issues).toEqual([{ path: ['input', ...path], message }]);
  }
  const spaced = { windows: hour, promptsPerDay: 2, minSpacingMinutes: 59 };
  expect((await ada.mutate('setEnergySampling', spaced)).__typename).toBe('EnergySampling');
  expect(await ada.mutate('setEnergySampling', { ...spaced, ifVersion: 1 })).toMatchObject({
    __typename: 'ConflictError',
  });
});

test('what one person is asked, another does not see, and does not answer', async () => {
  const { app, ada } = await sampled();
  const ben = staying(app, await app.person('Ben'));
  const [first] = await prompts(ada);
  await passTo(app, first?.at ?? '');
  await ben.mutate('createEnergyEntry', { energy: 3 });
  expect((await prompts(ada))[0]?.state).toBe('OPEN');
  expect(await prompts(ben)).toEqual([]);
  const query = 'query ($id: ID!) { energyPrompt(id: $id) { id } energySampling { id } }';
  expect(await ben.query(query, { id: first?.id })).toEqual({ energyPrompt: null, energySampling: null });
});
