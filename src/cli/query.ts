import { existsSync, readFileSync } from 'node:fs';
import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  print as printDocument,
  type TypeNode,
} from 'graphql';
import { errorOf, isRefused } from '../mcp/answers.ts';
import { clientOptions, clientUsage, withClient } from './client.ts';
import { CommandError, defineCommand, exitCodes, print, printError, UsageError } from './command.ts';
import { toCommandError } from './refusals.ts';

export const query = defineCommand({
  name: 'query',
  usage: `<file, '{ … }' or - for standard input> [--var <name>=<value>]… [--operation <name>] [--json] ${clientUsage}`,
  summary: 'send a query or mutation, and print its data as JSON; --json prints the whole response on one line',
  options: { ...clientOptions, var: { type: 'string', multiple: true }, operation: { type: 'string' } },
  files: 1,
  async run(config, { var: pairs, operation: name, json = false, ...connection }, [source]) {
    if (source === undefined) throw new UsageError('Say what to ask: a file, a text, or - for standard input.');
    const given = readSource(source);
    const document = parseDocument(given);
    const operation = operationOf(document, name);
    const variables = variablesOf(operation, (pairs ?? []) as unknown as string[]);
    // Queries go as they are, so that errors name their lines.
    const text = operation.operation === 'mutation' ? printDocument(withErrors(document)) : given;
    const answer = await withClient(config, connection, (client) => client.ask(text, variables, name));
    const { status: _status, ...body } = answer;
    const refused = removeErrors(operation, body.data);
    print(json ? JSON.stringify(body) : JSON.stringify(body.data ?? null, null, 2));
    const error = errorOf(answer);
    if (error) throw toCommandError(error);
    if (refused.length === 0) return 0;
    printError(refused.join('\n'));
    return exitCodes.refused;
  },
});

const looksLikeGraphQL = (source: string) => /^\s*(\{|#|query\b|mutation\b|subscription\b|fragment\b)/.test(source);

/** What an argument names: a file if there is one, standard input, or the text itself. */
function readSource(source: string): string {
  if (source === '-') return readFileSync(0, 'utf8');
  return looksLikeGraphQL(source) && !existsSync(source) ? source : readFileSync(source, 'utf8');
}

function parseDocument(text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    throw new CommandError(
      exitCodes.refused,
      `${error.message}${place ? ` Line ${place.line}, column ${place.column}.` : ''}`,
    );
  }
}

/** The operation that is to run. @throws UsageError if it is not clear which, or it is a subscription */
function operationOf({ definitions }: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const all = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = all.map((operation) => operation.name?.value ?? '(unnamed)').join(', ');
  const found = name === undefined ? all : all.filter((operation) => operation.name?.value === name);
  const [operation, ...others] = found;
  if (!operation) throw new UsageError(`There is no operation${name ? ` ${name}` : ''} in it. It has: ${names}.`);
  if (others.length > 0) throw new UsageError(`Say which operation to run by --operation: ${names}.`);
  if (operation.operation === 'subscription')
    throw new UsageError('Subscriptions are for clients that stay. docs/LIVE.md shows how to follow one.');
  return operation;
}

/** The values of variables from `name=value`. @throws UsageError if one is not declared, or its value is not JSON where it has to be */
function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, given: readonly string[]) {
  const declared = new Map(variableDefinitions.map(({ variable, type }) => [variable.name.value, type]));
  const entries = given.map((pair): [string, unknown] => {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--var takes <name>=<value>, not ${pair}.`);
    const name = pair.slice(0, at);
    const type = declared.get(name);
    if (!type)
      throw new UsageError(
        `The operation has no variable $${name}. It has: ${[...declared.keys()].join(', ') || 'none'}.`,
      );
    return [name, variableOf(name, type, pair.slice(at + 1))];
  });
  return Object.fromEntries(entries);
}

/** Texts, ids, dates and enum values are taken as they are. Numbers, booleans, lists, objects and null are JSON. */
function variableOf(name: string, type: TypeNode, text: string): unknown {
  const inner = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  const isJson =
    inner.kind === Kind.LIST_TYPE ||
    ['Int', 'Float', 'Boolean', 'JSON'].includes(inner.name.value) ||
    /^\s*\{/.test(text);
  if (!isJson) return text === 'null' && type.kind !== Kind.NON_NULL_TYPE ? null : text;
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`--var ${name} must be JSON: $${name} has the type ${printDocument(type)}.`);
  }
}

/** The names under which mutations are asked for the type of their results, and why they were refused. No document of a person has them. */
const names = { type: 'waymarkType', code: 'waymarkCode', message: 'waymarkMessage' };

/** The fields of errors: every mutation returns a payload or one of them. */
const errorSelections = parse(
  `{ ${names.type}: __typename ... on Error { ${names.code}: code ${names.message}: message } }`,
).definitions.flatMap((definition) =>
  definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
);

/** A document whose mutations also tell whether and why they were refused. */
function withErrors(document: DocumentNode): DocumentNode {
  const definitions = document.definitions.map((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation !== 'mutation') return definition;
    const selections = definition.selectionSet.selections.map((field) =>
      field.kind === Kind.FIELD && field.selectionSet
        ? {
            ...field,
            selectionSet: {
              ...field.selectionSet,
              selections: [...errorSelections, ...field.selectionSet.selections],
            },
          }
        : field,
    );
    return { ...definition, selectionSet: { ...definition.selectionSet, selections } };
  });
  return { ...document, definitions };
}

/** Removes these fields from the data, which then is what was asked for. @returns the mutations that were refused, and why */
function removeErrors({ operation }: OperationDefinitionNode, data: Record<string, unknown> | null | undefined) {
  if (operation !== 'mutation' || !data) return [];
  return Object.entries(data).flatMap(([field, value]) => {
    if (typeof value !== 'object' || value === null) return [];
    const result = value as Record<string, unknown>;
    const [type, code, message] = Object.values(names).map((name) => result[name]);
    for (const name of Object.values(names)) delete result[name];
    if (typeof type !== 'string' || !isRefused({ __typename: type })) return [];
    return [`${field}: ${String(code)}: ${String(message)}`];
  });
}
