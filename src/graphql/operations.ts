import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  type VariableValues,
} from 'graphql';
import { spending } from '../platform/runtime/processor-time.ts';
import { planOperation } from './execution/operation-plan.ts';
import { type CostCheck, createCostCheck } from './limits/complexity.ts';
import { createPageCheck } from './limits/page-limits.ts';

/** Variables as a request gives them. */
type Variables = Readonly<Record<string, unknown>>;

/** What metrics, traces and the log call an operation. */
export interface OperationLabel {
  readonly type: OperationTypeNode;
  /** Its name as its document has it, cut if it is long. */
  readonly name: string;
  /** Type and name, as one text. */
  readonly key: string;
}

/** The length that names are cut to, which clients can make up. They have no characters that a cut could tear. */
const maxName = 100;

function labelOf(type: OperationTypeNode, fullName: string): OperationLabel {
  const name = fullName.slice(0, maxName);
  return { type, name, key: `${type} ${name}` };
}

/** The label of an operation of a document. */
export const labelOfNode = ({ operation, name }: OperationDefinitionNode): OperationLabel =>
  labelOf(operation, name?.value ?? 'anonymous');

/** Of subscriptions, and of operations that nobody signed in has sent: anybody can make up their names. */
export const unnamed: Readonly<Record<OperationTypeNode, OperationLabel>> = {
  query: labelOf(OperationTypeNode.QUERY, 'other'),
  mutation: labelOf(OperationTypeNode.MUTATION, 'other'),
  subscription: labelOf(OperationTypeNode.SUBSCRIPTION, 'other'),
};

/** An operation of a valid document, with what its text alone tells. */
export interface Operation {
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  readonly label: OperationLabel;
  /** Checks its pages and its cost. @returns the cost @throws GraphQLError */
  readonly check: CostCheck;
  /** Coerces its variables. Null if they are not valid. */
  readonly coerce: (variables: Variables) => VariableValues | null;
  /** Executes a query or mutation. @param coerced the variables once more, coerced */
  readonly execute: (
    contextValue: unknown,
    variables: Variables,
    coerced: VariableValues,
  ) => Promise<ExecutionResult> | ExecutionResult;
}

/** The operations of documents. Made once for each, and kept for as long as its document is. */
export interface Operations {
  /** Undefined if the document has no such operation, or several and no name is given. */
  find(document: DocumentNode, name?: string | null): Operation | undefined;
}

/**
 * Creates the operations of the documents of a schema.
 * @param options.hideSuggestions whether messages suggest no names
 */
export function createOperations(schema: GraphQLSchema, options: { hideSuggestions: boolean }): Operations {
  const known = new WeakMap<OperationDefinitionNode, Operation>();

  function create(document: DocumentNode, node: OperationDefinitionNode): Operation {
    const checkPages = createPageCheck(document, node);
    const checkCost = createCostCheck(schema, document, node);
    const plan = planOperation(schema, document, node, options);
    return {
      document,
      node,
      label: labelOfNode(node),
      check(asked) {
        checkPages(asked.variables);
        return checkCost(asked);
      },
      coerce(variables) {
        const { variableValues } = getVariableValues(schema, node.variableDefinitions ?? [], variables, {
          maxErrors: 1,
        });
        return variableValues ?? null;
      },
      execute: (contextValue, variableValues, coerced) =>
        plan
          ? plan({ contextValue, variableValues: coerced })
          : execute({ schema, document, operationName: node.name?.value, contextValue, variableValues, ...options }),
    };
  }

  return {
    find(document, name) {
      const node = getOperationAST(document, name);
      if (!node) return undefined;
      const found = known.get(node);
      if (found) return found;
      const operation = spending(() => create(document, node));
      known.set(node, operation);
      return operation;
    },
  };
}
