import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  isSpecifiedScalarType,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';

/** What stands in place of a name that the client did not send. */
const hidden = '…';

const namePattern = /[_A-Za-z][_0-9A-Za-z]*/g;
const quoted = /"(?:[^"\\]|\\.)*"/gs;

/**
 * Hides names of the schema that the client did not send from messages about its document and values, for servers without
 * introspection. The messages of graphql-js quote all names: `Value "DOEN" does not exist in "TaskStatus" enum.`
 */
export const hideNames: Plugin = {
  onValidate({ params: { schema, documentAST } }) {
    const hide = hiderFor(schema, documentAST, {});
    return ({ result, setResult }) => setResult(result.map((error) => hide(error as GraphQLError)));
  },
  onExecute({ args }) {
    return {
      onExecuteDone({ result, setResult }) {
        if (!isAsyncIterable(result)) setResult(hideNamesOf(result, args));
      },
    };
  },
  onSubscribe({ args }) {
    return {
      onSubscribeResult({ result, setResult }) {
        if (!isAsyncIterable(result)) setResult(hideNamesOf(result, args));
        return {
          onNext({ result: event, setResult: setEvent }) {
            if (!isAsyncIterable(event)) setEvent(hideNamesOf(event, args));
          },
        };
      },
    };
  },
};

/** The result of an operation with names hidden in its errors. */
export function hideNamesOf(
  result: ExecutionResult,
  { schema, document, variableValues }: Pick<ExecutionArgs, 'schema' | 'document' | 'variableValues'>,
): ExecutionResult {
  return result.errors ? { ...result, errors: result.errors.map(hiderFor(schema, document, variableValues)) } : result;
}

type Hider = (error: GraphQLError) => GraphQLError;

/** A function that hides names in the errors of a document. What it needs is made with the first error. */
function hiderFor(schema: GraphQLSchema, document: DocumentNode, variables: unknown): Hider {
  let sent: ReadonlySet<string> | undefined;
  return (error) => {
    if (!isAboutRequest(error)) return error;
    sent ??= new Set(`${document.loc?.source.body} ${JSON.stringify(variables)}`.match(namePattern));
    const message = hideIn(error.message, schema, sent);
    if (message === error.message) return error;
    const { nodes, source, positions, path, originalError, extensions } = error;
    return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
  };
}

/** Whether an error comes from graphql-js or a scalar. The messages of services are written for clients. */
function isAboutRequest({ originalError }: GraphQLError): boolean {
  return !originalError || (originalError instanceof GraphQLError && isAboutRequest(originalError));
}

function hideIn(message: string, schema: GraphQLSchema, sent: ReadonlySet<string>): string {
  const isType = (name: string) => {
    const type = schema.getType(name);
    return type !== undefined && !isSpecifiedScalarType(type);
  };
  return (
    message
      .replaceAll(quoted, (text) =>
        (text.match(namePattern) ?? []).every((name) => sent.has(name)) ? text : `"${hidden}"`,
      )
      // A scalar names itself without quotes. This also holds should quotes in a value be paired wrongly.
      .replaceAll(namePattern, (name) => (isType(name) && !sent.has(name) ? hidden : name))
  );
}
