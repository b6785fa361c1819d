import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import TracingPlugin, { isRootField, runFunction } from '@pothos/plugin-tracing';
import { getDatamodel } from '../generated/pothos.ts';
import { Prisma, type PrismaClient } from '../generated/sqlite/client.ts';
import { fromGlobalId, toGlobalId } from '../platform/database/global-ids.ts';
import { InvalidInputError } from '../platform/errors.ts';
import { pageSize } from '../platform/queries/keyset-pagination.ts';
import type { SearchDocumentSpecs } from '../platform/search/search-documents.ts';
import { defineErrors } from './errors.ts';
import { defineInterfaces } from './interfaces.ts';
import { complexityOptions } from './limits/complexity.ts';
import { capitalize } from './names.ts';
import { authScopesPlugin } from './plugin/auth-scopes.ts';
import './plugin/declarations.ts';
import { waymarkPlugin } from './plugin/plugin.ts';
import { createRegistry } from './registry.ts';
import { defineScalars } from './scalars.ts';
import type { Builder, HouseTypes } from './types.ts';

/**
 * A schema builder with what all domains share: scalars and the root types.
 * @param onUnusedQuery what to do when a resolver drops Prisma's selection, which would load relations one by one
 */
export function createBuilder(searchDocuments: SearchDocumentSpecs, onUnusedQuery: 'error' | null): Builder {
  const builder = new SchemaBuilder<HouseTypes>({
    // Scopes are checked before errors are caught, so that a signed-out mutation is a top-level error and runs nothing.
    // Ours is before Prisma's, whose resolvers it passes over for partial records.
    plugins: [
      RelayPlugin,
      authScopesPlugin,
      ErrorsPlugin,
      ComplexityPlugin,
      TracingPlugin,
      DataloaderPlugin,
      waymarkPlugin,
      PrismaPlugin,
    ],
    defaultFieldNullability: false,
    registry: createRegistry(searchDocuments),
    relay: {
      cursorType: 'String',
      encodeGlobalID: (type, id) => toGlobalId(type, String(id)),
      decodeGlobalID(text) {
        const id = fromGlobalId(text);
        if (!id || !(id.type in Prisma.ModelName))
          throw new InvalidInputError([{ path: ['id'], message: 'must be an id that this server gave out' }]);
        return { typename: id.type, id: id.id };
      },
      edgesFieldOptions: { description: 'The nodes of this page with their cursors.' },
      nodeFieldOptions: { description: 'The node.' },
      cursorFieldOptions: { description: 'The place of the node in the list, for `after` and `before`.' },
      nodesOnConnection: { description: 'The nodes of this page.' },
      pageInfoFieldOptions: { description: 'Whether there are more pages, and the cursors to request them with.' },
      nodeTypeOptions: { description: 'An object with an id that is unique in the whole graph.' },
      idFieldOptions: { description: 'The id, unique in the whole graph.' },
      pageInfoTypeOptions: { description: 'The place of a page in its list.' },
      hasNextPageFieldOptions: { description: 'Whether there are nodes after this page, when paging forward.' },
      hasPreviousPageFieldOptions: { description: 'Whether there are nodes before this page, when paging backward.' },
      startCursorFieldOptions: { description: 'The cursor of the first node of the page. Null if the page is empty.' },
      endCursorFieldOptions: { description: 'The cursor of the last node of the page. Null if the page is empty.' },
      firstArgOptions: {
        description: `The number of nodes from the start, 1 to ${pageSize.max}. Default: ${pageSize.default}.`,
      },
      afterArgOptions: { description: 'Only nodes after this cursor.' },
      lastArgOptions: {
        description: `The number of nodes from the end, 1 to ${pageSize.max}. Not together with \`first\`.`,
      },
      beforeArgOptions: { description: 'Only nodes before this cursor.' },
      nodeQueryOptions: {
        description: 'The node with this id. Null if there is none.',
        args: { id: { description: 'The id of the node.' } },
      },
      nodesQueryOptions: {
        description:
          'The nodes with these ids, in the same order, with null for each that does not exist. At most 100.',
        args: { ids: { description: 'The ids of the nodes.' } },
        resolve: (_root, { ids }, _ctx, _info, resolveNodes) => {
          if (ids.length <= pageSize.max) return resolveNodes(ids);
          throw new InvalidInputError([{ path: ['ids'], message: `must be at most ${pageSize.max}` }]);
        },
      },
    },
    errors: {
      directResult: true,
      defaultTypes: [InvalidInputError],
      defaultUnionOptions: {
        name: ({ fieldName }) => `${capitalize(fieldName)}Result`,
        description: 'The result of the mutation: its payload, or the error that refused it.',
      },
    },
    complexity: complexityOptions,
    tracing: {
      default: (config) => isRootField(config),
      wrap:
        (resolver, _options, { parentType, name }) =>
        (parent, args, ctx, info) => {
          const run = () => resolver(parent, args, ctx, info);
          if (!ctx.log.isDebugging) return run();
          return runFunction(run, (error, milliseconds) =>
            ctx.log.debug({ field: `${parentType}.${name}`, milliseconds, failed: Boolean(error) }, 'resolved'),
          );
        },
    },
    prisma: {
      // The plugin only reads, but its type requires a client that can write.
      client: (ctx) => ctx.db as unknown as PrismaClient,
      dmmf: getDatamodel(),
      exposeDescriptions: true,
      onUnusedQuery,
    },
  });

  builder.queryType({ description: 'The root of all queries.', authScopes: { read: true } });
  builder.mutationType({ description: 'The root of all mutations.', authScopes: { write: true } });
  defineScalars(builder);
  defineInterfaces(builder);
  defineErrors(builder);
  return builder;
}
