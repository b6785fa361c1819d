import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { type InputIssue, InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import {
  createRecord,
  lookUpRecords,
  orNotFound,
  requireReferences,
  updateRecord,
} from '../../../platform/records/records.ts';
import { lastPosition, positionAfter, type Siblings } from '../../../platform/records/sibling-positions.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { skillList } from './skills.access.ts';
import {
  createSkillInput,
  fingerprintOfLevels,
  type LevelDescription,
  maxSkillsInCategory,
  offScale,
  updateSkillInput,
} from './skills.rules.ts';

type Skill = Row<'skill'>;
type Tx = Transaction<ViewerContext>;

/** Lists the viewer's skills. */
export const listSkills = listService(skillList);

/** Finds one of the viewer's skills. */
export const getSkill = getService(skillList);

/** The skills of a category, in their order. */
export const skillSiblings: Siblings<'skill'> = {
  model: 'skill',
  alike: ['categoryId'],
  max: maxSkillsInCategory,
};

/**
 * Creates a skill at the end of its category.
 * @throws NotFoundError if there is no such category; InvalidInputError if it is in the trash or full, or a level is off the
 *   scale of its framework
 */
export async function createSkill(ctx: ViewerContext, input: InputOf<typeof createSkillInput>): Promise<Skill> {
  const { id, levels, ...data } = parseInput(ctx, createSkillInput, input);
  return transaction(ctx, 'createSkill', (tx) =>
    createRecord(tx, 'skill', input, id, async (create) => {
      await requireReferences(tx, { categoryId: 'skillCategory' }, data);
      if (levels) requireOnScale(levels, await maxLevelOfCategory(tx, data.categoryId));
      const position = await lastPosition(tx, skillSiblings, data, 'categoryId');
      const skill = await create({ ...data, position });
      if (levels) await setLevels(tx, skill.id, levels);
      return skill;
    }),
  );
}

/**
 * Changes a skill. `categoryId` moves it to the end of another category, `afterId` within its category.
 * @throws InvalidInputError if a level of the skill is off the scale of its framework
 */
export async function updateSkill(ctx: ViewerContext, input: InputOf<typeof updateSkillInput>): Promise<Skill> {
  const { id, ifVersion, levels, afterId, ...changes } = parseInput(ctx, updateSkillInput, input);
  return transaction(ctx, 'updateSkill', (tx) =>
    updateRecord(
      tx,
      'skill',
      { id, ifVersion },
      async (before) => {
        const categoryId = changes.categoryId ?? before.categoryId;
        const moves = categoryId !== before.categoryId;
        await requireReferences(tx, { categoryId: 'skillCategory' }, changes, before);
        const maxLevel = await maxLevelOfCategory(tx, categoryId);
        if (levels) requireOnScale(levels, maxLevel);
        if (moves) await requireLevelsWithin(tx, id, maxLevel, levels !== undefined);
        const last = moves ? await lastPosition(tx, skillSiblings, { categoryId }, 'categoryId') : before.position;
        const position =
          afterId === undefined ? last : await positionAfter(tx, skillSiblings, { categoryId }, id, afterId);
        return { ...changes, position };
      },
      async () => levels !== undefined && setLevels(tx, id, levels),
    ),
  );
}

async function maxLevelOfCategory(tx: Tx, categoryId: string): Promise<number> {
  const category = await tx.db.skillCategory.findFirst({
    where: { AND: [{ id: categoryId }, ownedBy(tx.viewer)] },
    include: { framework: true },
  });
  return orNotFound(category, 'categoryId').framework.maxLevel;
}

function requireOnScale(levels: LevelDescription[], maxLevel: number): void {
  const issues = levels.flatMap(({ level }, index): InputIssue[] => {
    const message = offScale(level, maxLevel);
    return message ? [{ path: ['input', 'levels', String(index), 'level'], message }] : [];
  });
  if (issues.length > 0) throw new InvalidInputError(issues);
}

/**
 * @param newLevels whether the same change replaces the descriptions of the levels
 * @throws InvalidInputError if a level of the skill is above the scale of the framework that it moves to
 */
async function requireLevelsWithin(tx: Tx, skillId: string, maxLevel: number, newLevels: boolean): Promise<void> {
  const query = { where: { skillId, level: { gt: maxLevel } } };
  const counts = await Promise.all([
    newLevels ? 0 : tx.db.levelDescriptor.count(query),
    tx.db.assessment.count(query),
    tx.db.skillTarget.count(query),
    tx.db.roleRequirement.count(query),
  ]);
  if (counts.every((count) => count === 0)) return;
  const message = `must not be of a framework whose scale ends at ${maxLevel}: the skill has levels above it`;
  throw new InvalidInputError([{ path: ['input', 'categoryId'], message }]);
}

/** Replaces the level descriptions of a skill. Returns whether that changed anything. */
async function setLevels(tx: Tx, skillId: string, levels: LevelDescription[]): Promise<boolean> {
  const before = await tx.db.levelDescriptor.findMany({ where: { skillId }, orderBy: { level: 'asc' } });
  const after = levels.toSorted((a, b) => a.level - b.level);
  if (fingerprintOfLevels(before) === fingerprintOfLevels(after)) return false;
  await tx.write.levelDescriptor.delete({ skillId });
  await tx.write.levelDescriptor.createMany(after.map((level) => ({ skillId, ...level })));
  return true;
}

/** A skill that another record refers to, with the level that it is given there, if any. */
export interface AskedLevel {
  skillId: string;
  level: number | null;
  /** The path of the skill in the input, below `input`. */
  path: readonly string[];
}

/**
 * Checks skills and their levels for records that refer to skills. Takes the same number of statements for any number of
 * skills.
 * @throws NotFoundError at the first `skillId` that does not exist; InvalidInputError at every `skillId` in the trash and
 *   every `level` that is off the scale of its framework
 */
export async function requireLevels(tx: ViewerContext, asked: readonly AskedLevel[]): Promise<void> {
  if (asked.length === 0) return;
  const ids = asked.map(({ skillId }) => skillId);
  const { records: rows, issues } = await lookUpRecords(tx, 'skill', ids, (index) => [
    ...(asked[index]?.path ?? []),
    'skillId',
  ]);
  const categories = await inChunks([...new Set(rows.map(({ categoryId }) => categoryId))], (some) =>
    tx.db.skillCategory.findMany({
      where: ownedAmong(tx.viewer, some),
      include: { framework: true },
    }),
  );
  const maxLevels = new Map(categories.map(({ id, framework }) => [id, framework.maxLevel]));
  for (const [index, { level, path }] of asked.entries()) {
    const maxLevel = maxLevels.get(rows[index]?.categoryId ?? '') ?? 0;
    const problem = level === null ? null : offScale(level, maxLevel);
    if (problem) issues.push({ path: ['input', ...path, 'level'], message: problem });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
}
