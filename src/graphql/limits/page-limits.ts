import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type OperationDefinitionNode,
  type ValueNode,
  visit,
} from 'graphql';
import { pageSize } from '../../platform/queries/keyset-pagination.ts';

/** Checks the pages that an operation asks for with some variables. @throws GraphQLError */
export type PageCheck = (variables: Readonly<Record<string, unknown>>) => void;

/** An argument `first` or `last`. */
interface Size {
  readonly name: string;
  readonly value: ValueNode;
}

/** Every `first` and `last` of an operation is from 1 to 100, and no list is given both. */
export function createPageCheck(document: DocumentNode, operation: OperationDefinitionNode): PageCheck {
  const pages = pagesOf(document, operation);
  const valueIn = createValueReader(operation);
  return (variables) => {
    for (const { field, sizes } of pages) {
      const given = sizes.filter(({ value }) => valueIn(variables, value) != null);
      for (const { name, value } of given) {
        const size = valueIn(variables, value) as number;
        if (size < 1 || size > pageSize.max) {
          throw new GraphQLError(`${name} must be from 1 to ${pageSize.max}, not ${size}.`, { nodes: [field] });
        }
      }
      if (given.length > 1) throw new GraphQLError('first and last must not be given together.', { nodes: [field] });
    }
  };
}

/** The fields of an operation, and of all fragments, that have a page size. */
function pagesOf(document: DocumentNode, operation: OperationDefinitionNode): { field: FieldNode; sizes: Size[] }[] {
  const pages: { field: FieldNode; sizes: Size[] }[] = [];
  visit(document, {
    OperationDefinition: (node) => (node === operation ? undefined : false),
    Field(field) {
      const sizes = (field.arguments ?? []).map(({ name, value }) => ({ name: name.value, value })).filter(isPageSize);
      if (sizes.length > 0) pages.push({ field, sizes });
    },
  });
  return pages;
}

/** Whether an argument is the size of a page. */
export const isPageSize = ({ name }: { readonly name: string }) => name === 'first' || name === 'last';

/** Reads the value of a page size: an integer, or null. */
function createValueReader(operation: OperationDefinitionNode) {
  const defaults = new Map<string, ValueNode | undefined>(
    operation.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  return function valueIn(variables: Readonly<Record<string, unknown>>, node: ValueNode): unknown {
    if (node.kind === 'IntValue') return Number(node.value);
    if (node.kind !== 'Variable') return null;
    const given = variables[node.name.value];
    const otherwise = defaults.get(node.name.value);
    return given === undefined && otherwise ? valueIn(variables, otherwise) : given;
  };
}
