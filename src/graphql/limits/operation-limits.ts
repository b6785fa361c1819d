import { ComplexityErrorKind, complexityFromQuery } from '@pothos/plugin-complexity';
import {
  type ASTVisitor,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type ValidationContext,
  type ValueNode,
  validate,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { pageSize } from '../../platform/queries/keyset-pagination.ts';
import { complexityOptions } from './complexity.ts';

/** How large a document may be, before anything of it is looked up. */
const max = { tokens: 4_000, fields: 1_000, aliases: 60, errors: 5 };

/**
 * Refuses documents that only cost. Tokens, fields and aliases are bounded, as are pages, wherever in the document they are
 * asked for; messages suggest no names, and introspection can be off.
 */
export function limitOperations({ introspection }: { introspection: boolean }): Plugin {
  return {
    onParse({ setParseFn, parseFn }) {
      setParseFn((source: string, options: object) => parseFn(source, { ...options, maxTokens: max.tokens }));
      return ({ result }) => {
        if (result instanceof GraphQLError) setCode(result, 'GRAPHQL_PARSE_FAILED');
      };
    },
    onValidate({ setValidationFn, addValidationRule }) {
      const options = { maxErrors: max.errors, hideSuggestions: !introspection };
      setValidationFn((schema, document, rules) => validate(schema, document, rules, options));
      addValidationRule(boundedSelections);
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ result }) => {
        for (const error of result) setCode(error as GraphQLError, 'GRAPHQL_VALIDATION_FAILED');
      };
    },
    onExecute({ args }) {
      Object.assign(args, { hideSuggestions: !introspection });
      checkPages(args);
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

/** A validation rule: bounds the fields and aliases of a document, fragments included. */
function boundedSelections(context: ValidationContext): ASTVisitor {
  let fields = 0;
  let aliases = 0;
  return {
    Field(node) {
      fields += 1;
      if (node.alias) aliases += 1;
    },
    Document: {
      leave() {
        if (fields <= max.fields && aliases <= max.aliases) return;
        const message = `The document is too large: at most ${max.fields} fields and ${max.aliases} aliases.`;
        context.reportError(
          new GraphQLError(message, { extensions: { code: 'TOO_LARGE', http: { status: 400, spec: true } } }),
        );
      },
    },
  };
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

/**
 * The costs of a subscription are within the limits. Those of other operations are counted by their root fields as they are
 * resolved, which for a subscription would be with every event, and after it was opened.
 */
function checkCost({ schema, document, operationName, variableValues, contextValue }: ExecutionArgs): void {
  const operation = getOperationAST(document, operationName);
  const definitions = document.definitions.filter((node) => node === operation || node.kind === 'FragmentDefinition');
  const variables = (variableValues ?? {}) as Record<string, unknown>;
  const cost = complexityFromQuery({ ...document, definitions }, { schema, variables, ctx: contextValue as object });
  for (const kind of Object.values(ComplexityErrorKind)) {
    const name = kind.toLowerCase() as keyof typeof complexityOptions.limit;
    if (cost[name] > complexityOptions.limit[name]) throw complexityOptions.complexityError(kind, cost);
  }
}
