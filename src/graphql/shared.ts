import type { ObjectRef } from '@pothos/core';
import { getRefFromModel } from '@pothos/plugin-prisma';
import type { Prisma } from '../generated/sqlite/client.ts';
import type { ViewerContext } from '../platform/context.ts';
import { columnsOf, modelKeyOf, modelNameOf, type OwnedKey, type Row } from '../platform/database/models.ts';
import type { FilterSpec } from '../platform/queries/filters.ts';
import type { Page } from '../platform/queries/keyset-pagination.ts';
import {
  type Below,
  type ListArguments,
  type ListSpec,
  listRecordsOfEach,
  type Selection,
} from '../platform/queries/lists.ts';
import type { OrderSpec } from '../platform/queries/sort-order.ts';
import { active } from '../platform/records/soft-delete.ts';
import type { SearchDocumentSpecs } from '../platform/search/search-documents.ts';
import type { Builder } from './builder.ts';
import { defineErrors } from './errors.ts';
import { noteSelection, selectionOfNodes } from './fields/selections.ts';
import { createInputs } from './filters.ts';
import { createMutations } from './mutations.ts';
import { defineRowTypes } from './node-types.ts';
import { defineScalars } from './scalars.ts';
import { createStats } from './stats.ts';

/** What every domain's part of the schema is built with, besides the builder. Belongs to one builder. */
export type Shared = ReturnType<typeof createShared>;

type Types = Builder['$inferSchemaTypes'];
type QueryFields = PothosSchemaTypes.QueryFieldBuilder<Types, Types['Root']>;

