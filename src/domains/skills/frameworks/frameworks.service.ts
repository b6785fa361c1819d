import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import {
  lastPosition,
  positionAfter,
  restoreSibling,
  type Siblings,
} from '../../../platform/records/sibling-positions.ts';
import { restoreService, trashService } from '../../../platform/records/trash-services.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { categoryList, frameworkList } from './frameworks.access.ts';
import {
  createFrameworkInput,
  createSkillCategoryInput,
  maxCategories,
  updateFrameworkInput,
  updateSkillCategoryInput,
} from './frameworks.rules.ts';

type Framework = Row<'framework'>;
type SkillCategory = Row<'skillCategory'>;
type Tx = Transaction<ViewerContext>;

/** The viewer's frameworks, by name unless asked otherwise. */
export const listFrameworks = listService(frameworkList);

/** One of the viewer's frameworks. */
export const getFramework = getService(frameworkList);

/** Makes a framework, with a scale of levels and no categories yet. */
export async function createFramework(
  ctx: ViewerContext,
  input: InputOf<typeof createFrameworkInput>,
): Promise<Framework> {
  const { id, ...data } = parseInput(createFrameworkInput, input);
  return transaction(ctx, 'createFramework', (tx) =>
    createRecord(tx, 'framework', input, id, (create) => create(data)),
  );
}

/** Changes what is given of the framework. Its scale does not end below a level that is in use. */
export async function updateFramework(
  ctx: ViewerContext,
  input: InputOf<typeof updateFrameworkInput>,
): Promise<Framework> {
  const { id, ifVersion, ...changes } = parseInput(updateFrameworkInput, input);
  return transaction(ctx, 'updateFramework', (tx) =>
    updateRecord(tx, 'framework', { id, ifVersion }, async (before) => {
      const { maxLevel } = changes;
      if (maxLevel !== undefined && maxLevel < before.maxLevel) await requireUnused(tx, id, maxLevel);
      return changes;
    }),
  );
}

/** Throws when something of any framework's skills is above its scale; for undo, which knows no levels. */
export async function requireScales(tx: Tx): Promise<void> {
  const frameworks = await tx.db.framework.findMany({ where: { ownerId: tx.viewer.accountId } });
  for (const { id, maxLevel } of frameworks) await requireUnused(tx, id, maxLevel);
}

/** Throws when something of the framework's skills is above a level. */
async function requireUnused(tx: Tx, frameworkId: string, highest: number): Promise<void> {
  const where = { level: { gt: highest }, skill: { category: { frameworkId } } };
  const level = { level: true } as const;
  const levels = await Promise.all([
    tx.db.levelDescriptor.aggregate({ where, _max: level }),
    tx.db.assessment.aggregate({ where, _max: level }),
    tx.db.skillTarget.aggregate({ where, _max: level }),
    tx.db.roleRequirement.aggregate({ where, _max: level }),
  ]);
  const used = Math.max(0, ...levels.map(({ _max }) => _max.level ?? 0));
  if (used <= highest) return;
  throw new InvalidInputError([{ path: ['input', 'maxLevel'], message: `must not be below ${used}, which is in use` }]);
}

/** Puts the framework in the trash: the matrix leaves it out, with its categories and skills. */
export const trashFramework = trashService('framework');

/** Takes the framework out of the trash. */
export const restoreFramework = restoreService('framework');

/** One of the viewer's categories. */
export const getSkillCategory = getService(categoryList);

/** The categories of a framework. */
export const categorySiblings: Siblings<'skillCategory'> = {
  model: 'skillCategory',
  alike: ['frameworkId'],
  max: maxCategories,
};

/** Makes a category, at the end of its framework. */
export async function createSkillCategory(
  ctx: ViewerContext,
  input: InputOf<typeof createSkillCategoryInput>,
): Promise<SkillCategory> {
  const { id, ...data } = parseInput(createSkillCategoryInput, input);
  return transaction(ctx, 'createSkillCategory', (tx) =>
    createRecord(tx, 'skillCategory', input, id, async (create) => {
      await requireReferences(tx, { frameworkId: 'framework' }, data);
      return create({ ...data, position: await lastPosition(tx, categorySiblings, data, 'frameworkId') });
    }),
  );
}

/** Changes what is given of the category, and where it stands in its framework. */
export async function updateSkillCategory(
  ctx: ViewerContext,
  input: InputOf<typeof updateSkillCategoryInput>,
): Promise<SkillCategory> {
  const { id, ifVersion, afterId, ...changes } = parseInput(updateSkillCategoryInput, input);
  return transaction(ctx, 'updateSkillCategory', (tx) =>
    updateRecord(tx, 'skillCategory', { id, ifVersion }, async (before) => {
      if (afterId === undefined) return changes;
      return { ...changes, position: await positionAfter(tx, categorySiblings, before, id, afterId) };
    }),
  );
}

/** Puts the category in the trash: the matrix leaves it out, with its skills. */
export const trashSkillCategory = trashService('skillCategory');

/** Takes the category out of the trash. */
export async function restoreSkillCategory(ctx: ViewerContext, input: TargetInput): Promise<SkillCategory> {
  const target = parseInput(targetInput('SkillCategory'), input);
  return transaction(ctx, 'restoreSkillCategory', (tx) => restoreSibling(tx, categorySiblings, target));
}
