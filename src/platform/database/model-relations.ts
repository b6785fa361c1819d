import { getDatamodel } from '../../generated/pothos.ts';
import type { Prisma } from '../../generated/sqlite/client.ts';
import { columnsOf, isOwnedModel, modelKeyOf, ownedModels } from './models.ts';

/* The relations of the models whose records are in the change log, read from Prisma's data model. */

/** A column that holds the id of another record. */
export interface Reference {
  readonly model: Prisma.ModelName;
  readonly column: string;
  /** The name of the relation. */
  readonly relation: string;
  /** The model of the other record. */
  readonly target: Prisma.ModelName;
  /** Whether the record requires the other one and is deleted with it. An optional reference becomes null instead. */
  readonly required: boolean;
}

/** A column of a model. Its type is Prisma's, such as `Int` or `DateTime`, or the name of an enum. */
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
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
}

interface Model {
  readonly fields: readonly Field[];
  readonly uniqueIndexes: readonly { readonly fields: readonly string[] }[];
}

const { models } = (getDatamodel() as { datamodel: { models: Record<string, Model> } }).datamodel;

/** The columns of a model, in the order of the Prisma schema. */
export const scalarsOf = (model: string): readonly Column[] =>
  (models[model]?.fields ?? []).filter(({ kind }) => kind !== 'object');

/** The models whose records are in the change log of their owner, except the account. */
export const recordedModels = (Object.keys(models) as Prisma.ModelName[]).filter((model) => {
  const columns = columnsOf(modelKeyOf(model));
  return columns.includes('ownerId') && columns.includes('id') && columns.includes('createdAt');
});

/** The recorded models that clients see only as part of other records, such as join records. */
export const childModels = recordedModels.filter((model) => !ownedModels.includes(model));

export const isRecordedModel = isOneOf(recordedModels);
export const isChildModel = isOneOf(childModels);

/** The models whose records can be in the trash. */
export const trashableModels = ownedModels.filter((model) => columnsOf(modelKeyOf(model)).includes('trashedAt'));
export const isTrashableModel = isOneOf(trashableModels);

const references: readonly Reference[] = recordedModels.flatMap((model) =>
  (models[model]?.fields ?? []).flatMap(({ name, type, isRequired, relationFromFields: [column] = [] }) =>
    column === undefined || column === 'ownerId'
      ? []
      : [{ model, column, relation: name, target: type as Prisma.ModelName, required: isRequired }],
  ),
);

/**
 * How a relation of a model joins its records to those of another: a column of each. Null for a field that is no relation. The
 * other column of a reference is the id.
 */
export function joinOf(model: string, relation: string): { model: string; ours: string; theirs: string } | null {
  const field = models[model]?.fields.find(({ name, kind }) => name === relation && kind === 'object');
  if (!field) return null;
  const [ours] = field.relationFromFields ?? [];
  if (ours !== undefined) return { model: field.type, ours, theirs: 'id' };
  const back = models[field.type]?.fields.find(
    ({ relationName, relationFromFields = [] }) => relationName === field.relationName && relationFromFields.length > 0,
  );
  const [theirs = ''] = back?.relationFromFields ?? [];
  return { model: field.type, ours: 'id', theirs };
}

/** The references of a model's records to others. */
export const referencesOf = (model: string): Reference[] => references.filter((one) => one.model === model);

/** The references of other records to a model's records. */
export const referencesTo = (model: string): Reference[] => references.filter(({ target }) => target === model);

/**
 * The reference of an owned model to its parent aggregate: the required reference to a trashable model, if there is one. A
 * record counts as trashed while its parent is in the trash.
 */
export function parentAggregateOf(model: string): Reference | undefined {
  if (!isOwnedModel(model)) return undefined;
  return referencesOf(model).find(({ required, target }) => required && trashableModels.includes(target));
}

/** The reference of a child record to the record it is shown with: its first required one in the Prisma schema. */
export function parentOfChild(childModel: string): Reference {
  const parent = referencesOf(childModel).find(({ required }) => required);
  if (!parent) throw new Error(`${childModel} has no required reference.`);
  return parent;
}

/** The unique constraints of a model, each as its columns, without the id. */
export function uniquesOf(model: string): readonly (readonly string[])[] {
  const { fields = [], uniqueIndexes = [] } = models[model] ?? {};
  const single = fields.filter(({ isUnique, isId }) => isUnique && !isId).map(({ name }) => [name]);
  return [...single, ...uniqueIndexes.map((index) => index.fields)];
}

/** The recorded models, each after the models that it requires. */
export const parentsFirst = inOrder(({ required }) => required);

/** The recorded models, each after all models that it refers to, except itself. */
export const targetsFirst = inOrder(({ model, target }) => model !== target);

/** The column of a hierarchical model that holds the id of the parent. Null for other models. */
export const parentColumnOf = (model: string): string | null =>
  referencesOf(model).find(({ target }) => target === model)?.column ?? null;

/** The recorded models, each after the targets of the references that count. Those must not form a circle. */
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
