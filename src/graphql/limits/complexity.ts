import type { ComplexityErrorFn } from '@pothos/plugin-complexity';
import { GraphQLError, type GraphQLField } from 'graphql';
import type { ViewerContext } from '../../platform/context.ts';
import { pageSize } from '../../platform/queries/keyset-pagination.ts';

/** What an operation may cost, by its shape. */
const limit = { complexity: 10_000, depth: 16, breadth: 1_000 };

/**
 * A list is reckoned to have as many rows, or fewer where fewer are asked for. How long lists within lists really are is not
 * known before they are read: what they come to is counted then, by `limitAnswers`.
 */
const rowsOfList = 5;

/** How the complexity plugin reckons what an operation costs, before anything of it runs: 1 for each field of each row. */
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
      `${rowsOfList} times that: ask for fewer lists within lists, for fewer fields, or in several operations.`;
    return new GraphQLError(message, { extensions: { code: 'TOO_LARGE', cost, limit: max } });
  }) satisfies ComplexityErrorFn,
  fieldComplexity: (
    { first, last }: { first?: unknown; last?: unknown },
    _ctx: ViewerContext,
    { args }: GraphQLField<unknown, ViewerContext>,
  ) => {
    const asked = Number(first ?? last ?? pageSize.default);
    const isList = args.some(({ name }) => name === 'first');
    return { field: 1, multiplier: isList ? Math.max(1, Math.min(asked, rowsOfList)) : 1 };
  },
};
