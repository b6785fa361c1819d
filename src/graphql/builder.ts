import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import DataloaderPlugin from '@pothos/plugin-dataloader';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import TracingPlugin, { isRootField, runFunction } from '@pothos/plugin-tracing';
import { getDatamodel } from '../generated/pothos.ts';
import { Prisma, type PrismaClient } from '../generated/sqlite/client.ts';
import type { ViewerContext } from '../platform/context.ts';
import { fromGlobalId, toGlobalId } from '../platform/database/ids.ts';
import { ForbiddenError, InvalidInputError, UnauthenticatedError } from '../platform/errors.ts';
import { pageSize } from '../platform/queries/keyset-pagination.ts';
import type { SearchDocumentSpecs } from '../platform/search/search-documents.ts';
import { defineErrors } from './errors.ts';
import { defineInterfaces } from './interfaces.ts';
import { complexityOptions } from './limits/complexity.ts';
import { waymarkPlugin } from './plugin/plugin.ts';
import { createRegistry } from './registry.ts';
import { defineScalars } from './scalars.ts';
import type { Builder, HouseTypes } from './types.ts';

const capitalize = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * A schema builder with what all domains share: scalars and the root types.
 * @param onUnusedQuery what to do when a resolver drops Prisma's selection, which would load relations one by one
 */
export function createBuilder(searchDocuments: SearchDocumentSpecs, onUnusedQuery: 'error' | null): Builder {
  const builder = new SchemaBuilder<HouseTypes>({
    // Scopes are checked before errors are caught, so that a signed-out mutation is a top-level error and runs nothing.
    plugins: [
      RelayPlugin,
      ScopeAuthPlugin,
      ErrorsPlugin,
      ComplexityPlugin,
      TracingPlugin,
      DataloaderPlugin,
      PrismaPlugin,
      waymarkPlugin,
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
      edgesFieldOptions: { description: 'The rows of this page, each with its cursor.' },
      nodeFieldOptions: { description: 'The row.' },
      cursorFieldOptions: { description: 'Where the row stands in the list, for `after` and `before`.' },
      nodesOnConnection: { description: 'The rows of this page.' },
      pageInfoFieldOptions: { description: 'Whether there is more, and the cursors to get it with.' },
      nodeTypeOptions: { description: 'A row with an id that is its own in the whole graph.' },
      idFieldOptions: { description: 'The id of the row, its own in the whole graph.' },
      pageInfoTypeOptions: { description: 'Where a page stands in its list.' },
      hasNextPageFieldOptions: { description: 'Whether there are rows after this page, when paging forward.' },
      hasPreviousPageFieldOptions: { description: 'Whether there are rows before this page, when paging backward.' },
      startCursorFieldOptions: { description: 'The cursor of the first row of the page; null when it is empty.' },
      endCursorFieldOptions: { description: 'The cursor of the last row of the page; null when it is empty.' },
      firstArgOptions: {
        description: `Rows from the start: 1 to ${pageSize.max}; ${pageSize.default} when nothing is said.`,
      },
      afterArgOptions: { description: 'Only rows after this cursor.' },
      lastArgOptions: { description: `Rows from the end: 1 to ${pageSize.max}. Not together with \`first\`.` },
      beforeArgOptions: { description: 'Only rows before this cursor.' },
      nodeQueryOptions: {
        description: 'Any row by its id; null when there is none, or it is not yours.',
        args: { id: { description: 'The id of the row.' } },
      },
      nodesQueryOptions: {
        description:
          'Rows by their ids, in the same order; null in the place of each that is not there or not yours. At most 100.',
        args: { ids: { description: 'The ids of the rows.' } },
        resolve: (_root, { ids }, _ctx, _info, resolveNodes) => {
          if (ids.length <= pageSize.max) return resolveNodes(ids);
          throw new InvalidInputError([{ path: ['ids'], message: `must be at most ${pageSize.max}` }]);
        },
      },
    },
    scopeAuth: {
      // Before anything is read, as with the other root types, and not with each event.
      authorizeOnSubscribe: true,
      authScopes: ({ viewer }) => ({
        read: isSignedIn(viewer),
        write: isSignedIn(viewer) && viewer.canWrite,
        session: isSignedIn(viewer) && viewer.sessionId !== null,
      }),
      unauthorizedError: (_parent, { viewer }) =>
        isSignedIn(viewer)
          ? new ForbiddenError('What you signed in with may not do this.')
          : new UnauthenticatedError('Sign in first.'),
    },
    errors: {
      directResult: true,
      defaultTypes: [InvalidInputError],
      defaultUnionOptions: {
        name: ({ fieldName }) => `${capitalize(fieldName)}Result`,
        description: 'What comes of the mutation: the row as it is now, or why it was refused.',
      },
    },
    complexity: complexityOptions,
    tracing: {
      default: (config) => isRootField(config),
      wrap:
        (resolver, _options, { parentType, name }) =>
        (parent, args, ctx, info) =>
          runFunction(
            () => resolver(parent, args, ctx, info),
            (error, milliseconds) =>
              ctx.log.debug({ field: `${parentType}.${name}`, milliseconds, failed: Boolean(error) }, 'resolved'),
          ),
    },
    prisma: {
      client: (ctx) => ctx.db as unknown as PrismaClient,
      dmmf: getDatamodel(),
      exposeDescriptions: true,
      onUnusedQuery,
    },
  });

  builder.queryType({ description: 'What can be read.', authScopes: { read: true } });
  builder.mutationType({ description: 'What can be changed.', authScopes: { write: true } });
  defineScalars(builder);
  defineInterfaces(builder);
  defineErrors(builder);
  return builder;
}

/** The context's type says there is a viewer; this is where it is made true. */
const isSignedIn = (viewer: ViewerContext['viewer'] | null): viewer is ViewerContext['viewer'] => viewer !== null;
