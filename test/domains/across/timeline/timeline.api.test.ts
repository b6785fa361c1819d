import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const read = `query ($from: DateTime, $to: DateTime = "NOW", $types: [SearchType!], $first: Int, $after: String, $last: Int, $before: String) {
  timeline(from: $from, to: $to, types: $types, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { at type title node { id } }
  }
}`;

async function titles(person: SignedInPerson, variables: object = {}): Promise<string[]> {
  const { timeline } = await person.query(read, variables);
  return timeline.nodes.map(({ title }: { title: string }) => title);
}

/** Energy at moments two hours apart, the latest first. */
async function notes(person: SignedInPerson, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1)
    await person.mutate('createEnergyEntry', { energy: 3, notes: `Note ${i}`, at: `-PT${i * 2}H` });
}

test('the timeline has each node at its time, the latest first, and none without a time', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await ada.mutate('createTask', { title: 'Open' });
  const { id } = await ada.mutate('createTask', { title: 'Finished' });
  await ada.mutate('createPerson', { name: 'Mara' });
  await ada.mutate('completeTask', { id });
  await ada.mutate('createEnergyEntry', { energy: 3, notes: 'Yesterday\nat lunch', at: '2026-11-22T12:00:00Z' });
  await ada.mutate('createEnergyEntry', { energy: 3, at: '2026-11-22T11:00:00Z' });
  await ada.mutate('setDailyFocus', { date: '2026-11-22', intention: 'Rest' });
  await ada.mutate('recordEngagementPulse', { week: '2026-11-22', score: 4, notes: 'A good week' });
  const { timeline } = await ada.query(read);
  expect(timeline.totalCount).toBe(5);
  expect(timeline.nodes.map(({ at, type, title }: Record<string, string>) => [at, type, title])).toEqual([
    ['2026-11-23T09:00:00.000Z', 'TASK', 'Finished'],
    ['2026-11-22T12:00:00.000Z', 'ENERGY_ENTRY', 'Yesterday'],
    ['2026-11-22T11:00:00.000Z', 'ENERGY_ENTRY', ''],
    ['2026-11-22T03:00:00.000Z', 'DAILY_FOCUS', 'Rest'],
    ['2026-11-16T03:00:00.000Z', 'ENGAGEMENT_PULSE', 'A good week'],
  ]);
  expect(timeline.nodes[0].node).toEqual({ id });
  expect(await titles(ada, { types: ['TASK'] })).toEqual(['Finished']);
  await ada.mutate('reopenTask', { id });
  expect(await titles(ada, { types: ['TASK'] })).toEqual([]);
});

test('it ends now by default, has the given range, and includes the future with null', async () => {
  const ada = await (await createTestApp()).person();
  await notes(ada, 4);
  await ada.mutate('setDailyFocus', { date: 'P1D', intention: 'Later' });
  const said = ['Note 0', 'Note 1', 'Note 2', 'Note 3'];
  expect(await titles(ada)).toEqual(said);
  const { timeline } = await ada.query('{ timeline { nodes { title } } }');
  expect(timeline.nodes.map(({ title }: { title: string }) => title)).toEqual(said);
  expect(await titles(ada, { to: null })).toEqual(['Later', ...said]);
  expect(await titles(ada, { from: '-PT4H', to: '-PT2H' })).toEqual(['Note 1', 'Note 2']);
  for (const name of ['from', 'to']) {
    const { errors } = await ada.ask(read, { [name]: 'someday' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', issues: [{ path: [name] }] });
  }
});

test('it is paged in both directions, also if many nodes have the same time', async () => {
  const ada = await (await createTestApp()).person();
  await notes(ada, 4);
  for (let i = 0; i < 4; i += 1) await ada.mutate('createEnergyEntry', { energy: 3, notes: `Same ${i}` });
  const all = await titles(ada);
  expect(all).toHaveLength(8);
  const forward: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { timeline } = await ada.query(read, { first: 3, after });
    forward.push(...timeline.nodes.map(({ title }: { title: string }) => title));
    // A change of what was shown does not move it.
    await ada.mutate('updateEnergyEntry', {
      id: timeline.nodes[0].node.id,
      energy: 5,
      notes: `${timeline.nodes[0].title}.`,
    });
    ({ hasNextPage: more, endCursor: after } = timeline.pageInfo);
  }
  expect(forward).toEqual(all);
  const { timeline } = await ada.query(read, { last: 3 });
  const end = timeline.nodes.map(({ title }: { title: string }) => title.replace('.', ''));
  expect(end).toEqual(all.slice(-3));
  const before = timeline.pageInfo.startCursor;
  expect((await titles(ada, { last: 2, before })).map((title) => title.replace('.', ''))).toEqual(all.slice(-5, -3));
  const { errors } = await ada.ask(read, { after: 'not a cursor' });
  expect(errors?.[0]?.extensions).toMatchObject({ issues: [{ path: ['after'] }] });
});

test('it has nothing in the trash and nothing of other accounts', async () => {
  const app = await createTestApp();
  const [ada, bob] = [await app.person('Ada'), await app.person('Bob')];
  await notes(ada, 2);
  await notes(bob, 1);
  const { timeline } = await bob.query(read);
  expect(timeline).toMatchObject({ totalCount: 1, nodes: [{ title: 'Note 0' }] });
  await bob.mutate('trash', { id: timeline.nodes[0].node.id });
  expect((await bob.query(read)).timeline).toMatchObject({ totalCount: 0, nodes: [] });
});

test('dates follow the time zone of their owner, also after it changes', async () => {
  const app = await createTestApp();
  const ada = await app.person('Ada', 'Europe/Berlin');
  await ada.mutate('setDailyFocus', { date: '2026-07-01', intention: 'Move' });
  await ada.mutate('createEnergyEntry', { energy: 3, notes: 'On the way', at: '2026-07-01T12:00:00Z' });
  const moments = async () => {
    const { timeline } = await ada.query(read);
    return timeline.nodes.map(({ at, title }: Record<string, string>) => `${title} ${at}`);
  };
  expect(await moments()).toEqual(['On the way 2026-07-01T12:00:00.000Z', 'Move 2026-07-01T02:00:00.000Z']);
  await ada.mutate('updateProfile', { timeZone: 'America/New_York', dayStartsAt: '09:00' });
  expect(await moments()).toEqual(['Move 2026-07-01T13:00:00.000Z', 'On the way 2026-07-01T12:00:00.000Z']);
});
