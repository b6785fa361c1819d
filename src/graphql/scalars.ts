import { GraphQLError } from 'graphql';
import { formatTime } from '../platform/time/time-texts.ts';
import type { Builder } from './types.ts';

/** These scalars are text on the wire. What a text must look like is checked with the other rules, which name its field. */
function text(name: string) {
  return (value: unknown): string => {
    if (typeof value === 'string') return value;
    throw new GraphQLError(`${name} must be a text.`, { extensions: { code: 'BAD_USER_INPUT' } });
  };
}

/** The scalars that every feature uses. */
export function defineScalars(builder: Builder): void {
  builder.scalarType('Date', {
    description:
      'A calendar date, `2026-11-23`. Inputs also take `TODAY`, or an ISO 8601 duration from today such as `-P7D` or `P1W`. ' +
      'Today is the day in your time zone, from the time your day starts.',
    specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date',
    parseValue: text('Date'),
    serialize: (value) => value,
  });
  builder.scalarType('DateTime', {
    description:
      'A moment in UTC, `2026-11-23T08:00:00.000Z`. Inputs take any offset, and also `NOW`, `TODAY` (the start of your day), ' +
      'or an ISO 8601 duration from now such as `-PT90M`.',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
    parseValue: text('DateTime'),
    serialize: formatTime,
  });
  builder.scalarType('JSON', {
    description: 'Any JSON value: an object, a list, a text, a number, a boolean or null.',
    specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
    parseValue: (value) => value,
    serialize: (value) => value,
  });
  builder.scalarType('TimeZone', {
    description: 'An IANA time zone, such as `Europe/Berlin`.',
    specifiedByURL: 'https://www.iana.org/time-zones',
    parseValue: text('TimeZone'),
    serialize: (value) => value,
  });
}
