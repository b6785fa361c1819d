import { expect, test } from 'vitest';
import { newId } from '../../../../src/platform/database/ids.ts';
import { transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';

const query = `query ($from: Date, $to: Date, $lag: Int, $kinds: [EnergyFactorKind!]) {
  drainsAndChargers(from: $from, to: $to, lag: $lag, kinds: $kinds) {
    startsOn endsOn lag entryCount testedCount summary factors {
      kind node { ... on Label { name } ... on MeetingSeries { title } ... on Person { name } ... on Goal { title } }
      entryCount n meanDifference low high effectSize pValue qValue verdict missing explanation
      days { date mean othersMean difference entries { energy node { id } } others { node { ... on EnergyEntry { energy } } } }
    } } }`;

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const ask = async (person: SignedInPerson, variables: object = {}): Promise<any> =>
  (await person.query(query, variables)).drainsAndChargers;

/** Records an entry some days before a noon in Berlin, about anything. */
const entryOf = (ada: SignedInPerson) => (daysAgo: number, energy: number, about: object) =>
  ada.mutate('createEnergyEntry', { energy, at: `-PT${24 * daysAgo}H`, ...about });

test('a factor whose days all differ stands out, and the rows behind it are there', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const enter = entryOf(ada);
  const { id: seriesId } = await ada.mutate('createMeetingSeries', { title: 'Status' });
  const times = { startsAt: '2026-11-20T10:00:00Z', endsAt: '2026-11-20T11:00:00Z' };
  const { id: meetingId } = await ada.mutate('createMeeting', { title: 'Status', seriesId, ...times });
  const { id: personId } = await ada.mutate('createPerson', { name: 'Bea' });
  for (let daysAgo = 1; daysAgo <= 9; daysAgo++) {
    await enter(daysAgo, 1, { meetingId, moment: 'AFTER' });
    await enter(daysAgo, 4, {});
    // Before it is not about it, nor one of the others.
    await enter(daysAgo, 1, { meetingId, moment: 'BEFORE' });
  }
  await enter(1, 5, { personId });
  const found = await ask(ada);
  expect(found).toMatchObject({ lag: 0, entryCount: 19, testedCount: 1, startsOn: '2026-08-26', endsOn: '2026-11-23' });
  expect(found.summary).toContain('Of 1 comparison, 1 stands out: 1 drain, 0 chargers.');
  const [status, bea] = found.factors;
  expect(status).toMatchObject({
    ...{ kind: 'SERIES', node: { title: 'Status' }, entryCount: 9, n: 9, verdict: 'DRAIN', missing: null },
    ...{ pValue: 2 / 512, qValue: 2 / 512, high: expect.closeTo(-3, 1) },
  });
  expect(status.meanDifference).toBeCloseTo(-(8 * 3 + 3.5) / 9, 9);
  expect(status.days[8]).toMatchObject({
    ...{ date: '2026-11-22', mean: 1, othersMean: 4.5, difference: -3.5 },
    ...{ entries: [{ energy: 1, node: { id: expect.any(String) } }] },
  });
  expect(status.days[8].others.map(({ node }: { node: object }) => node)).toEqual([{ energy: 4 }, { energy: 5 }]);
  expect(bea).toMatchObject({ kind: 'PERSON', n: 1, meanDifference: null, qValue: null, verdict: 'NOT_ENOUGH_DATA' });
  expect(bea.missing).toContain('There is 1.');
  expect(await ask(ada)).toEqual(found);
  const { factors } = await ask(ada, { kinds: ['PERSON'] });
  expect(factors.map(({ kind }: { kind: string }) => kind)).toEqual(['PERSON']);
  expect((await ask(await app.person('Bob'))).factors).toEqual([]);
});

