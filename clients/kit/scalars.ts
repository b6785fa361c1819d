/** The types of the scalars on the wire, for GraphQL Code Generator: all but one are texts. */
export const scalars = {
  ID: 'string',
  Date: 'string',
  DateTime: 'string',
  TimeZone: 'string',
  JSON: 'unknown',
} as const;
