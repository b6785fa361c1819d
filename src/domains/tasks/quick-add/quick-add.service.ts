import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { caseFold } from '../../../platform/search/case-folding.ts';
import { parseInput } from '../../../platform/validation/input-rules.ts';
import { type ParsedTask, parseTaskInput, readTask } from './quick-add.rules.ts';

/** A label that a text names. */
export interface NamedLabel {
  readonly name: string;
  /** The viewer's label of this name, active or in the trash. Null if there is none. */
  readonly label: Row<'label'> | null;
}

/** What a text says about a task, with the viewer's labels. */
export interface TaskPreview extends ParsedTask {
  readonly labels: readonly NamedLabel[];
}

/**
 * Reads a task from a text. Writes nothing.
 * @throws InvalidInputError if the text is blank, longer than a title, or more than one line
 */
export async function parseTask(ctx: ViewerContext, input: { text: string }): Promise<TaskPreview> {
  const { text } = parseInput(ctx, parseTaskInput, input, []);
  const task = readTask(text, ctx.calendar);
  const skipped = input.text.length - input.text.trimStart().length;
  const understood = task.understood.map((part) => ({ ...part, offset: part.offset + skipped }));
  return { ...task, understood, labels: await labelsNamed(ctx, task.labelNames) };
}

async function labelsNamed({ database, db, viewer }: ViewerContext, names: readonly string[]): Promise<NamedLabel[]> {
  if (names.length === 0) return [];
  const where = { AND: [ownedBy(viewer), { nameNormalized: { in: names.map(caseFold) } }] };
  const labels = await database.readMany({ model: 'label', ownerId: viewer.accountId }, () =>
    db.label.findMany({ where }),
  );
  const byName = new Map(labels.map((label) => [label.nameNormalized, label]));
  return names.map((name) => ({ name, label: byName.get(caseFold(name)) ?? null }));
}
