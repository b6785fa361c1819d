import { type DocumentNode, type GraphQLSchema, getOperationAST, type OperationDefinitionNode } from 'graphql';
import { type CostCheck, createCostCheck } from './limits/complexity.ts';
import { createPageCheck } from './limits/page-limits.ts';

/** An operation of a document, with what its text alone tells. */
export interface Operation {
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  /** Checks its pages and its cost. @returns the cost @throws GraphQLError */
  readonly check: CostCheck;
}

/** The operations of documents. Made once for each, and kept for as long as its document is. */
export interface Operations {
  /** Undefined if the document has no such operation, or several and no name is given. */
  find(document: DocumentNode, name?: string | null): Operation | undefined;
}

/** Creates the operations of the documents of a schema. */
export function createOperations(schema: GraphQLSchema): Operations {
  const known = new WeakMap<OperationDefinitionNode, Operation>();

  function create(document: DocumentNode, node: OperationDefinitionNode): Operation {
    const checkPages = createPageCheck(document, node);
    const checkCost = createCostCheck(schema, document, node);
    return {
      document,
      node,
      check(asked) {
        checkPages(asked.variables);
        return checkCost(asked);
      },
    };
  }

  return {
    find(document, name) {
      const node = getOperationAST(document, name);
      if (!node) return undefined;
      const operation = known.get(node) ?? create(document, node);
      known.set(node, operation);
      return operation;
    },
  };
}
