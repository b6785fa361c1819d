import { type DocumentFormat, writeDocument } from '../../../integrations/yaml/documents.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { type FileReader, readRequestedFile } from '../../../platform/runtime/file-reading.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { readFrameworkFile } from './framework-files.loaders.ts';
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

const reader: FileReader<FrameworkSource, FrameworkFile> = {
  module: new URL('./framework-files.loaders.ts', import.meta.url),
  name: readFrameworkFile.name,
  read: readFrameworkFile,
  isSmall: ({ text, format }) => text.length <= fewCharacters[format === 'MARKDOWN' ? format : 'others'],
  path: ['input', 'text'],
};

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
  const file = await readRequestedFile(ctx.app.calculations, reader, source);
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
