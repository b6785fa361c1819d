import { type DocumentFormat, writeDocument } from '../../../integrations/yaml/documents.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { CalculationTimeoutError } from '../../../platform/runtime/calculations.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { type FrameworkReading, readFrameworkFile } from './framework-files.loaders.ts';
import { type FileChange, planOf } from './framework-files.plans.ts';
import {
  type FrameworkFile,
  type FrameworkSource,
  importFrameworkInput,
  keyOf,
  toFile,
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

/** All of a framework. @param where which categories and skills of it */
const whole = (where: { trashedAt?: null }) => ({
  categories: {
    where,
    orderBy: byPosition,
    include: {
      skills: {
        where,
        orderBy: byPosition,
        include: { levelDescriptors: { orderBy: { level: 'asc' as const } } },
      },
    },
  },
});

/** Ends a transaction whose work was only to be tried. */
class TriedOut extends Error {}

/** The lengths of files that are read in about 10 ms, in characters. */
const fewCharacters = { MARKDOWN: 1_024, others: 16_384 };
/** The longest time in which a file is read, in milliseconds: one that is as large as it can be takes a second. */
const maxReadTime = 20_000;
const loaders = new URL('./framework-files.loaders.ts', import.meta.url);

/** Reads a file in a thread, so that no other request waits for it. To start one takes longer than to read a small file. */
async function readFile(ctx: ViewerContext, source: FrameworkSource): Promise<FrameworkFile> {
  const reading =
    source.text.length <= (source.format === 'MARKDOWN' ? fewCharacters.MARKDOWN : fewCharacters.others)
      ? await readFrameworkFile(source)
      : await readInThread(ctx, source);
  if ('issues' in reading) throw new InvalidInputError(reading.issues);
  return reading.file;
}

async function readInThread(ctx: ViewerContext, source: FrameworkSource): Promise<FrameworkReading> {
  const { calculations } = ctx.app;
  try {
    return await calculations.run(loaders, readFrameworkFile.name, source, { timeout: maxReadTime });
  } catch (error) {
    if (!(error instanceof CalculationTimeoutError)) throw error;
    return { issues: [{ path: ['input', 'text'], message: `takes more than ${maxReadTime / 1_000} s to read` }] };
  }
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
  const file = await readFile(ctx, source);
  let found: FrameworkImport | null = null;
  const run = transaction(ctx, 'importFramework', async (tx) => {
    const frameworks: WholeFramework[] = await tx.db.framework.findMany({
      where: { AND: [ownedBy(tx.viewer), { OR: [{ key: file.key }, { id: file.key, key: null }] }] },
      include: whole({}),
    });
    const before = frameworks.find((one) => keyOf(one) === file.key) ?? null;
    const plan = planOf(file, before);
    const framework = await writeFile(tx, file, before, { plan, removeMissing: removeMissing ?? false });
    const [removed, kept] = removeMissing ? [plan.missing, []] : [[], plan.missing];
    const done = { isDryRun: isDryRun ?? false, added: plan.added, changed: plan.changed, removed, kept };
    found = { ...done, framework: isDryRun ? before : framework };
    if (isDryRun) throw new TriedOut();
    return found;
  });
  try {
    return await run;
  } catch (error) {
    if (error instanceof TriedOut && found) return found;
    throw error;
  }
}

/** Each of some frameworks of the viewer as a file, in the order of the ids. Without what is in the trash. */
export async function frameworkFiles(
  ctx: ViewerContext,
  ids: readonly string[],
  format: DocumentFormat,
): Promise<string[]> {
  const frameworks: WholeFramework[] = await ctx.db.framework.findMany({
    where: ownedAmong(ctx.viewer, ids),
    include: whole({ trashedAt: null }),
  });
  const texts = await Promise.all(
    frameworks.map(async (one) => [one.id, await writeDocument(toFile(one), format)] as const),
  );
  const byId = new Map(texts);
  return ids.map((id) => byId.get(id) ?? '');
}
