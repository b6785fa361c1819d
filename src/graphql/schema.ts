import type { GraphQLSchema } from 'graphql';
import type { SearchDocumentSpecs } from '../platform/search/search-documents.ts';
import { createBuilder } from './builder.ts';
import { limitResponseSize } from './limits/response-size.ts';
import type { Builder } from './types.ts';

/** The part of a feature that makes its schema. */
interface Part {
  readonly schema?: (builder: Builder) => void;
}

/**
 * The schema of some features.
 * @param onUnusedQuery what to do when a resolver drops Prisma's selection; tests make it an error
 */
export function createSchema(
  features: readonly Part[],
  searchDocuments: SearchDocumentSpecs,
  onUnusedQuery: 'error' | null = null,
): GraphQLSchema {
  const builder = createBuilder(searchDocuments, onUnusedQuery);
  for (const { schema } of features) schema?.(builder);
  return limitResponseSize(builder.toSchema({ sortSchema: false }));
}
