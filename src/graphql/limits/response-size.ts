import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
} from 'graphql';
import type { Context } from '../../platform/context.ts';
import { ResponseTooLargeError } from '../../platform/errors.ts';
import { maxResponseNodes } from '../../platform/queries/keyset-pagination.ts';
import { likeWrapped } from '../execution/fields.ts';

type Resolver = GraphQLFieldResolver<unknown, Context>;

/**
 * Limits a response to 20,000 objects: wraps each field that returns objects so that it counts them. A limit on the query text
 * cannot do this, because nested lists can be long but rarely are.
 */
export function limitResponseSize(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!isCompositeType(getNamedType(field.type))) continue;
      // graphql-js types the resolvers of a schema by `any` context; ours is known.
      const resolve = (field.resolve ?? defaultFieldResolver) as Resolver;
      field.resolve = (type === schema.getSubscriptionType() ? countingAnew(resolve) : counting(resolve)) as never;
    }
  }
  return schema;
}

const counting = (resolve: Resolver): Resolver =>
  likeWrapped((parent, args, ctx, info) => {
    const objects = resolve(parent, args, ctx, info);
    return objects instanceof Promise ? objects.then((all) => counted(ctx, all)) : counted(ctx, objects);
  }, resolve);

/** A subscription sends many responses in one context. */
function countingAnew(resolve: Resolver): Resolver {
  const count = counting(resolve);
  return (parent, args, ctx, info) => {
    Object.assign(ctx.responseSize, { objects: 0, loaded: 0 });
    return count(parent, args, ctx, info);
  };
}

function counted<T>({ responseSize }: Context, objects: T): T {
  if (objects !== null && objects !== undefined) responseSize.objects += Array.isArray(objects) ? objects.length : 1;
  if (responseSize.objects > maxResponseNodes) throw new ResponseTooLargeError(maxResponseNodes);
  return objects;
}
