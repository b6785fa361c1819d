import type { ViewerContext } from '../../platform/context.ts';
import { columnsOf, modelNameOf, type Row } from '../../platform/database/models.ts';
import type { Page } from '../../platform/queries/keyset-pagination.ts';
import type { ListArguments, ListedKey, ListSpec, Selection } from '../../platform/queries/lists.ts';
import { once } from '../registry.ts';
import { type Builder, builderOf, type RootFields, type TypeRef } from '../types.ts';
import { savedFilterArgument, withSavedFilter } from './saved-filter.ts';
import { projectionsOf, selectionOfPage } from './selections.ts';

/** How a list is shown, and the service that reads it. */
export interface ConnectionOptions<K extends ListedKey> {
  readonly description: string;
  readonly resolve: (ctx: ViewerContext, args: ListArguments, selection: Selection<K>) => Promise<Page<Row<K>>>;
}

export type ConnectionRef<T> = ReturnType<typeof connectionTypeOf<T>>;

/** The connection type over a type, `<Name>Connection`, with a count of the whole list. One for each type. */
export function connectionTypeOf<T>(builder: Builder, type: TypeRef<T>) {
  const { name } = type;
  return once(builder.options.registry, `${name}Connection`, () =>
    builder.connectionObject(
      {
        type,
        name: `${name}Connection`,
        description: `A page of a list of ${name} nodes.`,
        fields: (t) => ({
          totalCount: t.int({
            description: 'The number of nodes in the whole list.',
            // Pothos types the connection by Relay's fields alone; every page of ours counts as well.
            resolve: (page) => (page as unknown as Page<T>).totalCount(),
          }),
        }),
      },
      { name: `${name}Edge`, description: `A node of type ${name} and its cursor in the list.` },
    ),
  );
}

/** The arguments of a list, beside those of its page. */
export function listArguments<K extends ListedKey>(builder: Builder, spec: ListSpec<K>) {
  const inputs = builder.listInputs();
  const always = builder.args((t) => ({
    filter: t.field({ type: inputs.filter(spec.filter), description: 'Only nodes that match.' }),
    orderBy: t.field({
      type: [inputs.order(spec.order)],
      description: `The sort order, most significant first. Default: ${describeOrder(spec)}.`,
    }),
  }));
  return {
    ...always,
    ...(spec.findSaved && savedFilterArgument(builder)),
    ...(columnsOf(spec.model).includes('trashedAt') && trashedArgument(builder)),
  };
}

/** The argument that shows the trash in place of what is active. */
const trashedArgument = (builder: Builder) =>
  builder.args((t) => ({
    trashed: t.boolean({
      defaultValue: false,
      description: 'True: only nodes in the trash. False: only nodes that are not.',
    }),
  }));

const describeOrder = <K extends ListedKey>({ defaultOrder }: ListSpec<K>) =>
  defaultOrder.map(({ field, direction = 'ASC' }) => `${field} ${direction}`).join(', ');

/** A list of the viewer's records, as its service reads it. */
export function connectionOf<K extends ListedKey>(
  t: RootFields,
  spec: ListSpec<K>,
  { description, resolve }: ConnectionOptions<K>,
) {
  const builder = builderOf(t);
  const projections = projectionsOf(builder);
  const type = builder.modelRef(modelNameOf(spec.model));
  return t.connection(
    {
      type,
      description,
      args: listArguments(builder, spec),
      // Pothos cannot see that a page of ours is a connection of its own.
      resolve: (_parent, args, ctx, info) => {
        const selection = selectionOfPage(projections, ctx, info) as Selection<K>;
        const read = (all: ListArguments) => resolve(ctx, all, selection);
        return withSavedFilter(ctx, info.schema, spec, args as ListArguments, read) as never;
      },
    },
    connectionTypeOf(builder, type),
  );
}
