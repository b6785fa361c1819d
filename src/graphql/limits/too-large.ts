import { GraphQLError } from 'graphql';
import { grouped } from '../../platform/text/english.ts';

/** The error of a request that exceeds a limit. It names the limit and what to do. Every client gets HTTP 400 for it. */
export function tooLarge(message: string, more: { limit: number; cost?: number }): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'TOO_LARGE', ...more, http: { status: 400 } } });
}

/** Fails above a limit. @param what what is counted, in the plural */
export function atMost(limit: number, count: number, what: string, advice: string): void {
  if (count > limit) throw tooLarge(`${what}: at most ${grouped(limit)}. ${advice}`, { limit });
}