/** What the fields of an input are made with; for fields that two inputs have in common. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

/** @param documents what has documents, for the domains that read these */
export function createShared(builder: Builder, documents: SearchDocumentSpecs) {
  defineScalars(builder);
  const Owned = builder.interfaceRef<{ version: number; createdAt: Date; updatedAt: Date }>('Owned').implement({
    description: 'A row that belongs to one person.',
    fields: (t) => ({
      version: t.exposeInt('version', {
        description: 'Raised by one with every change; give it as `ifVersion` to change only what you have seen.',
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
    }),
  });

  const Trashable = builder.interfaceRef<{ trashedAt: Date | null }>('Trashable').implement({
    description: 'A row that can be put in the trash and taken out again.',
    fields: (t) => ({
      trashedAt: t.expose('trashedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When it was put in the trash; null when it is not there.',
      }),
    }),
  });

  /** The GraphQL type of a model, for a domain that shows rows of another one. */
  function ref<M extends Prisma.ModelName>(model: M): ObjectRef<Types, Row<Uncapitalize<M>>> {
    return getRefFromModel(model, builder) as unknown as ObjectRef<Types, Row<Uncapitalize<M>>>;
  }

  /** The connection type over a type, `<Name>Connection`, with a count of the whole list; the same one for all who ask. */
  function connectionOf<T>(type: ObjectRef<Types, T>): ReturnType<typeof makeConnection<T>> {
    if (!connections.has(type.name)) connections.set(type.name, makeConnection(type));
    return connections.get(type.name) as ReturnType<typeof makeConnection<T>>;
  }
  const connections = new Map<string, unknown>();

  function makeConnection<T>(type: ObjectRef<Types, T>) {
    const { name } = type;
    return builder.connectionObject(
      {
        type,
        name: `${name}Connection`,
        description: `A page of a list of ${name} rows.`,
        fields: (t) => ({
          totalCount: t.int({
            description: 'How many rows the whole list has.',
            resolve: (page) => (page as unknown as Page<T>).totalCount(),
          }),
        }),
      },
      { name: `${name}Edge`, description: `One ${name} and where it stands in the list.` },
    );
  }

  const inputs = createInputs(builder);

  /** The arguments of every list, besides those of its page. */
  function listArguments(filter: FilterSpec, order: OrderSpec) {
    return builder.args((t) => ({
      filter: t.field({ type: inputs.filter(filter), description: 'Which ones.' }),
      orderBy: t.field({ type: [inputs.order(order)], description: 'In which order.' }),
    }));
  }

  /** The further argument of lists whose rows can be in the trash. */
  const trashArguments = builder.args((t) => ({
    trashed: t.boolean({ defaultValue: false, description: 'Those in the trash, in place of those in use.' }),
  }));

  const trashArgumentsOf = (key: OwnedKey) => (columnsOf(key).includes('trashedAt') ? trashArguments : {});

  /**
   * Adds a list to the rows of another model: those of the viewer's that hang below each of them.
   * @param below how they hang there
   */
  function listBelow<K extends OwnedKey>(
    parent: Prisma.ModelName,
    field: string,
    spec: ListSpec<K>,
    below: Below<K>,
    description: string,
  ): void {
    const type = ref(modelNameOf(spec.model));
    builder.objectField(ref(parent) as ObjectRef<Types, { id: string }>, field, (t) =>
      t.loadable({
        type: connectionOf(type),
        byPath: true,
        description,
        args: { ...t.arg.connectionArgs(), ...listArguments(spec.filter, spec.order), ...trashArgumentsOf(spec.model) },
        load: (ids: string[], ctx, args, info) =>
          listRecordsOfEach(
            ctx,
            spec,
            below,
            ids,
            args as ListArguments,
            selectionOfNodes(ctx, info) as Selection<K>,
          ) as Promise<never[]>,
        resolve: ({ id }, _args, ctx, info) => {
          noteSelection(ctx, info);
          return id;
        },
      }),
    );
  }

  /** A list of the viewer's rows, as its service finds them. */
  function list<K extends OwnedKey>(
    t: QueryFields,
    spec: ListSpec<K>,
    description: string,
    find: (ctx: ViewerContext, args: ListArguments, selection: Selection<K>) => Promise<Page<Row<K>>>,
  ) {
    const type = ref(modelNameOf(spec.model));
    return t.connection(
      {
        type,
        description,
        args: { ...listArguments(spec.filter, spec.order), ...trashArgumentsOf(spec.model) },
        resolve: (_root, args, ctx, info) =>
          find(ctx, args as ListArguments, selectionOfNodes(ctx, info) as Selection<K>) as never,
      },
      connectionOf(type),
    );
  }

  /** The further argument of what a row is joined to: who keeps a copy knows what shows again once it is restored. */
  const joinedArguments = builder.args((t) => ({
    withTrashed: t.boolean({ defaultValue: false, description: 'Those in the trash as well.' }),
  }));

  /**
   * A field that shows the rows of another model that a row is joined to, few enough for a list; but for those in the trash,
   * unless they are asked for.
   * @param relation the row's list of joins
   * @param other their relation to the others
   */
  function joined<M extends Prisma.ModelName>(
    model: M,
    relation: string,
    other: string,
    orderBy: object,
    description: string,
  ) {
    return {
      type: [ref(model)] as [ReturnType<typeof ref<M>>],
      description,
      args: joinedArguments,
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
    };
  }

  /**
   * One of the viewer's rows by its id.
   * @param noun what it is called in descriptions
   */
  function oneById<T extends object, S>(
    t: QueryFields,
    type: ObjectRef<Types, T>,
    noun: string,
    get: (ctx: ViewerContext, id: string, selection: S) => Promise<T | null>,
  ) {
    return t.prismaField({
      type: type.name as Prisma.ModelName,
      nullable: true,
      description: `The ${noun} with this id; null when there is none, or it is not yours.`,
      args: { id: t.arg.globalID({ for: type, required: true, description: `The id of the ${noun}.` }) },
      resolve: (query, _root, { id }, ctx) => get(ctx, id.id, query as S) as never,
    });
  }

  return {
    ...inputs,
    ...createMutations(builder),
    ...defineRowTypes(builder),
    ...defineErrors(builder),
    documents,
    listArguments,
    trashArguments,
    joinedArguments,
    Owned,
    Trashable,
    ref,
    connectionOf,
    list,
    listBelow,
    joined,
    oneById,
    stats: createStats(builder, inputs),
  };
}
