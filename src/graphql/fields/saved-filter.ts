import {
  coerceInputValue,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
  validateInputValue,
} from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';
import { type InputIssue, InvalidInputError } from '../../platform/errors.ts';
import { type Filter, toWhere } from '../../platform/queries/filters.ts';
import type { ListArguments, ListedKey, ListSpec } from '../../platform/queries/lists.ts';
import type { SavedList } from '../../platform/queries/saved-lists.ts';
import type { Order } from '../../platform/queries/sort-order.ts';
import type { Calendar } from '../../platform/time/calendar.ts';
import type { Builder } from '../types.ts';

/** The part of a list that a saved filter is for. */
type Savable = Pick<ListSpec<ListedKey>, 'filter' | 'order' | 'findSaved'>;

/** The arguments of what may name a saved filter. */
type SavableArguments = Pick<ListArguments, 'filter' | 'orderBy'> & { savedFilter?: string | null | undefined };

/** The argument that names a saved filter. */
export const savedFilterArgument = (builder: Builder) =>
  builder.args((t) => ({
    savedFilter: t.string({
      description: 'The id or the name of a saved filter: only nodes that match it as well. Its order is the default.',
    }),
  }));

/** Reads a value by an input type of the schema: what is coerced of it, or what is wrong with it. */
function read(value: unknown, type: GraphQLInputType, path: string): { value: unknown; issues: InputIssue[] } {
  const issues: InputIssue[] = [];
  const note = ({ message }: { message: string }, inner: readonly (string | number)[]) =>
    issues.push({ path: [path, ...inner.map(String)], message });
  validateInputValue(value, type, note, true);
  return { value: issues.length > 0 ? undefined : coerceInputValue(value, type), issues };
}

/**
 * Reads a saved filter by the present schema, which may not be the one that it was saved by.
 * @returns the filter and the order as lists take them; neither means anything if there are issues, each with the path of what is
 *   not understood
 */
export function readSavedFilter(
  schema: GraphQLSchema,
  spec: Savable,
  saved: SavedList,
  calendar: Calendar,
): { filter: Filter; orderBy: Order[]; issues: InputIssue[] } {
  const typeOf = (name: string) => new GraphQLNonNull(schema.getType(name) as never);
  const filter = read(saved.filter, typeOf(`${spec.filter.name}Filter`), 'filter');
  const orderBy = read(
    saved.orderBy,
    new GraphQLNonNull(new GraphQLList(typeOf(`${spec.order.name}Order`))),
    'orderBy',
  );
  const coerced = { filter: filter.value as Filter, orderBy: orderBy.value as Order[] };
  const issues = [...filter.issues, ...orderBy.issues];
  if (issues.length > 0) return { ...coerced, issues };
  try {
    // What the types do not say, such as which nodes an id can be of.
    toWhere(spec.filter, coerced.filter, calendar);
    return { ...coerced, issues };
  } catch (error) {
    if (error instanceof InvalidInputError) return { ...coerced, issues: error.issues };
    throw error;
  }
}

/**
 * Reads a list by its arguments and what a saved filter adds to them: nodes match both filters, and the order of the arguments comes
 * first. Takes one statement more if there is a saved filter.
 * @throws NotFoundError at `savedFilter` if there is none; InvalidInputError if the present schema does not understand it
 */
export function withSavedFilter<A extends SavableArguments, T>(
  ctx: ViewerContext,
  schema: GraphQLSchema,
  spec: Savable,
  args: A,
  readList: (args: A) => Promise<T>,
): Promise<T> {
  const { savedFilter } = args;
  if (savedFilter === null || savedFilter === undefined || !spec.findSaved) return readList(args);
  return spec.findSaved(ctx, savedFilter).then((saved) => {
    const { filter, orderBy, issues } = readSavedFilter(schema, spec, saved, ctx.calendar);
    if (issues.length > 0) {
      throw new InvalidInputError(issues.map(({ path, message }) => ({ path: ['savedFilter', ...path], message })));
    }
    return readList({
      ...args,
      filter: { ...args.filter, and: [...(args.filter?.and ?? []), filter] },
      orderBy: args.orderBy && args.orderBy.length > 0 ? args.orderBy : orderBy,
    });
  });
}
