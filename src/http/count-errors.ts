import type { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../platform/context.ts';

/** Counts the errors of a response by their codes. */
export function countErrors({ app }: Context, errors: readonly GraphQLError[] | undefined): void {
  if (errors) for (const { extensions } of errors) app.events.errors.add(String(extensions.code));
}

/** Counts the errors of what Yoga responds. */
export const countResultErrors: Plugin<object, { base: Context }> = {
  onResultProcess({ result, serverContext: { base } }) {
    if (!Array.isArray(result) && 'errors' in result) countErrors(base, result.errors);
  },
};
