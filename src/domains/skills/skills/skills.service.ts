import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { type InputIssue, InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import {
  createRecord,
  lookUpRecords,
  orNotFound,
  requireReferences,
  updateRecord,
} from '../../../platform/records/records.ts';
import {
  lastPosition,
  positionAfter,
  restoreSibling,
  type Siblings,
} from '../../../platform/records/sibling-positions.ts';
import { trashService } from '../../../platform/records/trash-services.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { skillList, visibleTo } from './skills.access.ts';
import {
  createSkillInput,
  type LevelDescription,
  maxSkillsInCategory,
  offScale,
  updateSkillInput,
} from './skills.rules.ts';

type Skill = Row<'skill'>;
type Tx = Transaction<ViewerContext>;

/** The viewer's skills, by name unless asked otherwise. */
export const listSkills = listService(skillList);

/** One of the viewer's skills. */
export const getSkill = getService(skillList);

/** The skills of a category. */
export const skillSiblings: Siblings<'skill'> = {
  model: 'skill',
  alike: ['categoryId'],
  max: maxSkillsInCategory,
};

/** Makes a skill, at the end of its category. */
export async function createSkill(ctx: ViewerContext, input: InputOf<typeof createSkillInput>): Promise<Skill> {
  const { id, levels, ...data } = parseInput(createSkillInput, input);
  return transaction(ctx, 'createSkill', (tx) =>
    createRecord(tx, 'skill', input, id, async (create) => {
      await requireReferences(tx, { categoryId: 'skillCategory' }, data);
      if (levels) requireOnScale(levels, await highestLevelOfCategory(tx, data.categoryId));
      const position = await lastPosition(tx, skillSiblings, data, 'categoryId');
      const skill = await create({ ...data, position });
      if (levels) await setLevels(tx, skill.id, levels);
      return skill;
    }),
  );
}

/** Changes what is given of the skill, the category it is in, and where it stands there. */
export async function updateSkill(ctx: ViewerContext, input: InputOf<typeof updateSkillInput>): Promise<Skill> {
  const { id, ifVersion, levels, afterId, ...changes } = parseInput(updateSkillInput, input);
  return transaction(ctx, 'updateSkill', (tx) =>
    updateRecord(
      tx,
      'skill',
      { id, ifVersion },
      async (before) => {
        const categoryId = changes.categoryId ?? before.categoryId;
        const moves = categoryId !== before.categoryId;
        await requireReferences(tx, { categoryId: 'skillCategory' }, changes, before);
        const highest = await highestLevelOfCategory(tx, categoryId);
        if (levels) requireOnScale(levels, highest);
        if (moves) await requireLevelsWithin(tx, id, highest, levels !== undefined);
        const last = moves ? await lastPosition(tx, skillSiblings, { categoryId }, 'categoryId') : before.position;
        const position =
          afterId === undefined ? last : await positionAfter(tx, skillSiblings, { categoryId }, id, afterId);
        return { ...changes, position };
      },
      async () => levels !== undefined && setLevels(tx, id, levels),
    ),
  );
}

/** Puts the skill in the trash: the matrix leaves it out. */
export const trashSkill = trashService('skill');

/** Takes the skill out of the trash. */
export async function restoreSkill(ctx: ViewerContext, input: TargetInput): Promise<Skill> {
  const target = parseInput(targetInput('Skill'), input);
  return transaction(ctx, 'restoreSkill', (tx) => restoreSibling(tx, skillSiblings, target));
}

async function highestLevelOfCategory(tx: Tx, categoryId: string): Promise<number> {
  const category = await tx.db.skillCategory.findFirst({
    where: { AND: [{ id: categoryId }, visibleTo(tx.viewer)] },
    include: { framework: true },
  });
  return orNotFound(category, 'categoryId').framework.maxLevel;
}

function requireOnScale(levels: LevelDescription[], highest: number): void {
  const issues = levels.flatMap(({ level }, index): InputIssue[] => {
    const message = offScale(level, highest);
    return message ? [{ path: ['input', 'levels', String(index), 'level'], message }] : [];
  });
  if (issues.length > 0) throw new InvalidInputError(issues);
}

/** Throws when a skill cannot move to a framework because of levels that its scale does not have. */
async function requireLevelsWithin(tx: Tx, skillId: string, highest: number, newLevels: boolean): Promise<void> {
  const query = { where: { skillId, level: { gt: highest } } };
  const counts = await Promise.all([
    newLevels ? 0 : tx.db.levelDescriptor.count(query),
    tx.db.assessment.count(query),
    tx.db.skillTarget.count(query),
    tx.db.roleRequirement.count(query),
  ]);
  if (counts.every((count) => count === 0)) return;
  const message = `must not be of a framework whose scale ends at ${highest}: the skill has levels above it`;
  throw new InvalidInputError([{ path: ['input', 'categoryId'], message }]);
}

/** Describes exactly these levels of a skill, and answers whether that changed anything. */
async function setLevels(tx: Tx, skillId: string, levels: LevelDescription[]): Promise<boolean> {
  const before = await tx.db.levelDescriptor.findMany({ where: { skillId }, orderBy: { level: 'asc' } });
  const after = levels.toSorted((a, b) => a.level - b.level);
  const textOf = (all: object[]) =>
    JSON.stringify((all as LevelDescription[]).map((one) => [one.level, one.summary, one.signals, one.examples]));
  if (textOf(before) === textOf(after)) return false;
  await tx.write.levelDescriptor.delete({ skillId });
  await tx.write.levelDescriptor.createMany(after.map((level) => ({ skillId, ...level })));
  return true;
}

/** A skill that something gives a level, or only names, and where in the input it says so. */
export interface AskedLevel {
  skillId: string;
  level: number | null;
  /** Below the input. */
  path: readonly string[];
}

/**
 * Throws unless every skill is the viewer's, in use, and has its level on its scale; for domains that give skills levels.
 * As many statements, however many there are.
 * @throws NotFoundError at the first `skillId` that is not there, InvalidInputError for all that is in the trash or off its
 *   scale
 */
export async function requireLevels(tx: Tx, asked: readonly AskedLevel[]): Promise<void> {
  if (asked.length === 0) return;
  const ids = asked.map(({ skillId }) => skillId);
  const { rows, issues } = await lookUpRecords(tx, 'skill', ids, (index) => [...(asked[index]?.path ?? []), 'skillId']);
  const categories = await inChunks([...new Set(rows.map(({ categoryId }) => categoryId))], (some) =>
    tx.db.skillCategory.findMany({
      where: { AND: [{ id: { in: some } }, visibleTo(tx.viewer)] },
      include: { framework: true },
    }),
  );
  const highestOf = new Map(categories.map(({ id, framework }) => [id, framework.maxLevel]));
  for (const [index, { level, path }] of asked.entries()) {
    const highest = highestOf.get(rows[index]?.categoryId ?? '') ?? 0;
    const problem = level === null ? null : offScale(level, highest);
    if (problem) issues.push({ path: ['input', ...path, 'level'], message: problem });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
}
