import type { Prisma } from '../../generated/sqlite/client.ts';
import type { ViewerContext } from '../../platform/context.ts';
import { idOf, parseInput } from '../../platform/validation/input-rules.ts';
import { parseId } from '../mutations/ids.ts';
import { wordsOfType } from '../names.ts';
import type { RootFields, TypeRef } from '../types.ts';

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
  return t.prismaField({
    type: type.name as Prisma.ModelName,
    nullable: true,
    description: description ?? `The ${words} with this id. Null if there is none.`,
    args: { id: t.arg.id({ required: true, description: `The id of the ${words}.` }) },
    // The type of the record is known from the reference, which Pothos looks up by name.
    resolve: (query: object, _parent: unknown, { id }: { id: string }, ctx: ViewerContext) =>
      resolve(ctx, idArgument(ctx, type.name, 'id', id), query as S) as never,
  });
}

/** The UUID in an id that is an argument of its own. @throws InvalidInputError unless it is the id of a node of the type */
export const idArgument = (ctx: ViewerContext, type: string, name: string, text: string): string =>
  parseInput(ctx, idOf(type), parseId(text, type), [name]);
