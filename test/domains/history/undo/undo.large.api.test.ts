import { expect, test } from 'vitest';
import { maxUndoneChanges } from '../../../../src/domains/history/undo/undo.rules.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';

const last = async (ada: SignedInPerson) => (await ada.query('{ changeSets(first: 1) { nodes { id } } }')).changeSets;
const undo = async (ada: SignedInPerson) => {
  const changeSetId = (await last(ada)).nodes[0].id;
  return ada.mutate('undoChangeSet', { changeSetId }, 'name');
};
const takeFramework = (ada: SignedInPerson, file: object) =>
  ada.mutate('importFramework', { text: JSON.stringify(file) }, 'added { key } changed { key } kept { key }');

/** A framework of 1,000 skills with five levels each. */
const framework = (text: string) => ({
  ...{ key: 'large', name: 'Large' },
  categories: Array.from({ length: 10 }, (_, c) => ({
    ...{ key: `c${c}`, name: `Category ${c}` },
    skills: Array.from({ length: 100 }, (_skill, s) => ({
      ...{ key: `c${c}-s${s}`, name: `Skill ${s}` },
      levels: [1, 2, 3, 4, 5].map((level) => ({ level, summary: `${text} ${level}` })),
    })),
  })),
});

test('an import of more than 5,000 changes is undone and done again, while others take their turns', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const texts = async () =>
    (await ada.query('{ skills(first: 100) { totalCount nodes { levels { summary } } } }')).skills;
  await takeFramework(ada, framework('a'));
  const before = await texts();
  await takeFramework(ada, framework('b'));
  let most = 0;
  let statements = app.statements.length;
  let isOver = false;
  const turn = () => {
    most = Math.max(most, app.statements.length - statements);
    statements = app.statements.length;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  expect(await undo(ada)).toEqual({ __typename: 'ChangeSet', name: 'undoChangeSet' });
  isOver = true;
  expect(most).toBeLessThan(150);
  expect(await texts()).toEqual(before);
  await undo(ada);
  expect(await takeFramework(ada, framework('b'))).toMatchObject({ added: [], changed: [], kept: [] });
  await undo(ada);
  // The first import.
  const sets = (await ada.query('{ changeSets(first: 10) { nodes { id name } } }')).changeSets.nodes;
  const first = sets.findLast(({ name }: { name: string }) => name === 'importFramework');
  await ada.mutate('undoChangeSet', { changeSetId: first.id }, 'name');
  expect(await texts()).toMatchObject({ totalCount: 0 });
}, 60_000);

test('a tree that is too large for one statement comes back, whichever of its tasks was made first', async () => {
  const ada = await (await createTestApp()).person();
  const below: string[] = [];
  for (let count = 0; count < 60; count += 1) below.push((await ada.mutate('createTask', { title: `${count}` })).id);
  const { id: top } = await ada.mutate('createTask', { title: 'Top' });
  for (const id of below) await ada.mutate('updateTask', { id, parentId: top });
  await ada.mutate('trash', { id: top }, '__typename');
  await ada.mutate('deletePermanently', { id: top }, '__typename');
  await undo(ada);
  await ada.mutate('restore', { id: top }, '__typename');
  const { task } = await ada.query('query ($id: ID!) { task(id: $id) { subtasks { totalCount } } }', { id: top });
  expect(task.subtasks.totalCount).toBe(60);
});

test('a change set of too many changes is refused with the limit, before any of them is reversed', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  await takeFramework(ada, { key: 'a', name: 'A' });
  const { nodes } = await last(ada);
  await app.systemContext().database.write(async ({ change, changeSet }) => {
    const { sequence } = await changeSet.findFirstOrThrow({ where: { name: 'importFramework' } });
    const { before: _before, after: _after, ...one } = await change.findFirstOrThrow({ where: { sequence } });
    const more = Array.from({ length: maxUndoneChanges }, (_one, index) => ({ ...one, ordinal: index + 1 }));
    for (let from = 0; from < more.length; from += 500) await change.createMany({ data: more.slice(from, from + 500) });
  });
  const refused = await ada
    .mutate('undoChangeSet', { changeSetId: nodes[0].id }, 'name')
    .catch((error: Error) => error);
  expect(JSON.stringify(refused)).toContain('more than 50,000 changes cannot be undone');
}, 60_000);
