import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
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
  belowUsed,
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
async function requireLevelsUpTo(tx: Tx, frameworkId: string, maxLevel: number): Promise<void> {
  const used = await highestLevelInUse(tx, frameworkId, { above: maxLevel });
  if (used !== null) throw new InvalidInputError([{ path: ['input', 'maxLevel'], message: belowUsed(used) }]);
}

/**
 * The highest level above one that a skill of a framework has anywhere. Null if none has.
 * @param exceptOf the keys of skills whose own descriptions do not count
 */
export async function highestLevelInUse(
  { db }: ViewerContext,
  frameworkId: string,
  { above, exceptOf = new Set() }: { readonly above: number; readonly exceptOf?: ReadonlySet<unknown> },
): Promise<number | null> {
  const where = { level: { gt: above }, skill: { category: { frameworkId } } };
  const level = { level: true } as const;
  const [described, ...levels] = await Promise.all([
    db.levelDescriptor.groupBy({ by: ['skillId'], where, _max: level }),
    db.assessment.aggregate({ where, _max: level }),
    db.skillTarget.aggregate({ where, _max: level }),
    db.roleRequirement.aggregate({ where, _max: level }),
  ]);
  const skills = await inChunks(
    described.map(({ skillId }) => skillId),
    (some) => db.skill.findMany({ where: { id: { in: some } }, select: { id: true, key: true } }),
  );
  const except = new Set(skills.filter(({ id, key }) => exceptOf.has(key ?? id)).map(({ id }) => id));
  const all = [...described.filter(({ skillId }) => !except.has(skillId)), ...levels];
  const used = Math.max(0, ...all.map(({ _max }) => _max.level ?? 0));
  return used > above ? used : null;
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
