import type { LocatedFault } from '../../../integrations/located-data.ts';
import type { DocumentFormat } from '../../../integrations/yaml/documents.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks, inChunksWithTurns } from '../../../platform/database/chunks.ts';
import type { Row, Where } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { type FileReader, readRequestedFile } from '../../../platform/runtime/file-reading.ts';
import { inTurns } from '../../../platform/runtime/turns.ts';
import { DryRunEnd } from '../../../platform/transactions/dry-run-end.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { writingTime } from '../../../platform/transactions/writing-time.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { belowUsed } from '../frameworks/frameworks.rules.ts';
import { highestLevelInUse } from '../frameworks/frameworks.service.ts';
import { readFrameworkFile, writeFrameworkFile } from './framework-files.loaders.ts';
import { type FileChange, overfull, planOf, toFile } from './framework-files.plans.ts';
import {
  type FrameworkReading,
  type FrameworkSource,
  frameworkImportLimit,
  importFrameworkInput,
  issuesOfFile,
  maxWritingTime,
  type WholeFramework,
} from './framework-files.rules.ts';
import { writeFile } from './framework-files.writers.ts';

/** What an import of a framework has done, or would do. */
export interface FrameworkImport {
  /** Null after a dry run of a new framework. */
  readonly framework: Row<'framework'> | null;
  readonly isDryRun: boolean;
  readonly added: readonly FileChange[];
  readonly changed: readonly FileChange[];
  readonly removed: readonly FileChange[];
  readonly kept: readonly FileChange[];
}

const byPosition = [{ position: 'asc' as const }, { id: 'asc' as const }];

/** The number of skills that are read with their descriptions before others take a turn. */
const skillsInTurn = 200;

/** Frameworks with all that belongs to them, read in parts. @param where which categories and skills of them */
async function wholeFrameworks(
  { db }: ViewerContext,
  which: Where<'framework'>,
  where: { trashedAt?: null },
): Promise<WholeFramework[]> {
  const frameworks = await db.framework.findMany({
    where: which,
    include: { categories: { where, orderBy: byPosition } },
  });
  const categoryIds = frameworks.flatMap(({ categories }) => categories.map(({ id }) => id));
  const places = await inChunks(categoryIds, (some) =>
    db.skill.findMany({ where: { categoryId: { in: some }, ...where }, orderBy: byPosition, select: { id: true } }),
  );
  const skills = new Map<string, WholeFramework['categories'][number]['skills'][number]>();
  await inChunksWithTurns(
    places.map(({ id }) => id),
    async (some) => {
      const levels = { levelDescriptors: { orderBy: { level: 'asc' as const } } };
      for (const skill of await db.skill.findMany({ where: { id: { in: some } }, include: levels }))
        skills.set(skill.id, skill);
    },
    skillsInTurn,
  );
  const ordered = places.flatMap(({ id }) => skills.get(id) ?? []);
  const byCategory = Map.groupBy(ordered, ({ categoryId }) => categoryId);
  return frameworks.map(({ categories, ...framework }) => ({
    ...framework,
    categories: categories.map((category) => ({ ...category, skills: byCategory.get(category.id) ?? [] })),
  }));
}

/** The lengths of files that are read in about 10 ms, in characters. */
const fewCharacters = { MARKDOWN: 1_024, others: 16_384 };

const loaders = new URL('./framework-files.loaders.ts', import.meta.url);
const reader: FileReader<FrameworkSource, FrameworkReading> = {
  module: loaders,
  name: readFrameworkFile.name,
  read: readFrameworkFile,
  isSmall: ({ text, format }) => text.length <= fewCharacters[format === 'MARKDOWN' ? format : 'others'],
  path: ['input', 'text'],
};

/** Imports a framework from the file of a request. @throws RateLimitedError after too many; what `importFramework` throws */
export async function importRequestedFramework(
  ctx: ViewerContext,
  input: InputOf<typeof importFrameworkInput>,
): Promise<FrameworkImport> {
  await ctx.app.rateLimits.consume(frameworkImportLimit, ctx.viewer.accountId);
  return importFramework(ctx, input);
}

