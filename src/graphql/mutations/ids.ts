import { type GraphQLInputObjectType, type GraphQLResolveInfo, getNamedType, isInputObjectType } from 'graphql';
import { fromGlobalId } from '../../platform/database/global-ids.ts';
import { isUuid } from '../../platform/database/ids.ts';
import type { RuleNotes } from '../../platform/validation/rule-notes.ts';

/**
 * An input with every global id in it parsed, so that services get plain UUIDs. Which fields hold ids, and of which types,
 * is known from the rules of the input type. Any other text becomes one that is no UUID, which the rules refuse by name.
 */
function parseIds(type: GraphQLInputObjectType, input: object): object {
  const fields = type.getFields();
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => {
      const field = fields[name];
      if (!field || value === null || value === undefined) return [name, value];
      const inner = getNamedType(field.type);
      const parse = isInputObjectType(inner) ? (one: unknown) => parseIds(inner, one as object) : parserOf(field);
      return [name, parse ? each(value, parse) : value];
    }),
  );
}

/** The `input` argument of the field that is being resolved, with every global id in it parsed. */
export function inputArgument({ parentType, fieldName }: GraphQLResolveInfo, input: object): object {
  const argument = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input');
  if (!argument) throw new Error(`${fieldName} has no input.`);
  return parseIds(getNamedType(argument.type) as GraphQLInputObjectType, input);
}

const each = (value: unknown, parse: (one: unknown) => unknown) =>
  Array.isArray(value) ? value.map((one) => (one === null ? one : parse(one))) : parse(value);

/** Different for different texts, so that a list of them is not refused for having one twice. */
const noId = (text: string) => `not an id: ${text}`;

function parserOf({ extensions }: { extensions: object }): ((value: unknown) => unknown) | null {
  const { idOf, chosenIdOf, nodeRef } = (extensions as { rule?: RuleNotes }).rule ?? {};
  if (nodeRef) return (value) => fromGlobalId(String(value)) ?? noId(String(value));
  if (idOf) return (value) => parseId(String(value), idOf);
  if (chosenIdOf) return (value) => (isUuid(String(value)) ? value : parseId(String(value), chosenIdOf));
  return null;
}

/** The UUID in the global id of a node of a type. Any other text becomes one that is no UUID. */
export function parseId(text: string, type: string): string {
  const id = fromGlobalId(text);
  return id?.type === type ? id.id : noId(text);
}
