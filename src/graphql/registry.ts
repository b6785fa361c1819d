import type { InputObjectRef } from '@pothos/core';
import type { ViewerContext } from '../platform/context.ts';
import type { NodeRef } from '../platform/database/node-refs.ts';
import type { SearchDocumentSpecs } from '../platform/search/search-documents.ts';
import type { Types } from './types.ts';

/** A mutation that can be part of a batch. */
interface Batchable {
  readonly description: string;
  readonly input: InputObjectRef<Types, unknown>;
  /** Runs it with a parsed input and returns the node that it is about. */
  readonly run: (ctx: ViewerContext, input: object) => Promise<NodeRef>;
}

/**
 * What features register while they add their parts of the schema, for those that are made of all others. Belongs to one
 * builder. It is complete once every feature has been defined, and read only while the schema is built.
 */
export interface Registry {
  /** The mutations that return a record, by name. */
  readonly batchable: Map<string, Batchable>;
  /** What is made once and shared by name: types, and the rules of inputs. */
  readonly shared: Map<string, unknown>;
  /** The models whose records search and the timeline find. */
  readonly searchDocuments: SearchDocumentSpecs;
}

export const createRegistry = (searchDocuments: SearchDocumentSpecs): Registry => ({
  batchable: new Map(),
  shared: new Map(),
  searchDocuments,
});

/** A shared value by its name, made on first use. */
export function once<T>({ shared }: Registry, name: string, make: () => T): T {
  if (!shared.has(name)) shared.set(name, make());
  return shared.get(name) as T;
}
