import type { ObjectRef } from '@pothos/core';
import type PrismaTypes from '../generated/pothos.ts';
import type { ViewerContext } from '../platform/context.ts';
import type { ScalarTypes } from './scalar-types.ts';

/** The types that every feature's part of the schema is written against. */
export interface HouseTypes {
  PrismaTypes: PrismaTypes;
  /**
   * Resolvers may count on a viewer: `Query`, `Mutation` and `Subscription` require one before anything runs. The few
   * fields that are open to everybody say so (`skipTypeScopes`) and call services that take a `Context` without one.
   */
  Context: ViewerContext;
  Scalars: ScalarTypes;
  Interfaces: {
    Owned: { version: number; createdAt: Date; updatedAt: Date };
    Trashable: { trashedAt: Date | null };
    Error: { message: string; code: string };
  };
  DefaultFieldNullability: false;
}

/** The same with Pothos' defaults filled in: the type parameter of refs and field builders. */
export type Types = PothosSchemaTypes.ExtendDefaultTypes<HouseTypes>;

/** The schema builder that features add their types and fields to. */
export type Builder = PothosSchemaTypes.SchemaBuilder<Types>;

/** A reference to an object type whose resolvers get a `T`. */
export type TypeRef<T> = ObjectRef<Types, T>;

/** Makes the fields of an input type. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

/** Makes fields of any object type. */
export type RootFields = PothosSchemaTypes.RootFieldBuilder<Types, unknown>;

/** The builder that a field builder belongs to. Pothos keeps it to itself. */
export const builderOf = (t: object): Builder => (t as { builder: Builder }).builder;
