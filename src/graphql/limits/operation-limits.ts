import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type ValueNode,
  validate,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { pageSize } from '../../platform/queries/keyset-pagination.ts';
import { checkCost } from './complexity.ts';
import { checkDocument, checkText } from './document-limits.ts';
import { checkVariables } from './variable-limits.ts';

/** The errors of one document that are returned. */
const maxErrors = 5;

/**
 * Refuses documents that only cost. What a document and its variables consist of is checked before validation, what it costs
 * before anything of it runs, and pages wherever they are asked for. The cost is in the context. Messages suggest no names, and
 * introspection can be off.
 */
export function limitOperations({ introspection }: { introspection: boolean }): Plugin<{ cost?: number }> {
  return {
    onParams({ params }) {
      checkVariables(params.variables);
    },
    onParse({ setParseFn, parseFn }) {
      setParseFn((source: string, options: object) => {
        checkText(source);
        const document = parseFn(source, options) as DocumentNode;
        checkDocument(document);
        return document;
      });
      return ({ result }) => {
        if (result instanceof GraphQLError) setCode(result, 'GRAPHQL_PARSE_FAILED');
      };
    },
    onValidate({ setValidationFn, addValidationRule }) {
      const options = { maxErrors, hideSuggestions: !introspection };
      setValidationFn((schema, document, rules) => validate(schema, document, rules, options));
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ result }) => {
        for (const error of result) setCode(error as GraphQLError, 'GRAPHQL_VALIDATION_FAILED');
      };
    },
    onExecute({ args, extendContext }) {
      Object.assign(args, { hideSuggestions: !introspection });
      checkPages(args);
      extendContext({ cost: checkCost(args) });
    },
    onSubscribe({ args }) {
      Object.assign(args, { hideSuggestions: !introspection });
      checkPages(args);
      checkCost(args);
    },
  };
}

function setCode(error: GraphQLError, code: string): void {
  error.extensions.code ??= code;
}

/** Every `first` and `last` of the operation that runs is from 1 to 100, and no list is given both. */
function checkPages({ document, operationName, variableValues }: ExecutionArgs): void {
  const variables = (variableValues ?? {}) as Record<string, unknown>;
  const operation = getOperationAST(document, operationName);
  const defaults = new Map<string, ValueNode | undefined>(
    operation?.variableDefinitions?.map(({ variable, defaultValue }) => [variable.name.value, defaultValue]),
  );
  const readValue = (node: ValueNode): unknown => {
    if (node.kind === 'IntValue') return Number(node.value);
    if (node.kind !== 'Variable') return null;
    const given = variables[node.name.value];
    const defaultOrder = defaults.get(node.name.value);
    return given === undefined && defaultOrder ? readValue(defaultOrder) : given;
  };
  visit(document, {
    OperationDefinition(node) {
      return node === operation ? undefined : false;
    },
    Field(node) {
      const asked = (node.arguments ?? []).filter(({ name }) => name.value === 'first' || name.value === 'last');
      const given = asked.filter(({ value }) => readValue(value) != null);
      for (const { name, value } of given) {
        const size = readValue(value) as number;
        if (size < 1 || size > pageSize.max) {
          throw new GraphQLError(`${name.value} must be from 1 to ${pageSize.max}, not ${size}.`, { nodes: [node] });
        }
      }
      if (given.length > 1) throw new GraphQLError('first and last must not be given together.', { nodes: [node] });
    },
  });
}
