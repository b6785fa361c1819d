import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { lastPosition, positionAfter, type Siblings } from '../../../platform/records/sibling-positions.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { categoryList, frameworkList } from './frameworks.access.ts';
import {
  createFrameworkInput,
  createSkillCategoryInput,
  levelsOf,
  maxCategories,
  updateFrameworkInput,
  updateSkillCategoryInput,
} from './frameworks.rules.ts';

type Framework = Row<'framework'>;
type SkillCategory = Row<'skillCategory'>;
type Tx = Transaction<ViewerContext>;

/** Lists the viewer's frameworks. */
export const listFrameworks = listService(frameworkList);

/** Finds one of the viewer's frameworks. */
export const getFramework = getService(frameworkList);

/** Creates a framework with a scale of levels and no categories. */
export async function createFramework(
  ctx: ViewerContext,
  input: InputOf<typeof createFrameworkInput>,
): Promise<Framework> {
  const { id, ...data } = parseInput(ctx, createFrameworkInput, input);
  requireNamedOnScale({ levels: [], ...data });
  return transaction(ctx, 'createFramework', (tx) =>
    createRecord(tx, 'framework', input, id, (create) => create(data)),
  );
}

/**
 * Changes a framework.
 * @throws InvalidInputError if the scale would end below a level that is in use
 */
export async function updateFramework(
  ctx: ViewerContext,
  input: InputOf<typeof updateFrameworkInput>,
): Promise<Framework> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateFrameworkInput, input);
  return transaction(ctx, 'updateFramework', (tx) =>
    updateRecord(tx, 'framework', { id, ifVersion }, async (before) => {
      const { maxLevel } = changes;
      if (maxLevel !== undefined && maxLevel < before.maxLevel) await requireLevelsUpTo(tx, id, maxLevel);
      requireNamedOnScale({ ...before, ...changes });
      return changes;
    }),
  );
}

/**
 * Checks the levels of all skills against the scales of their frameworks. Undo changes levels without the services that
 * check them.
 * @throws InvalidInputError if a level is above its scale
 */
export async function requireLevelsOnScales(tx: Tx): Promise<void> {
  const frameworks = await tx.db.framework.findMany({ where: ownedBy(tx.viewer) });
  for (const { id, maxLevel } of frameworks) await requireLevelsUpTo(tx, id, maxLevel);
}

/** @throws InvalidInputError at `levels` if a level with a name is above the scale */
function requireNamedOnScale(framework: Pick<Framework, 'maxLevel' | 'levels'>): void {
  if (levelsOf(framework).every(({ level }) => level <= framework.maxLevel)) return;
  throw new InvalidInputError([{ path: ['input', 'levels'], message: `must be from 0 to ${framework.maxLevel}` }]);
}

/** @throws InvalidInputError if a skill of the framework has a level above `maxLevel` anywhere */
export async function requireLevelsUpTo(tx: Tx, frameworkId: string, maxLevel: number): Promise<void> {
  const where = { level: { gt: maxLevel }, skill: { category: { frameworkId } } };
  const level = { level: true } as const;
  const levels = await Promise.all([
    tx.db.levelDescriptor.aggregate({ where, _max: level }),
    tx.db.assessment.aggregate({ where, _max: level }),
    tx.db.skillTarget.aggregate({ where, _max: level }),
    tx.db.roleRequirement.aggregate({ where, _max: level }),
  ]);
  const used = Math.max(0, ...levels.map(({ _max }) => _max.level ?? 0));
  if (used <= maxLevel) return;
  throw new InvalidInputError([{ path: ['input', 'maxLevel'], message: `must not be below ${used}, which is in use` }]);
}

/** Lists the viewer's categories, of all frameworks. */
export const listSkillCategories = listService(categoryList);

/** Finds one of the viewer's categories. */
export const getSkillCategory = getService(categoryList);

/** The categories of a framework, in their order. */
export const categorySiblings: Siblings<'skillCategory'> = {
  model: 'skillCategory',
  alike: ['frameworkId'],
  max: maxCategories,
};

/** Creates a category at the end of its framework. */
export async function createSkillCategory(
  ctx: ViewerContext,
  input: InputOf<typeof createSkillCategoryInput>,
): Promise<SkillCategory> {
  const { id, ...data } = parseInput(ctx, createSkillCategoryInput, input);
  return transaction(ctx, 'createSkillCategory', (tx) =>
    createRecord(tx, 'skillCategory', input, id, async (create) => {
      await requireReferences(tx, { frameworkId: 'framework' }, data);
      return create({ ...data, position: await lastPosition(tx, categorySiblings, data, 'frameworkId') });
    }),
  );
}

/** Changes a category. `afterId` moves it within its framework. */
export async function updateSkillCategory(
  ctx: ViewerContext,
  input: InputOf<typeof updateSkillCategoryInput>,
): Promise<SkillCategory> {
  const { id, ifVersion, afterId, ...changes } = parseInput(ctx, updateSkillCategoryInput, input);
  return transaction(ctx, 'updateSkillCategory', (tx) =>
    updateRecord(tx, 'skillCategory', { id, ifVersion }, async (before) => {
      if (afterId === undefined) return changes;
      return { ...changes, position: await positionAfter(tx, categorySiblings, before, id, afterId) };
    }),
  );
}
