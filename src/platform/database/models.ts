import { Prisma } from '../../generated/sqlite/client.ts';

/*
 * The models as types and as metadata. A model has a name (`EnergyEntry`), which clients see as a GraphQL type, and a key
 * (`energyEntry`), under which Prisma's client has it.
 */

export type ModelKey = Uncapitalize<Prisma.ModelName>;

type Types<K extends ModelKey> = Prisma.TypeMap['model'][Capitalize<K> & Prisma.ModelName];
type OneOf<T> = Exclude<T, readonly unknown[]>;

/** A record of a model, without its relations. */
export type Row<K extends ModelKey> = Types<K>['payload']['scalars'];

/** The columns that the model writer fills in by itself. */
type Stamped = 'ownerId' | 'version' | 'createdAt' | 'updatedAt' | `${string}Normalized`;

export type CreateData<K extends ModelKey> = Omit<
  OneOf<Types<K>['operations']['createManyAndReturn']['args']['data']>,
  Stamped | 'id'
> & { id?: string };
export type UpdateData<K extends ModelKey> = Partial<Omit<Row<K>, Stamped | 'id'>>;
export type Where<K extends ModelKey> = NonNullable<Types<K>['operations']['findMany']['args']['where']>;

/** The models whose records have an owner and a version. */
export type OwnedKey = {
  [K in ModelKey]: Row<K> extends { ownerId: string; version: number } ? K : never;
}[ModelKey];

/** The owned models whose records can be in the trash. */
export type TrashableKey = { [K in OwnedKey]: Row<K> extends { trashedAt: Date | null } ? K : never }[OwnedKey];

/** The trashable models whose records name a parent of the same model. */
export type HierarchyKey = {
  [K in TrashableKey]: Row<K> extends { parentId: string | null } ? K : never;
}[TrashableKey];

/** The trashable models whose records have a position among their siblings. */
export type SiblingKey = {
  [K in TrashableKey]: Row<K> extends { position: number } ? K : never;
}[TrashableKey];

/** The key of a model: `energyEntry` for EnergyEntry. */
export function modelKeyOf(model: string): ModelKey {
  return `${model.charAt(0).toLowerCase()}${model.slice(1)}` as ModelKey;
}

/** The name of a model: `EnergyEntry` for energyEntry. */
export const modelNameOf = (key: ModelKey) => `${key.charAt(0).toUpperCase()}${key.slice(1)}` as Prisma.ModelName;

/** The keys of all models. */
export const modelKeys: readonly ModelKey[] = Object.values(Prisma.ModelName).map(modelKeyOf);

/** A model's name as a GraphQL enum value: `ENERGY_ENTRY` for EnergyEntry. */
export function toEnumName(model: string): string {
  return model.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

/** The columns of a model. */
export function columnsOf(key: ModelKey): string[] {
  // Prisma exports an enum of the columns for each model, under a name that no type shows for a model in general.
  const enums: Record<string, unknown> = Prisma;
  return Object.keys((enums[`${modelNameOf(key)}ScalarFieldEnum`] as object | undefined) ?? {});
}

/** Whether a model's records have an owner and a version. */
export const isOwnedModel = (model: string): model is Prisma.ModelName =>
  (ownedModels as readonly string[]).includes(model);

/** The models whose records have an owner and a version; their GraphQL types implement `Owned`. */
export const ownedModels: readonly Prisma.ModelName[] = Object.values(Prisma.ModelName).filter((model) => {
  const columns = columnsOf(modelKeyOf(model));
  return columns.includes('ownerId') && columns.includes('version');
});

/** The column of a model that holds the id of the owner in whose history its records are. Null if they are in none. */
export function ownerColumnOf(model: string): 'id' | 'ownerId' | null {
  // An account owns itself.
  if (model === 'Account') return 'id';
  return columnsOf(modelKeyOf(model)).includes('ownerId') ? 'ownerId' : null;
}