test('entries are about the labels of their tasks and meetings, and the goals of their tasks; not about what is in the trash', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const label = async (name: string) => (await ada.mutate('createLabel', { name, color: '#336699' })).id as string;
  const [deep, own, gone, both] = await Promise.all(['deep', 'own', 'gone', 'both'].map(label));
  const { id: goalId } = await ada.mutate('createGoal', { title: 'Write', kind: 'PROJECT' });
  const { id: taskId } = await ada.mutate('createTask', { title: 'Draft', goalId, labelIds: [deep, both, gone] });
  await entryOf(ada)(1, 5, { taskId, labelIds: [own, both] });
  await ada.mutate('trash', { id: gone });
  const nodes = async () =>
    (await ask(ada)).factors
      .map(({ kind, node, entryCount }: { kind: string; node: object; entryCount: number }) =>
        [kind, ...Object.values(node), entryCount].join(' '),
      )
      .sort();
  expect(await nodes()).toEqual(['GOAL Write 1', 'LABEL both 1', 'LABEL deep 1', 'LABEL own 1']);
  await ada.mutate('trash', { id: goalId });
  expect(await nodes()).toEqual(['LABEL both 1', 'LABEL deep 1', 'LABEL own 1']);
});

test('days are those of the owner, and a lag compares the day after', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  const { id } = await ada.mutate('createLabel', { name: 'late', color: '#336699' });
  // A day starts at 4 in Berlin.
  await ada.mutate('createEnergyEntry', { energy: 1, at: '2026-11-20T02:30:00Z', labelIds: [id] });
  await ada.mutate('createEnergyEntry', { energy: 4, at: '2026-11-19T10:00:00Z' });
  await ada.mutate('createEnergyEntry', { energy: 2, at: '2026-11-20T10:00:00Z' });
  const daysOf = async (lag: number) =>
    (await ask(ada, { lag })).factors[0].days.map(({ date, difference }: Record<string, unknown>) => [
      date,
      difference,
    ]);
  expect(await daysOf(0)).toEqual([['2026-11-19', -3]]);
  expect(await daysOf(1)).toEqual([['2026-11-19', -2]]);
});

test('what is no period, or no lag, is refused', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada');
  for (const variables of [{ from: '-P400D' }, { from: 'P1D' }, { lag: 2 }, { lag: -1 }]) {
    expect((await ada.ask(query, variables)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  }
});

/** Gives somebody some entries on each of 60 days, about one of some labels or nothing. */
async function fill(app: TestApp, ada: SignedInPerson, count: number): Promise<void> {
  const now = app.clock.now().getTime();
  await transaction(await contextOf(app, ada), 'fill', async (tx) => {
    const labels = Array.from({ length: 6 }, (_, i) => ({
      id: newId(),
      name: `${i}`,
      nameNormalized: `${i}`,
      color: '#336699',
    }));
    await tx.write.label.createMany(labels);
    const entries = Array.from({ length: count }, (_, i) => ({
      id: newId(),
      at: new Date(now - (i % 60) * 86_400_000 - (i % 7) * 60_000),
      energy: 1 + ((i * i) % 5),
    }));
    await tx.write.energyEntry.createMany(entries);
    await tx.write.energyEntryLabel.createMany(
      entries.flatMap(({ id }, i) => {
        const label = labels[Math.floor(i / 60) % 9];
        return label ? [{ energyEntryId: id, labelId: label.id }] : [];
      }),
    );
  });
}

test('much is calculated beside the event loop, in as many statements as little, with the same result', async () => {
  const app = await createTestApp();
  const [ada, bob, eve] = [await app.person('Ada'), await app.person('Bob'), await app.person('Eve')];
  const brief = '{ drainsAndChargers { testedCount factors { n pValue qValue low high verdict } } }';
  await fill(app, ada, 60);
  await fill(app, bob, 600);
  await fill(app, eve, 600);
  // Who asks is known after their first request.
  for (const person of [ada, bob]) await person.query('{ viewer { name } }');
  const few = await app.counting(() => ada.query(brief));
  expect(await app.counting(() => bob.query(brief))).toBe(few);
  const found = (await bob.query(brief)).drainsAndChargers;
  expect(found.testedCount).toBe(6);
  expect((await eve.query(brief)).drainsAndChargers).toEqual(found);
});
