import type { ViewerContext } from '../../../platform/context.ts';
import { eachWithTurns, inChunksWithTurns } from '../../../platform/database/chunks.ts';
import { newId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { levelsOf } from '../frameworks/frameworks.rules.ts';
import type { FilePlan } from './framework-files.plans.ts';
import { type FrameworkFile, keyOf, type WholeFramework } from './framework-files.rules.ts';

type Tx = Transaction<ViewerContext>;

/** The number of skills whose descriptions are deleted in one statement: each has up to 21. */
const skillsInStatement = 100;

/**
 * Makes a framework what a file says, by a plan. What the file does not have goes to the trash if `removeMissing`, and stays behind the rest
 * otherwise. Records that already are so stay as they are. Others take their turns in between.
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
    ? await tx.write.framework.update({ id: before.id }, { ...data, trashedAt: null }, before)
    : [await tx.write.framework.create({ ...data, key })];
  const written = framework as Row<'framework'>;
  await writeSkills(tx, plan, await writeCategories(tx, plan, written.id));
  await (removeMissing ? trashMissing(tx, plan) : placeMissing(tx, before, plan));
  return written;
}

/** Writes the categories of a plan. Returns their ids by their keys. */
async function writeCategories(tx: Tx, plan: FilePlan, frameworkId: string): Promise<ReadonlyMap<string, string>> {
  const placed = plan.categories.map((one) => ({ ...one, id: one.record?.id ?? newId() }));
  const added = placed.filter(({ record }) => !record);
  await inChunksWithTurns(added, (some) =>
    tx.write.skillCategory.createMany(
      some.map(({ id, file: { skills: _skills, ...category }, position }) => ({
        id,
        ...category,
        position,
        frameworkId,
      })),
    ),
  );
  await eachWithTurns(placed, async ({ id, record, position, file: { skills: _skills, key: _key, ...values } }) => {
    if (record) await tx.write.skillCategory.update({ id }, { ...values, position, trashedAt: null }, record);
  });
  return new Map(placed.map(({ file, id }) => [file.key, id]));
}

/** Writes the skills of a plan, with the descriptions of their levels. @param categoryIds by the keys of categories */
async function writeSkills(tx: Tx, plan: FilePlan, categoryIds: ReadonlyMap<string, string>): Promise<void> {
  const placed = plan.skills.map((one) => {
    const { key, levels, ...values } = one.file;
    const categoryId = categoryIds.get(one.categoryKey) as string;
    return {
      ...one,
      id: one.record?.id ?? newId(),
      key,
      levels,
      values: { ...values, position: one.position, categoryId },
    };
  });
  await inChunksWithTurns(
    placed.filter(({ record }) => !record),
    (some) => tx.write.skill.createMany(some.map(({ id, key, values }) => ({ id, key, ...values }))),
  );
  const described = placed.filter(({ areLevelsNew }) => areLevelsNew);
  const former = described.filter(({ record }) => record && record.levelDescriptors.length > 0).map(({ id }) => id);
  await inChunksWithTurns(
    former,
    (some) => tx.write.levelDescriptor.delete({ skillId: { in: some } }),
    skillsInStatement,
  );
  await inChunksWithTurns(
    described.flatMap(({ id: skillId, levels }) => levels.map((level) => ({ skillId, ...level }))),
    (some) => tx.write.levelDescriptor.createMany(some),
  );
  await eachWithTurns(placed, async ({ id, record, areLevelsNew, values }) => {
    const change = { ...values, trashedAt: null };
    if (record) await tx.write.skill[areLevelsNew ? 'touch' : 'update']({ id }, change, record);
  });
}

/** What the file does not have goes to the trash. */
async function trashMissing(tx: Tx, { missingCategories, missingSkills }: FilePlan): Promise<void> {
  const trashedAt = tx.calendar.now;
  const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
  await inChunksWithTurns(
    idsOf(missingSkills),
    (some) => tx.write.skill.update({ id: { in: some } }, { trashedAt }),
    skillsInStatement,
  );
  await inChunksWithTurns(
    idsOf(missingCategories),
    (some) => tx.write.skillCategory.update({ id: { in: some } }, { trashedAt }),
    skillsInStatement,
  );
}

/** What the file does not have goes behind what it has. */
async function placeMissing(tx: Tx, before: WholeFramework | null, plan: FilePlan): Promise<void> {
  const { missingCategories, missingSkills } = plan;
  await eachWithTurns([...missingCategories.entries()], ([index, record]) =>
    tx.write.skillCategory.update({ id: record.id }, { position: plan.categories.length + index + 1 }, record),
  );
  const inFile = Map.groupBy(plan.skills, ({ categoryKey }) => categoryKey);
  const keys = new Map(before?.categories.map((category) => [category.id, keyOf(category)]));
  const positions = new Map<string, number>();
  await eachWithTurns(missingSkills, (record) => {
    const key = keys.get(record.categoryId) ?? '';
    const position = (positions.get(key) ?? inFile.get(key)?.length ?? 0) + 1;
    positions.set(key, position);
    return tx.write.skill.update({ id: record.id }, { position }, record);
  });
}
