import { isDeepStrictEqual } from 'node:util';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { columnOf, scalarsOf } from '../../platform/database/model-relations.ts';
import { hasVariables } from '../execution/arguments.ts';
import { type Collected, collectFields } from '../execution/collect-fields.ts';

/*
 * What a selection of fields shows of the records of a model, as Prisma's `select`. So a query reads the columns that are asked for, and
 * not those of whole records.
 */

type Select = Record<string, unknown>;
type Definition = GraphQLField<unknown, unknown>;

/** What a field says of the columns and relations that it shows, in its extensions. */
interface FieldExtensions {
  /** Pothos: the column whose value it is. */
  readonly pothosExposedField?: string;
  /** Pothos: the relation that it shows. */
  readonly pothosPrismaRelationField?: object;
  /** Pothos: what it selects of its record. */
  readonly pothosPrismaSelect?: Select | SelectOf | false;
  readonly pothosOptions?: {
    /** The columns that its resolver reads. Default: all. */
    readonly columns?: readonly string[];
  };
  /** Whether it shows the records that it selects as they are. Default: whether it shows a relation. */
  readonly showsRecords?: boolean;
}

type SelectOf = (
  args: object,
  context: object,
  nested: (query?: unknown) => unknown,
) => { readonly select: Select } | null;

/** Thrown where only the execution of a request can tell what is selected. */
export class NotProjected extends Error {
  override name = 'NotProjected';
}

/**
 * What is shown of the records of a type by the fields that selection sets select of it.
 * @throws NotProjected
 */
export function projectFields(from: Collected, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Select {
  const model = type.extensions.pothosPrismaModel;
  if (typeof model !== 'string') throw new NotProjected();
  // What loads more of a record finds it by its id.
  const select: Select = { id: true };
  for (const [node, ...more] of collectFields(from, type, sets).values()) {
    const definition = node && from.schema.getField(type, node.name.value);
    if (!definition || definition.name.startsWith('__')) continue;
    for (const [name, value] of Object.entries(projectField(from, model, definition, [node, ...more]))) {
      // A relation is selected once: otherwise with the arguments of which field?
      if (name in select && !isDeepStrictEqual(select[name], value)) throw new NotProjected();
      select[name] = value;
    }
  }
  return select;
}

function projectField(
  from: Collected,
  model: string,
  definition: Definition,
  nodes: readonly [FieldNode, ...FieldNode[]],
): Select {
  const {
    pothosPrismaSelect: select,
    pothosExposedField: exposed,
    pothosOptions,
  } = definition.extensions as FieldExtensions;
  if (!select) return named(pothosOptions?.columns ?? columnsOf(model, definition.name === 'id' ? 'id' : exposed));
  if (typeof select !== 'function') return select;
  const [node] = nodes;
  if (hasVariables(node)) throw new NotProjected();
  const args = getArgumentValues(definition, node, from.conditions, undefined, from.hideSuggestions);
  const made = select(args, ofRequest, (query) => below(from, definition, nodes, query));
  return made ? made.select : {};
}

/** The columns that a field may read: the one that it exposes, or any. */
const columnsOf = (model: string, exposed: string | undefined): string[] =>
  exposed !== undefined && columnOf(model, exposed) ? [exposed] : scalarsOf(model).map(({ name }) => name);

const named = (columns: readonly string[]): Select => Object.fromEntries(columns.map((name) => [name, true]));

/** Whether a field shows the records that it selects as they are. @param extensions those of the field */
export function showsRecords(extensions: object): boolean {
  const { pothosPrismaRelationField, showsRecords: isSaid } = extensions as FieldExtensions;
  return isSaid ?? pothosPrismaRelationField !== undefined;
}

/** What is shown of the records of a field. @param query how they are read, as Prisma takes it */
function below(from: Collected, definition: Definition, nodes: readonly FieldNode[], query: unknown): object {
  const type = getNamedType(definition.type);
  if (!showsRecords(definition.extensions) || !isObjectType(type) || typeof query === 'function')
    throw new NotProjected();
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  return { ...Object(query === true ? undefined : query), select: projectFields(from, type, sets) };
}

/** In place of the context of a request, which a projection outlives. */
const ofRequest = new Proxy(
  {},
  {
    get(): never {
      throw new NotProjected();
    },
  },
);
