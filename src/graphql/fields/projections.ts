import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { Projection } from '../../platform/queries/projection.ts';
import { createLruMap, type LruMap } from '../../platform/runtime/lru-map.ts';
import { type Collected, collectFields } from '../execution/collect-fields.ts';
import { NotProjected, projectFields } from './project-fields.ts';

/**
 * The projections of fields that resolve to records, or to a page of them. Null where only the execution of a request can tell what
 * is selected. Each is found once for a field of a document, which is kept.
 */
export interface Projections {
  ofRecord(info: GraphQLResolveInfo): Projection | null;
  ofPage(info: GraphQLResolveInfo): Projection | null;
}

/** How many variants of a field are kept: one for each combination of what `@skip` and `@include` are given. */
const maxVariants = 16;

interface Known {
  /** The variables that `@skip` and `@include` below the field read. */
  readonly conditions: readonly string[];
  readonly variants: LruMap<{ readonly projection: Projection | null }>;
}

type Project = (from: Collected, type: GraphQLObjectType, set: SelectionSetNode) => Projection;

export function createProjections(): Projections {
  const ofFields = new WeakMap<FieldNode, Known>();

  function find(info: GraphQLResolveInfo, project: Project): Projection | null {
    const [node, ...more] = info.fieldNodes;
    // What several nodes select together belongs to none of them.
    if (!node || more.length > 0) return null;
    const { conditions, variants } = ofFields.get(node) ?? note(node, info);
    const { coerced } = info.variableValues;
    const key = conditions.length > 0 ? JSON.stringify(conditions.map((name) => coerced[name])) : '';
    const known = variants.get(key);
    if (known) return known.projection;
    const projection = unlessUnknown(() => projectBelow(info, node, project));
    variants.set(key, { projection });
    return projection;
  }

  function note(node: FieldNode, info: GraphQLResolveInfo): Known {
    const noted: Known = { conditions: conditionsBelow(node, info), variants: createLruMap(maxVariants) };
    ofFields.set(node, noted);
    return noted;
  }

  return {
    ofRecord: (info) => find(info, (from, type, set) => new Projection(projectFields(from, type, [set]))),
    ofPage: (info) => find(info, projectPage),
  };
}

function unlessUnknown(work: () => Projection): Projection | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof NotProjected) return null;
    throw error;
  }
}

function projectBelow(info: GraphQLResolveInfo, { selectionSet }: FieldNode, project: Project): Projection {
  const { schema, fragments, variableValues: conditions, returnType } = info;
  const type = getNamedType(returnType);
  if (!selectionSet || !isObjectType(type)) throw new NotProjected();
  return project({ schema, fragments, conditions, hideSuggestions: true }, type, selectionSet);
}

/** The projection of the records of a page, which are its `nodes`, and the `node` of each of its `edges`. */
function projectPage(from: Collected, page: GraphQLObjectType, set: SelectionSetNode): Projection {
  const selected = (type: GraphQLObjectType, sets: readonly SelectionSetNode[]) =>
    [...collectFields(from, type, sets).values()].map((nodes) => ({
      name: nodes[0]?.name.value ?? '',
      sets: nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    }));
  const typeBelow = (type: GraphQLObjectType, name: string) => {
    const below = getNamedType(type.getFields()[name]?.type);
    if (!isObjectType(below)) throw new NotProjected();
    return below;
  };
  const fields = selected(page, [set]);
  if (fields.every(({ name }) => name === 'totalCount' || name.startsWith('__'))) return new Projection(null);
  const sets = fields.flatMap(({ name, sets: below }) => {
    if (name !== 'edges') return name === 'nodes' ? below : [];
    const ofEdge = selected(typeBelow(page, name), below);
    return ofEdge.flatMap((field) => (field.name === 'node' ? field.sets : []));
  });
  return new Projection(projectFields(from, typeBelow(page, 'nodes'), sets));
}

/** The variables that directives below a field read. */
function conditionsBelow(node: FieldNode, { fragments }: GraphQLResolveInfo): string[] {
  const names = new Set<string>();
  const visited = new Set<string>();
  function note(below: FieldNode | SelectionSetNode): void {
    visit(below, {
      Directive({ arguments: given = [] }) {
        for (const { value } of given) if (value.kind === 'Variable') names.add(value.name.value);
      },
      FragmentSpread({ name: { value: name } }) {
        const fragment = fragments[name];
        if (!fragment || visited.has(name)) return;
        visited.add(name);
        note(fragment.selectionSet);
      },
    });
  }
  note(node);
  return [...names];
}
