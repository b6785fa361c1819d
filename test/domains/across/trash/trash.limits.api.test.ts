import { expect, test } from 'vitest';
import { maxLabels } from '../../../../src/domains/across/labels/labels.rules.ts';
import { maxItems } from '../../../../src/domains/meetings/items/items.rules.ts';
import { maxCategories } from '../../../../src/domains/skills/frameworks/frameworks.rules.ts';
import { maxSkillsInCategory } from '../../../../src/domains/skills/skills/skills.rules.ts';
import { type Transaction, transaction } from '../../../../src/platform/transactions/transaction.ts';
import { createTestApp, type SignedInPerson } from '../../../support/app.ts';
import { contextOf } from '../../../support/context.ts';
import { writingNothing } from '../../../support/history.ts';

interface Limited {
  type: string;
  max: number;
  /** Makes the parent of such rows. */
  parent: (ada: SignedInPerson) => Promise<string>;
  input: (parentId: string) => object;
  /** Makes as many more at once. */
  fill: (tx: Transaction, parentId: string, count: number) => Promise<unknown>;
}

const make = async (ada: SignedInPerson, name: string, input: object): Promise<string> =>
  (await ada.mutate(name, input)).id;
const idsOf = (count: number) => Array.from({ length: count }, (_, index) => index + 2);
const frameworkOf = (ada: SignedInPerson) => make(ada, 'createFramework', { name: 'Ladder' });

const limited: Limited[] = [
  {
    type: 'SkillCategory',
    max: maxCategories,
    parent: frameworkOf,
    input: (frameworkId) => ({ frameworkId, name: 'One' }),
    fill: (tx, frameworkId, count) =>
      tx.write.skillCategory.createMany(idsOf(count).map((position) => ({ frameworkId, name: 'More', position }))),
  },
  {
    type: 'Skill',
    max: maxSkillsInCategory,
    parent: async (ada) => make(ada, 'createSkillCategory', { frameworkId: await frameworkOf(ada), name: 'Craft' }),
    input: (categoryId) => ({ categoryId, name: 'One' }),
    fill: (tx, categoryId, count) =>
      tx.write.skill.createMany(idsOf(count).map((position) => ({ categoryId, name: 'More', position }))),
  },
  {
    type: 'MeetingItem',
    max: maxItems,
    parent: (ada) =>
      make(ada, 'createMeeting', { title: 'M', startsAt: '2026-11-24T10:00:00Z', endsAt: '2026-11-24T11:00:00Z' }),
    input: (meetingId) => ({ meetingId, kind: 'AGENDA', title: 'One' }),
    fill: (tx, meetingId, count) =>
      tx.write.meetingItem.createMany(
        idsOf(count).map((position) => ({ meetingId, kind: 'AGENDA' as const, title: 'More', position })),
      ),
  },
];

test.each(limited)('$type: there are at most $max of them, whatever comes back from the trash', async (one) => {
  const { type, max, parent, input, fill } = one;
  const app = await createTestApp();
  const ada = await app.person();
  const ctx = await contextOf(app, ada);
  const parentId = await parent(ada);
  const gone = await make(ada, `create${type}`, input(parentId));
  await ada.mutate('trash', { id: gone });
  const { changeSets } = await ada.query('{ changeSets(first: 1) { nodes { id } } }');
  await transaction(ctx, 'fill', (tx) => fill(tx, parentId.split(':')[1] as string, max));
  const ways: [string, object][] = [
    ['restore', { id: gone }],
    ['undoChangeSet', { changeSetId: changeSets.nodes[0].id }],
  ];
  for (const [mutation, what] of ways) {
    const refused = await writingNothing(app, ada, () => ada.mutate(mutation, what));
    expect([refused.__typename, refused.message]).toEqual([
      'ConflictError',
      expect.stringContaining(`more than ${max}`),
    ]);
  }
  // With one less there is room again.
  const other = await app.db.reads[`${type.charAt(0).toLowerCase()}${type.slice(1)}` as 'skill'].findFirstOrThrow({
    where: { trashedAt: null, position: 2 },
  });
  await ada.mutate('trash', { id: `${type}:${other.id}` });
  expect(await ada.mutate('restore', { id: gone }, 'trashedAt')).toMatchObject({ trashedAt: null });
});

test('a skill cannot move to a full category, at any position', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const frameworkId = await frameworkOf(ada);
  const [from, to] = [
    await make(ada, 'createSkillCategory', { frameworkId, name: 'From' }),
    await make(ada, 'createSkillCategory', { frameworkId, name: 'To' }),
  ];
  const id = await make(ada, 'createSkill', { categoryId: from, name: 'Mover' });
  await transaction(await contextOf(app, ada), 'fill', (tx) =>
    tx.write.skill.createMany(
      idsOf(maxSkillsInCategory).map((position) => ({ categoryId: to.split(':')[1] as string, name: 'S', position })),
    ),
  );
  for (const where of [{}, { afterId: null }]) {
    const refused = await writingNothing(app, ada, () => ada.mutate('updateSkill', { id, categoryId: to, ...where }));
    expect(refused.issues).toEqual([{ path: ['input', 'categoryId'], message: 'must not have more than 100' }]);
  }
});

test('related nodes in the trash count toward the maximum, so that restoring cannot exceed it', async () => {
  const app = await createTestApp();
  const ada = await app.person();
  const labelIds: string[] = [];
  for (let index = 0; index < maxLabels + 1; index += 1) {
    labelIds.push(await make(ada, 'createLabel', { name: `Label ${index}` }));
  }
  const [gone = '', ...others] = labelIds;
  const id = await make(ada, 'createTask', { title: 'A', labelIds: [gone] });
  await ada.mutate('trash', { id: gone });
  const refused = await writingNothing(app, ada, () => ada.mutate('updateTask', { id, labelIds: others }));
  expect(refused.issues).toEqual([
    {
      path: ['input', 'labelIds'],
      message: 'must be at most 20, together with the 1 in the trash that it has already',
    },
  ]);
  await ada.mutate('updateTask', { id, labelIds: others.slice(1) });
  await ada.mutate('restore', { id: gone });
  const { task } = await ada.query('query ($id: ID!) { task(id: $id) { labels { name } } }', { id });
  expect(task.labels).toHaveLength(maxLabels);
});
