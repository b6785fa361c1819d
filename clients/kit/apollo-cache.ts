import { type FieldPolicy, InMemoryCache, type TypePolicies } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
// Both are made from the schema: schema/possible-types.json and schema/connections.json.
import connections from '../../schema/connections.json' with { type: 'json' };
import possibleTypes from '../../schema/possible-types.json' with { type: 'json' };

/** The arguments that tell connections apart: filters and orders, but no pages. By type and field. */
const argumentsOf: Record<string, Record<string, string[]>> = connections.arguments;

/** The types of the fields that look a node up by its id: ids are unique in the whole graph. */
const typesById: Record<string, string> = connections.byId;

const byId = (type: string): FieldPolicy => ({
  read: (existing, { args, toReference }) => existing ?? toReference({ __typename: type, id: args?.id as string }),
});

/** Joins the pages of every connection, and lets a node that a list has brought serve a detail view. */
export function createTypePolicies(): TypePolicies {
  const policies: TypePolicies = {};
  for (const [type, fields] of Object.entries(argumentsOf)) {
    const pages = Object.entries(fields).map(([field, names]) => [field, relayStylePagination(names)]);
    policies[type] = { fields: Object.fromEntries(pages) };
  }
  const lookUps = Object.entries(typesById).map(([field, type]) => [field, byId(type)]);
  policies.Query = { fields: { ...policies.Query?.fields, ...Object.fromEntries(lookUps) } };
  return policies;
}

/** A cache that knows interfaces and unions: without them, Apollo Client drops the texts of errors. */
export const createCache = () => new InMemoryCache({ possibleTypes, typePolicies: createTypePolicies() });
