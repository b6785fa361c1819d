import { expect, test } from 'vitest';
import { fromGlobalId } from '../../../../src/platform/database/global-ids.ts';
import { trashableModels } from '../../../../src/platform/database/model-relations.ts';
import { adaAndBob } from '../../../support/examples.ts';
import { documentsOf, valuesOf } from '../../../support/history.ts';
import { leaveToCI } from '../../../support/services.ts';

test('everything that a person did, in all features, can be undone and redone', async (context) => {
  leaveToCI(context);
  const { app, ada } = await adaAndBob();
  const ownerId = fromGlobalId(ada.id)?.id ?? '';
  const changeSets = await app.db.reads.changeSet.findMany({
    where: { ownerId, name: { not: 'createAccount' } },
    orderBy: { sequence: 'desc' },
  });
  expect(changeSets.length).toBeGreaterThan(60);
  const before = { rows: await valuesOf(app, ada), documents: await documentsOf(app, ada) };

  const undo = async (id: string) => {
    const answer = await ada.mutate('undoChangeSet', { changeSetId: `ChangeSet:${id}` }, 'id name');
    expect(answer).toMatchObject({ __typename: 'ChangeSet', name: 'undoChangeSet' });
    return fromGlobalId(answer.id)?.id ?? '';
  };
  const undone: string[] = [];
  for (const { id } of changeSets) undone.push(await undo(id));
  const left = await valuesOf(app, ada);
  // What has a trash is in it, with what is part of it; nothing else is left.
  const active = trashableModels.flatMap((model) => left[model]?.filter(({ trashedAt }) => trashedAt === null) ?? []);
  expect(active).toEqual([]);
  const focuses = new Set(left.DailyFocus?.map(({ id }) => id));
  expect(left.DailyFocusTask?.every(({ dailyFocusId }) => focuses.has(dailyFocusId))).toBe(true);

  for (const id of undone.toReversed()) await undo(id);
  expect(await valuesOf(app, ada)).toEqual(before.rows);
  expect(await documentsOf(app, ada)).toEqual(before.documents);
});
