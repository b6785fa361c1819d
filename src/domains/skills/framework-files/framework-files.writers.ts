import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { trashRecord } from '../../../platform/records/records.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { levelsOf } from '../frameworks/frameworks.rules.ts';
import { requireLevelsUpTo } from '../frameworks/frameworks.service.ts';
import { setLevels } from '../skills/skills.service.ts';
import type { FilePlan } from './framework-files.plans.ts';
import { type FrameworkFile, keyOf, type WholeFramework } from './framework-files.rules.ts';

type Tx = Transaction<ViewerContext>;

/**
 * Makes a framework what a file says, by a plan. What the file does not have goes to the trash if `removeMissing`, and stays behind the rest
 * otherwise. Records that already are so stay as they are.
 * @throws InvalidInputError at `input.text.maxLevel` if the scale would end below a level that is in use
 */
export async function writeFile(
  tx: Tx,
  file: FrameworkFile,
  before: WholeFramework | null,
  { plan, removeMissing }: { readonly plan: FilePlan; readonly removeMissing: boolean },
): Promise<Row<'framework'>> {
  const { categories: _, key, levels, ...own } = file;
  // What is the same is written as it is stored, which is in an order of the database.
  const isSame = before !== null && JSON.stringify(levelsOf(before)) === JSON.stringify(levels);
  const data = { ...own, levels: isSame ? (before.levels as object[]) : levels.map((level) => ({ ...level })) };
  const [framework] = before
    ? await tx.write.framework.update({ id: before.id }, { ...data, trashedAt: null })
    : [await tx.write.framework.create({ ...data, key })];
  const frameworkId = (framework as Row<'framework'>).id;
  const ids = new Map<string, string>();
  for (const {
    file: { skills: _skills, ...category },
    record,
    position,
  } of plan.categories) {
    const { key: categoryKey, ...values } = category;
    const [written] = record
      ? await tx.write.skillCategory.update({ id: record.id }, { ...values, position, trashedAt: null })
      : [await tx.write.skillCategory.create({ ...category, position, frameworkId })];
    ids.set(categoryKey, (written as Row<'skillCategory'>).id);
  }
  for (const {
    file: { levels: described, key: skillKey, ...values },
    record,
    position,
    categoryKey,
  } of plan.skills) {
    const placed = { ...values, position, categoryId: ids.get(categoryKey) as string };
    const id = record?.id ?? (await tx.write.skill.create({ ...placed, key: skillKey })).id;
    const areNew = await setLevels(tx, id, described);
    if (!record) continue;
    const change = { ...placed, trashedAt: null };
    await (areNew ? tx.write.skill.touch({ id }, change) : tx.write.skill.update({ id }, change));
  }
  await placeMissing(tx, before, plan, removeMissing);
  await requireScale(tx, frameworkId, file.maxLevel);
  return framework as Row<'framework'>;
}

/** What the file does not have goes to the trash, or behind what it has. */
async function placeMissing(
  tx: Tx,
  before: WholeFramework | null,
  plan: FilePlan,
  removeMissing: boolean,
): Promise<void> {
  const { missingCategories, missingSkills } = plan;
  if (removeMissing) {
    for (const { id } of missingSkills) await trashRecord(tx, 'skill', { id });
    for (const { id } of missingCategories) await trashRecord(tx, 'skillCategory', { id });
    return;
  }
  for (const [index, { id }] of missingCategories.entries())
    await tx.write.skillCategory.update({ id }, { position: plan.categories.length + index + 1 });
  for (const category of before?.categories ?? []) {
    const inFile = plan.skills.filter(({ categoryKey }) => categoryKey === keyOf(category)).length;
    const staying = missingSkills.filter(({ categoryId }) => categoryId === category.id);
    for (const [index, { id }] of staying.entries())
      await tx.write.skill.update({ id }, { position: inFile + index + 1 });
  }
}

async function requireScale(tx: Tx, frameworkId: string, maxLevel: number): Promise<void> {
  try {
    await requireLevelsUpTo(tx, frameworkId, maxLevel);
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const [{ message } = { message: '' }] = error.issues;
    throw new InvalidInputError([{ path: ['input', 'text', 'maxLevel'], message }]);
  }
}
