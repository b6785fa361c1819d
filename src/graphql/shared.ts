import type { InputObjectRef } from '@pothos/core';
import type { Prisma } from '../generated/sqlite/client.ts';
import type { ViewerContext } from '../platform/context.ts';
import { isOwnedModel, modelKeyOf, type OwnedKey, type Row } from '../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import type { ParentRelation } from '../platform/queries/child-lists.ts';
import type { FilterSpec } from '../platform/queries/filters.ts';
import type { Page } from '../platform/queries/keyset-pagination.ts';
import type { ListArguments, ListSpec, Selection } from '../platform/queries/lists.ts';
import type { OrderSpec } from '../platform/queries/sort-order.ts';
import { active } from '../platform/records/soft-delete.ts';
import { nodeType, trashableType } from './node-types.ts';
import type { Builder, InputFields as Fields, TypeRef, Types } from './types.ts';

export type InputFields = Fields;
export type Shared = ReturnType<typeof createShared>;
type QueryFields = PothosSchemaTypes.QueryFieldBuilder<Types, Types['Root']>;
type MutationFields = PothosSchemaTypes.MutationFieldBuilder<Types, Types['Root']>;
type InputRef<I> = InputObjectRef<Types, I>;

/** The old bag of helpers, over the new methods, until the last feature uses these. */
export function createShared(builder: Builder) {
  const TargetInput = builder.inputType('RowInput', {
    description: 'A row to do something with.',
    fields: (t) => ({ id: t.id({ required: true }), ifVersion: t.int() }),
  });
  return {
    Owned: 'Owned' as const,
    Trashable: 'Trashable' as const,
    ErrorInterface: 'Error' as const,
    RowType: nodeType(builder),
    TrashableType: trashableType(builder),
    ChangeAction: builder.modelEnum('ChangeAction'),
    TargetInput,
    chosenId: { description: 'An id.' },
    ifVersion: { description: 'A version.' },
    batchable: builder.options.registry.batchable,
    documents: builder.options.registry.searchDocuments,
    ref: <M extends Prisma.ModelName>(model: M) => builder.modelRef(model),
    connectionOf: <T>(type: TypeRef<T>) => builder.connectionTypeOf(type),
    joinedArguments: builder.args((t) => ({
      withTrashed: t.boolean({ defaultValue: false, description: 'Whether to include those in the trash.' }),
    })),
    listArguments: (filter: FilterSpec, order: OrderSpec) =>
      builder.args((t) => ({
        filter: t.field({ type: builder.listInputs().filter(filter), description: 'Only nodes that match.' }),
        orderBy: t.field({ type: [builder.listInputs().order(order)], description: 'The sort order.' }),
      })),
    filter: builder.listInputs().filter,
    order: builder.listInputs().order,
    stats: builder.stats.bind(builder),
    list: <K extends OwnedKey>(
      t: QueryFields,
      spec: ListSpec<K>,
      description: string,
      resolve: (ctx: ViewerContext, args: ListArguments, selection: Selection<K>) => Promise<Page<Row<K>>>,
    ) => t.connectionOf(spec, { description, resolve }),
    listBelow<K extends OwnedKey>(
      parent: Prisma.ModelName,
      field: string,
      spec: ListSpec<K>,
      below: ParentRelation<K>,
      description: string,
    ): void {
      builder.objectField(builder.modelRef(parent), field, (t) => t.childConnection(spec, { below, description }));
    },
    joined: <M extends Prisma.ModelName>(
      model: M,
      relation: string,
      other: string,
      orderBy: object,
      description: string,
    ) => ({
      type: [builder.modelRef(model)] as [TypeRef<Row<Uncapitalize<M>>>],
      description,
      args: builder.args((t) => ({
        withTrashed: t.boolean({ defaultValue: false, description: 'Whether to include those in the trash.' }),
      })),
      select: (
        { withTrashed }: { withTrashed?: boolean | null },
        _ctx: object,
        nested: (selection: true) => object,
      ) => ({
        [relation]: {
          select: { [other]: nested(true) },
          where: withTrashed ? {} : { [other]: active(modelKeyOf(model)) },
          orderBy: { [other]: orderBy },
        },
      }),
      resolve: (row: object) =>
        ((row as Record<string, Record<string, never>[]>)[relation] ?? []).map((join) => join[other] as never),
    }),
    oneById: <T extends object, S>(
      t: QueryFields,
      type: TypeRef<T>,
      _noun: string,
      resolve: (ctx: ViewerContext, id: string, selection: S) => Promise<T | null>,
    ) => t.byId({ type, resolve }),
    mutation<T, I>(
      t: MutationFields,
      type: TypeRef<T>,
      input: InputRef<I>,
      description: string,
      resolve: (ctx: ViewerContext, input: I) => Promise<T>,
    ) {
      const field = t.field({
        type,
        description,
        errors: { types: [NotFoundError, ConflictError] },
        args: { input: t.arg({ type: input, required: true, description: 'What to do it with.' }) },
        resolve: (_root, args, ctx) => resolve(ctx, (args as { input: I }).input) as never,
      });
      if (isOwnedModel(type.name)) {
        field.onFirstUse(({ name }) =>
          builder.options.registry.batchable.set(name, {
            description,
            input,
            run: async (ctx, given) => ({
              type: type.name,
              id: ((await resolve(ctx, given as I)) as { id: string }).id,
            }),
          }),
        );
      }
      return field;
    },
  };
}
