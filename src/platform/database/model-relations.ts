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
  readonly kind: 'scalar' | 'enum';
  readonly isRequired: boolean;
  readonly hasDefaultValue: boolean;
}

interface Field extends Omit<Column, 'kind'> {
  readonly kind: string;
  readonly isList: boolean;
  readonly isUnique?: boolean;
  readonly isId?: boolean;
  readonly relationName?: string;
  readonly relationFromFields?: readonly string[];
}

const isColumn = (field: Field): field is Field & Column => field.kind !== 'object';

interface Model {
  readonly fields: readonly Field[];
  readonly primaryKey: { readonly fields: readonly string[] } | null;
  readonly uniqueIndexes: readonly { readonly fields: readonly string[] }[];
}

const { models } = (getDatamodel() as { datamodel: { models: Record<string, Model> } }).datamodel;

/** The columns of a model, in the order of the Prisma schema. */
export const scalarsOf = (model: string): readonly Column[] => (models[model]?.fields ?? []).filter(isColumn);

/** The names of all fields of a model: its columns and its relations. */
export const fieldsOf = (model: string): string[] => (models[model]?.fields ?? []).map(({ name }) => name);

/** A column of a model by its name. Undefined if it has none of that name. */
export const columnOf = (model: string, name: string): Column | undefined =>
  scalarsOf(model).find((column) => column.name === name);

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

/** How the records of a model are related to those of another: by a column of each that have the same value. */
export interface Relation {
  /** The other model. */
  readonly model: string;
  readonly ours: string;
  readonly theirs: string;
  readonly isList: boolean;
  /** Whether the records of this model name the other ones. */
  readonly isReference: boolean;
}

/** A relation of a model by its name. Null for a column, and for a relation by more than one column. */
export function relationOf(model: string, name: string): Relation | null {
  const field = models[model]?.fields.find((one) => one.name === name && one.kind === 'object');
  if (!field) return null;
  const isReference = (one: Field) => (one.relationFromFields ?? []).length > 0;
  // The other column of a reference by one column is the id.
  const [ours, ...more] = field.relationFromFields ?? [];
  if (ours !== undefined) {
    const relation = { model: field.type, ours, theirs: 'id', isList: false, isReference: true };
    return more.length > 0 ? null : relation;
  }
  const back = models[field.type]?.fields.find((one) => one.relationName === field.relationName && isReference(one));
  const [theirs, ...others] = back?.relationFromFields ?? [];
  if (theirs === undefined || others.length > 0) return null;
  return { model: field.type, ours: 'id', theirs, isList: field.isList, isReference: false };
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

/** What identifies a record of a model, each as its columns: the id, the primary key, the unique constraints. */
export function keysOf(model: string): readonly (readonly string[])[] {
  const { fields = [], primaryKey } = models[model] ?? {};
  const ids = fields.filter(({ isId }) => isId).map(({ name }) => [name]);
  return [...ids, ...(primaryKey ? [primaryKey.fields] : []), ...uniquesOf(model)];
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
