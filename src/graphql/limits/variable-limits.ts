import { atMost } from './too-large.ts';

const max = { depth: 32, values: 10_000 };

/**
 * Checks the nesting and the number of values of a request's variables, before anything calls itself for each level of
 * them. Their size in bytes is that of the request's body.
 * @throws GraphQLError TOO_LARGE
 */
export function checkVariables(variables: unknown): void {
  let values = 0;
  let level = [variables].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    atMost(max.depth, depth - 1, 'Levels of objects and lists in the variables', 'Nest less deeply.');
    const below: object[] = [];
    for (const nested of level) {
      const inner: unknown[] = Array.isArray(nested) ? nested : Object.values(nested);
      values += inner.length;
      atMost(max.values, values, 'Values in the variables', 'Send them in several requests.');
      for (const value of inner) if (isNested(value)) below.push(value);
    }
    level = below;
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;