/**
 * Imports a framework from a file: one with its key is changed, otherwise it is new. Imported again, it changes nothing. A dry run does
 * the same, and takes it back.
 * @throws InvalidInputError with every fault of the file at its path; nothing is changed then
 */
export async function importFramework(
  ctx: ViewerContext,
  input: InputOf<typeof importFrameworkInput>,
): Promise<FrameworkImport> {
  const { isDryRun, removeMissing, ...source } = parseInput(ctx, importFrameworkInput, input);
  const reading = await readRequestedFile(ctx.app.calculations, reader, source);
  const { file } = reading;
  if (!file) throw new InvalidInputError(issuesOfFile([...reading.faults, ...(await faultsOfScale(ctx, reading))]));
  let found: FrameworkImport | null = null;
  const write = async (tx: Transaction<ViewerContext>) => {
    const faults = await faultsOfScale(tx, reading);
    const [before = null] = await wholeFrameworks(tx, ofKey(tx, file.key), {});
    const plan = await inTurns(planOf(file, before));
    if (!removeMissing) {
      const lineOf = (path: readonly string[]) => reading.lines[path.join('.')] ?? null;
      faults.push(...overfull(plan).map((fault) => ({ ...fault, line: lineOf(fault.path) })));
    }
    if (faults.length > 0) throw new InvalidInputError(issuesOfFile(faults));
    const framework = await writeFile(tx, file, before, { plan, removeMissing: removeMissing ?? false });
    const [removed, kept] = removeMissing ? [plan.missing, []] : [[], plan.missing];
    const done = { isDryRun: isDryRun ?? false, added: plan.added, changed: plan.changed, removed, kept };
    found = { ...done, framework: isDryRun ? before : framework };
    if (isDryRun) throw new DryRunEnd();
    return found;
  };
  const count = file.categories.flatMap(({ skills }) => skills).reduce((sum, { levels }) => sum + 1 + levels.length, 0);
  // How many are removed is not known yet.
  const maxTime = removeMissing ? maxWritingTime : writingTime(count, maxWritingTime);
  try {
    return await transaction(ctx, 'importFramework', write, maxTime);
  } catch (error) {
    if (error instanceof DryRunEnd && found) return found;
    throw error;
  }
}

/** The framework of the viewer that a file with this key is. One that came from no file has its id as its key. */
const ofKey = ({ viewer }: ViewerContext, key: string) => ({
  AND: [ownedBy(viewer), { OR: [{ key }, { id: key, key: null }] }],
});

/** The fault of a scale that would end below a level that is in use, and that the file does not change. */
async function faultsOfScale(ctx: ViewerContext, reading: FrameworkReading): Promise<LocatedFault[]> {
  const { key, maxLevel, skillKeys, lines } = reading;
  const framework = typeof key === 'string' && (await ctx.db.framework.findFirst({ where: ofKey(ctx, key) }));
  if (!framework) return [];
  const used = await highestLevelInUse(ctx, framework.id, { above: maxLevel, exceptOf: new Set(skillKeys) });
  if (used === null) return [];
  return [{ path: ['maxLevel'], message: belowUsed(used), line: lines.maxLevel ?? null }];
}

/** The number of skills of a framework whose file is written in about 10 ms. */
const fewSkills = 50;

/** Each of some frameworks of the viewer as a file, in the order of the ids. Without what is in the trash. */
export async function frameworkFiles(
  ctx: ViewerContext,
  ids: readonly string[],
  format: DocumentFormat,
): Promise<string[]> {
  const frameworks = await wholeFrameworks(ctx, ownedAmong(ctx.viewer, ids), { trashedAt: null });
  const texts = await Promise.all(
    frameworks.map(async (one) => {
      const isSmall = one.categories.flatMap(({ skills }) => skills).length <= fewSkills;
      const written = { file: toFile(one), format };
      const text = isSmall
        ? writeFrameworkFile(written)
        : ctx.app.calculations.run<typeof written, string>(loaders, writeFrameworkFile.name, written);
      return [one.id, await text] as const;
    }),
  );
  const byId = new Map(texts);
  return ids.map((id) => byId.get(id) ?? '');
}
