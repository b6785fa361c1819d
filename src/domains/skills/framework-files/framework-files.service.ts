import { readCsvLadder } from '../../../integrations/ladders/csv.ts';
import { readMarkdownLadder } from '../../../integrations/ladders/markdown.ts';
import { type DocumentFormat, readDocument, writeDocument } from '../../../integrations/yaml/documents.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { type FileChange, planOf } from './framework-files.plans.ts';
import {
  type FrameworkFile,
  importFrameworkInput,
  keyOf,
  toFile,
  toFrameworkFile,
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

type Source = Pick<ReturnType<(typeof importFrameworkInput)['parse']>, 'text' | 'format' | 'name'>;

/** Reads a file of any format. In YAML and JSON, it has the name of the framework itself. */
async function readFile({ text, format, name }: Source): Promise<FrameworkFile> {
  if (format === 'MARKDOWN' || format === 'CSV') {
    if (format === 'CSV' && !name)
      throw new InvalidInputError([{ path: ['input', 'name'], message: 'must be given: CSV has no name' }]);
    return toFrameworkFile(
      format === 'CSV' ? readCsvLadder(text, name ?? '') : await readMarkdownLadder(text, name ?? null),
    );
  }
  if (name) throw new InvalidInputError([{ path: ['input', 'name'], message: 'must not be given: the file has it' }]);
  return toFrameworkFile(
    await readDocument(text, format ?? (/^\s*\{/.test(text) ? 'JSON' : 'YAML'), ['input', 'text']),
  );
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
  const file = await readFile(source);
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
