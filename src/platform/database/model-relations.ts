import { getDatamodel } from '../../generated/pothos.ts';
import type { Prisma } from '../../generated/sqlite/client.ts';
import { columnsOf, isOwnedModel, modelKeyOf, ownedModels } from './models.ts';

/** How the models of owned rows refer to each other, read from the models themselves. */

/** A column that holds the id of another row. */
export interface Reference {
  readonly model: Prisma.ModelName;
  readonly column: string;
  /** The relation that the column is of. */
  readonly relation: string;
  /** The model of the row that is named. */
  readonly target: Prisma.ModelName;
  /** Whether a row cannot be without it, and so goes when the other goes; it is emptied otherwise. */
  readonly required: boolean;
}

/** A column of a model: what it holds, as the models say it (`Int`, `DateTime`, or an enum's name), and what may be missing. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly hasDefaultValue: boolean;
}

interface Field extends Column {
  readonly kind: string;
  readonly isUnique?: boolean;
  readonly isId?: boolean;
  readonly relationFromFields?: readonly string[];
}

interface Model {
  readonly fields: readonly Field[];
  readonly uniqueIndexes: readonly { readonly fields: readonly string[] }[];
}

const { models } = (getDatamodel() as { datamodel: { models: Record<string, Model> } }).datamodel;

/** What the rows of a model hold, in the order of the models. */
export const scalarsOf = (model: string): readonly Column[] =>
  (models[model]?.fields ?? []).filter(({ kind }) => kind !== 'object');

/** The models whose rows are recorded in their owner's history, but for the account itself. */
export const recordedModels = (Object.keys(models) as Prisma.ModelName[]).filter((model) => {
  const columns = columnsOf(modelKeyOf(model));
  return columns.includes('ownerId') && columns.includes('id') && columns.includes('createdAt');
});

/** Those of them that are no rows of their own to a client, but part of others: joins, addresses, levels. */
export const childModels = recordedModels.filter((model) => !ownedModels.includes(model));

export const isRecordedModel = isOneOf(recordedModels);
export const isChildModel = isOneOf(childModels);

/** The models whose rows can be in the trash. */
export const trashableModels = ownedModels.filter((model) => columnsOf(modelKeyOf(model)).includes('trashedAt'));
export const isTrashableModel = isOneOf(trashableModels);

const references: readonly Reference[] = recordedModels.flatMap((model) =>
  (models[model]?.fields ?? []).flatMap(({ name, type, isRequired, relationFromFields: [column] = [] }) =>
    column === undefined || column === 'ownerId'
      ? []
      : [{ model, column, relation: name, target: type as Prisma.ModelName, required: isRequired }],
  ),
);

/** What the rows of a model name. */
export const referencesOf = (model: string): Reference[] => references.filter((one) => one.model === model);

/** What names the rows of a model. */
export const referencesTo = (model: string): Reference[] => references.filter(({ target }) => target === model);

/**
 * What rows of a model are a part of, as a category is of its framework: the row that they cannot be without, where that
 * can be in the trash. What is in the trash has its parts there with it.
 */
export function parentAggregateOf(model: string): Reference | undefined {
  if (!isOwnedModel(model)) return undefined;
  return referencesOf(model).find(({ required, target }) => required && trashableModels.includes(target));
}

/** The row that a part is shown with: a task for its labels, a day's focus for its tasks. Its relation comes first in the models. */
export function parentOfChild(partModel: string): Reference {
  const holder = referencesOf(partModel).find(({ required }) => required);
  if (!holder) throw new Error(`${partModel} is a part of nothing.`);
  return holder;
}

/** The sets of columns in which no two rows of a model have the same, the id left out. */
export function uniquesOf(model: string): readonly (readonly string[])[] {
  const { fields = [], uniqueIndexes = [] } = models[model] ?? {};
  const single = fields.filter(({ isUnique, isId }) => isUnique && !isId).map(({ name }) => [name]);
  return [...single, ...uniqueIndexes.map((index) => index.fields)];
}

/** The recorded models in an order in which each comes after those that its rows cannot be without. */
export const parentsFirst = inOrder(({ required }) => required);

/** The same, in which each comes after all that its rows may name, but for rows of its own. */
export const targetsFirst = inOrder(({ model, target }) => model !== target);

/** The column in which rows of a model name the row of the same model that they are below; null where there are no trees. */
export const parentColumnOf = (model: string): string | null =>
  referencesOf(model).find(({ target }) => target === model)?.column ?? null;

/** The recorded models, each after those that it names by references that count. These must not lead in a circle. */
function inOrder(counts: (reference: Reference) => boolean): readonly Prisma.ModelName[] {
  const depthOf = (model: string): number =>
    Math.max(
      0,
      ...referencesOf(model)
        .filter(counts)
        .map(({ target }) => depthOf(target) + 1),
    );
  return recordedModels.toSorted((a, b) => depthOf(a) - depthOf(b) || (a < b ? -1 : 1));
}

function isOneOf(some: readonly string[]) {
  return (model: string): model is Prisma.ModelName => some.includes(model);
}
