import { expect, test } from 'vitest';
import { createTestApp, type SignedInPerson, type TestApp } from '../../../support/app.ts';
import { writingNothing } from '../../../support/history.ts';

const fields = 'id intention reflection closedAt tasks { title } version trashedAt';
const shown = `{ day { focus { ${fields} } } agenda(to: "TODAY") { focus { id } } search(text: "harvest") { totalCount }
  timeline { nodes { type } } trash { nodes { type title } } }`;

/** A closed day with an intention, a reflection and a task, moved to the trash. */
async function trashed(app: TestApp, ada: SignedInPerson): Promise<string> {
  const task = await ada.mutate('createTask', { title: 'Bring it in' });
  const { id } = await ada.mutate('setDailyFocus', { intention: 'Harvest', taskIds: [task.id] });
  await ada.mutate('closeDay', { reflection: 'Rain' });
  app.clock.advance(1_000);
  await ada.mutate('trash', { id });
  return id;
}

test('a focus in the trash shows nowhere but there, and comes back as it was', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await trashed(app, ada);
  expect(await ada.query(shown)).toEqual({
    day: { focus: null },
    agenda: [{ focus: null }],
    search: { totalCount: 0 },
    timeline: { nodes: [] },
    trash: { nodes: [{ type: 'DAILY_FOCUS', title: 'Harvest' }] },
  });
  expect((await ada.mutate('reopenDay', {})).__typename).toBe('NotFoundError');
  await ada.mutate('restore', { id });
  const back = await ada.query(shown);
  expect(back).toMatchObject({
    day: {
      focus: { id, intention: 'Harvest', reflection: 'Rain', tasks: [{ title: 'Bring it in' }], trashedAt: null },
    },
    agenda: [{ focus: { id } }],
    search: { totalCount: 1 },
    timeline: { nodes: [{ type: 'DAILY_FOCUS' }] },
    trash: { nodes: [] },
  });
});

test('setting a focus whose record is in the trash restores and replaces it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await trashed(app, ada);
  const refused = await writingNothing(app, ada, () => ada.mutate('setDailyFocus', { intention: 'X', ifVersion: 3 }));
  expect(refused.__typename).toBe('ConflictError');
  const { __typename, ...focus } = await ada.mutate('setDailyFocus', { ifVersion: 0 }, fields);
  const empty = { intention: '', reflection: '', closedAt: null, tasks: [], trashedAt: null };
  expect(focus).toEqual({ id, ...empty, version: 4 });
  // An undo puts the former content back in the trash.
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id name } } }');
  expect(changeSets.nodes[0].name).toBe('setDailyFocus');
  await ada.mutate('undoChangeSet', { changeSetId: changeSets.nodes[0].id });
  await ada.mutate('restore', { id });
  expect((await ada.query(shown)).day.focus).toMatchObject({ reflection: 'Rain', tasks: [{ title: 'Bring it in' }] });
});

test('closing a day whose focus is in the trash restores and replaces it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const id = await trashed(app, ada);
  const closed = await ada.mutate('closeDay', { reflection: 'Sun' }, fields);
  expect(closed).toMatchObject({ id, intention: '', reflection: 'Sun', tasks: [], trashedAt: null, version: 4 });
  expect(closed.closedAt).toBe('2026-11-23T09:00:01.000Z');
});
