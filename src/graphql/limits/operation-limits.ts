import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { spending } from '../../platform/runtime/processor-time.ts';
import type { CostCheck } from './complexity.ts';
import { checkDocument, checkText } from './document-limits.ts';
import { checkVariables } from './variable-limits.ts';

/** The errors of one document that are returned. */
const maxErrors = 5;

/** What checks an operation of a document. */
interface CheckedOperations {
  find(document: DocumentNode, name?: string | null): { readonly check: CostCheck } | undefined;
}

/**
 * Refuses documents that only cost. What a document and its variables consist of is checked before validation, what it costs
 * before anything of it runs, and pages wherever they are asked for. The cost is in the context. Messages suggest no names, and
 * introspection can be off.
 */
export function limitOperations(
  operations: CheckedOperations,
  { introspection }: { introspection: boolean },
): Plugin<{ cost?: number }> {
  const check = ({ document, operationName, variableValues, contextValue }: ExecutionArgs): number =>
    operations.find(document, operationName)?.check({ variables: variableValues ?? {}, contextValue }) ?? 0;
  return {
    onParams({ params }) {
      checkVariables(params.variables);
    },
    onParse({ setParseFn, parseFn }) {
      setParseFn((source: string, options: object) =>
        spending(() => {
          checkText(source);
          const document = parseFn(source, options) as DocumentNode;
          checkDocument(document);
          return document;
        }),
      );
      return ({ result }) => {
        if (result instanceof GraphQLError) setCode(result, 'GRAPHQL_PARSE_FAILED');
      };
    },
    onValidate({ setValidationFn, addValidationRule }) {
      const options = { maxErrors, hideSuggestions: !introspection };
      setValidationFn((schema, document, rules) => spending(() => validate(schema, document, rules, options)));
      if (!introspection) addValidationRule(NoSchemaIntrospectionCustomRule);
      return ({ result }) => {
        for (const error of result) setCode(error as GraphQLError, 'GRAPHQL_VALIDATION_FAILED');
      };
    },
    onExecute({ args, extendContext }) {
      Object.assign(args, { hideSuggestions: !introspection });
      extendContext({ cost: check(args) });
    },
    onSubscribe({ args }) {
      Object.assign(args, { hideSuggestions: !introspection });
      check(args);
    },
  };
}

function setCode(error: GraphQLError, code: string): void {
  error.extensions.code ??= code;
}
