import type { FieldKind, FieldNullability, InputFieldMap, SchemaTypes, TypeParam } from '@pothos/core';
import type { Prisma } from '../../generated/sqlite/client.ts';
import type * as Enums from '../../generated/sqlite/enums.ts';
import type { OwnedKey, Row } from '../../platform/database/models.ts';
import type { ListedKey, ListSpec } from '../../platform/queries/lists.ts';
import type { StatsSpec } from '../../platform/queries/stats.ts';
import type { InputRules } from '../../platform/validation/rule-notes.ts';
import type { EnumType } from '../enums.ts';
import type { ByIdOptions } from '../fields/by-id.ts';
import type { BatchedConnectionOptions, ChildConnectionOptions } from '../fields/child-connections.ts';
import type { ConnectionOptions, ConnectionRef } from '../fields/connections.ts';
import type { ManyToManyOptions } from '../fields/many-to-many.ts';
import type { NodeFieldOptions } from '../fields/node-field.ts';
import type { Inputs } from '../filters.ts';
import type { NodeMutationOptions } from '../mutations/node-mutation.ts';
import type { PayloadMutationOptions } from '../mutations/payload-mutation.ts';
import type { RecordMutationOptions } from '../mutations/record-mutation.ts';
import type { Registry } from '../registry.ts';
import type { TypeRef } from '../types.ts';
import type { AuthScopes, AuthScopesPlugin } from './auth-scopes.ts';
import type { WaymarkPlugin } from './plugin.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      authScopes: AuthScopesPlugin<Types>;
      waymark: WaymarkPlugin<Types>;
    }

    export interface SchemaBuilderOptions<Types extends SchemaTypes> {
      /** What features register while they add their parts of the schema. */
      registry: Registry;
    }

    export interface FieldOptions<
      Types extends SchemaTypes,
      ParentShape,
      Type extends TypeParam<Types>,
      Nullable extends FieldNullability<Type>,
      Args extends InputFieldMap,
      ResolveShape,
      ResolveReturnShape,
    > {
      /** The columns of its record that `resolve` reads, so that a query need not read others. Default: all. */
      columns?: readonly (keyof ParentShape & string)[];
      /** Who may ask for the field, beside what its type requires. */
      authScopes?: AuthScopes;
      /** What the type requires does not hold for this field. */
      skipTypeScopes?: boolean;
    }

    export interface QueryTypeOptions<Types extends SchemaTypes> {
      /** Who may ask for any field of the type. */
      authScopes?: AuthScopes;
    }

    export interface MutationTypeOptions<Types extends SchemaTypes> {
      /** Who may ask for any field of the type. */
      authScopes?: AuthScopes;
    }

    export interface SubscriptionTypeOptions<Types extends SchemaTypes> {
      /** Who may subscribe to any field of the type. */
      authScopes?: AuthScopes;
    }

    export interface InputObjectTypeOptions<Types extends SchemaTypes, Fields extends InputFieldMap> {
      /** The rules that the input is checked with: its descriptions get their limits from them, and its ids are parsed by them. */
      rules?: InputRules;
    }

    export interface SchemaBuilder<Types extends SchemaTypes> {
      /** The GraphQL type of a model, for a feature that shows records of another one. */
      modelRef<M extends Prisma.ModelName>(model: M): TypeRef<Row<Uncapitalize<M>>>;

      /** The GraphQL enum of a Prisma enum, with the descriptions of the model. */
      modelEnum<N extends keyof typeof Enums>(name: N): EnumType<N>;

      /** The connection type over a type, `<Name>Connection`, with a count of the whole list. One for each type. */
      connectionTypeOf<T>(type: TypeRef<T>): ConnectionRef<T>;

      /** The input types of filters and orders, one for each specification. */
      listInputs(): Inputs;

      /** Adds the statistics of a list: the root field `<model>Stats` and its types. */
      stats<K extends OwnedKey>(spec: StatsSpec<K>): void;

      /**
       * Adds a mutation that returns one record: `<Name>Input`, `<Name>Payload` with the record and the change set, and the
       * union `<Name>Result` with the errors. The mutation can be part of a batch.
       */
      recordMutation<T extends object, R extends InputRules>(name: string, options: RecordMutationOptions<T, R>): void;

      /** Adds a mutation that returns a node of any type. It can be part of a batch. */
      nodeMutation<R extends InputRules>(name: string, options: NodeMutationOptions<R>): void;

      /** Adds a mutation whose payload has fields of its own. */
      payloadMutation<P extends object, R extends InputRules = never>(
        name: string,
        options: PayloadMutationOptions<P, R>,
      ): void;
    }

    export interface RootFieldBuilder<Types extends SchemaTypes, ParentShape, Kind extends FieldKind = FieldKind> {
      /** A list of the viewer's records: a connection with a filter, an order and a choice of the trash. */
      connectionOf<K extends ListedKey>(
        spec: ListSpec<K>,
        options: ConnectionOptions<K>,
      ): FieldRef<Types, unknown, Kind>;

      /** A list of the viewer's records below each of the parent's: read for all parents at once. */
      childConnection<K extends OwnedKey>(
        spec: ListSpec<K>,
        options: ChildConnectionOptions<K>,
      ): FieldRef<Types, unknown, Kind>;

      /** A list of the viewer's records of each parent, for lists that hang on no column: read for all parents at once. */
      batchedConnection<K extends OwnedKey>(
        spec: ListSpec<K>,
        options: BatchedConnectionOptions<K, ParentShape>,
      ): FieldRef<Types, unknown, Kind>;

      /** One of the viewer's records by its id; null if there is none. */
      byId<T extends object, S>(options: ByIdOptions<T, S>): FieldRef<Types, unknown, Kind>;

      /** The records of another model that a record is related to many-to-many, few enough for a plain list. */
      manyToMany<M extends Prisma.ModelName>(model: M, options: ManyToManyOptions): FieldRef<Types, unknown, Kind>;

      /** The change set that a mutation committed, on its payload. */
      changeSet(note?: string): FieldRef<Types, unknown, Kind>;

      /** A node of any type by its type and UUID, loaded with those of its siblings. */
      nodeOf(options: NodeFieldOptions<ParentShape>): FieldRef<Types, unknown, Kind>;
    }
  }
}
