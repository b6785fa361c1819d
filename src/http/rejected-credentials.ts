import {
  type ExecutionArgs,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../platform/context.ts';

/**
 * Refuses requests whose credential is unknown, expired or revoked, unless they only ask for what opens or ends a session: a
 * client whose access token has expired sends it along when it refreshes its session, signs in or signs out.
 */
export const refuseRejected: Plugin<Partial<Context>> = {
  onExecute: ({ args }) => refuse(args),
  onSubscribe: ({ args }) => refuse(args),
};

/** @throws UnauthenticatedError if the credential is not valid and the operation takes a valid one */
function refuse({ contextValue, schema, document, operationName }: ExecutionArgs): void {
  const { rejected } = contextValue as Context;
  const operation = getOperationAST(document, operationName);
  if (rejected && !(operation && allowsRejected(schema, operation))) throw rejected.error;
}

/** Whether all fields of an operation are mutations that allow a rejected credential. */
export function allowsRejected(schema: GraphQLSchema, { operation, selectionSet }: OperationDefinitionNode): boolean {
  const mutations = schema.getMutationType()?.getFields();
  if (operation !== 'mutation' || !mutations) return false;
  // Fragments at the root are for none of these.
  const isAllowed = (selection: SelectionNode) =>
    selection.kind === 'Field' &&
    (selection.name.value === '__typename' || mutations[selection.name.value]?.extensions.allowsRejected === true);
  return selectionSet.selections.every(isAllowed);
}
