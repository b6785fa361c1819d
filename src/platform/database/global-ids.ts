import { isUuid } from './ids.ts';
import type { NodeRef } from './node-refs.ts';

/*
 * Global ids are for the edge: GraphQL, HTTP, exports, and columns that name a node of any type as text. Services and the
 * rest of the platform use a model's name and a plain UUID.
 */

/** The id that clients see: the type and the UUID, such as `Task:0192…`, so that a client can make one itself. */
export function toGlobalId(type: string, id: string): string {
  return `${type}:${id}`;
}

/** The type and UUID in a global id; null if the text is not one. */
export function fromGlobalId(text: string): NodeRef | null {
  const [type, id, rest] = text.split(':');
  if (!type || id === undefined || rest !== undefined || !/^[A-Z][A-Za-z]*$/.test(type) || !isUuid(id)) return null;
  return { type, id };
}
