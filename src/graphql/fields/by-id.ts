import type { GraphQLResolveInfo } from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';
import { isUuid } from '../../platform/database/ids.ts';
import { idOf, parseInput } from '../../platform/validation/input-rules.ts';
import { parseId } from '../mutations/ids.ts';
import { wordsOfType } from '../names.ts';
import { builderOf, type RootFields, type TypeRef } from '../types.ts';
import { projectionsOf, selectionOfRecord } from './selections.ts';

/** Which type is looked up, and the service that finds it. */
export interface ByIdOptions<T extends object, S> {
  readonly type: TypeRef<T>;
  /** Default: `The <type> with this id. Null if there is none.` */
  readonly description?: string;
  readonly resolve: (ctx: ViewerContext, id: string, selection: S) => Promise<T | null>;
}

/** One of the viewer's records by its id. Null if there is none, or it belongs to another account. */
export function byId<T extends object, S>(t: RootFields, { type, description, resolve }: ByIdOptions<T, S>) {
  const words = wordsOfType(type.name);
  const projections = projectionsOf(builderOf(t));
  return t.field({
    type,
    nullable: true,
    description: description ?? `The ${words} with this id. Null if there is none.`,
    args: { id: t.arg.id({ required: true, description: `The id of the ${words}.` }) },
    resolve: (_parent: unknown, { id }: { id: string }, ctx: ViewerContext, info: GraphQLResolveInfo) =>
      resolve(ctx, idArgument(ctx, type.name, 'id', id), selectionOfRecord(projections, ctx, info) as S) as never,
  });
}

/** The UUID in an id that is an argument of its own. @throws InvalidInputError unless it is the id of a node of the type */
export function idArgument(ctx: ViewerContext, type: string, name: string, text: string): string {
  const id = parseId(text, type);
  // The rule says what is wrong with any other text.
  return isUuid(id) ? id : parseInput(ctx, idOf(type), id, [name]);
}
