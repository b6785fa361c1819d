import type { ComplexityErrorFn } from '@pothos/plugin-complexity';
import { GraphQLError, type GraphQLField } from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';
import { pageSize } from '../../platform/queries/keyset-pagination.ts';

/** The maximum complexity, depth and breadth of an operation. */
const limit = { complexity: 10_000, depth: 16, breadth: 1_000 };

/**
 * The assumed length of a list, unless a shorter page is requested. Actual lengths are not known before an operation runs, so
 * `limitResponseSize` counts the nodes of nested lists while they are read.
 */
const assumedLength = 5;

/** The options of the complexity plugin: each field costs 1 for each node that has it, before anything runs. */
export const complexityOptions = {
  limit,
  complexityError: ((kind, { complexity, depth, breadth }) => {
    const [is, cost, max] = {
      Complexity: ['costs', complexity, limit.complexity],
      Depth: ['is nested as deep as', depth, limit.depth],
      Breadth: ['has as many fields as', breadth, limit.breadth],
    }[kind] as [string, number, number];
    const message =
      `This operation ${is} ${cost}, and ${max} is the most. A field costs 1, and what is below a list ` +
      `${assumedLength} times that: ask for fewer lists within lists, for fewer fields, or in several operations.`;
    return new GraphQLError(message, { extensions: { code: 'TOO_LARGE', cost, limit: max } });
  }) satisfies ComplexityErrorFn,
  fieldComplexity: (
    { first, last }: { first?: unknown; last?: unknown },
    _ctx: ViewerContext,
    { args }: GraphQLField<unknown, ViewerContext>,
  ) => {
    const asked = Number(first ?? last ?? pageSize.default);
    const isList = args.some(({ name }) => name === 'first');
    return { field: 1, multiplier: isList ? Math.max(1, Math.min(asked, assumedLength)) : 1 };
  },
};
