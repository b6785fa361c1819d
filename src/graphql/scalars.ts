import { GraphQLError } from 'graphql';
import type { Builder } from './types.ts';

/** What each scalar is to a resolver. Dates and moments come in as texts, because "today" depends on who asks. */
export type ScalarTypes = {
  ID: { Input: string; Output: string | number };
  Date: { Input: string; Output: string };
  DateTime: { Input: string; Output: Date };
  TimeZone: { Input: string; Output: string };
};

/** Scalars are texts on the wire; what a text must look like is checked with the other rules, which name its field. */
function text(name: string) {
  return (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} must be a text.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
}

/** The scalars that every domain uses. */
export function defineScalars(builder: Builder): void {
  builder.scalarType('Date', {
    description:
      'A calendar date, `2026-11-23`. As an input also `TODAY`, or an ISO 8601 duration from today such as `-P7D` or `P1W`, ' +
      'both by your own time zone and start of day.',
    parseValue: text('Date'),
    serialize: (value) => value,
  });
  builder.scalarType('DateTime', {
    description:
      'A moment in UTC, `2026-11-23T08:00:00.000Z`. As an input it may have any offset, and can also be `NOW`, `TODAY` ' +
      '(when your day started), or an ISO 8601 duration from now such as `-PT90M`.',
    parseValue: text('DateTime'),
    serialize: (value) => value.toISOString(),
  });
  builder.scalarType('TimeZone', {
    description: 'An IANA time zone, such as `Europe/Berlin`.',
    parseValue: text('TimeZone'),
    serialize: (value) => value,
  });
}
