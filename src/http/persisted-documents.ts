import { hash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { createLruMap } from '../platform/runtime/lru-map.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** What a request may say of its document. */
interface Asked {
  readonly query?: unknown;
  /** The id of a document in place of its text. */
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** Finds the documents of requests that name them by an id. */
export interface PersistedDocuments {
  /**
   * What a request asks for, with the text of its document.
   * @param isInner whether the server itself asks, whose documents are all trusted
   * @throws GraphQLError if the document is not known, or not allowed
   */
  resolve<P extends Asked>(asked: P, isInner: boolean): P;
}

/** How many characters the texts that clients have registered may have together. */
const maxRegistered = 500_000;

/** A longer text would displace too many others. It is run, and sent again the next time. */
const maxText = 50_000;

const sha256 = /^[\da-f]{64}$/;

function refusal(code: string, message: string, status: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}

/**
 * Documents by their ids: those that are trusted, and those that clients register with their SHA-256 hash (automatic persisted
 * queries), for as long as they are used.
 * @param trusted null if there are none; then every document is allowed
 */
export function createPersistedDocuments(trusted: TrustedDocuments | null): PersistedDocuments {
  const registered = createLruMap<string>(maxRegistered, (id, text) => id.length + text.length);

  function textOf(id: string, query: unknown): string {
    const text = trusted?.byId.get(id);
    if (text !== undefined) {
      if (query == null || query === text) return text;
      throw refusal('BAD_REQUEST', 'The document of this id has another text.', 400);
    }
    if (trusted?.isOnly) throw untrusted();
    if (query == null) {
      const known = registered.get(id);
      if (known !== undefined) return known;
      // Clients know it by this message or the code, and send the text. It is no failure.
      throw refusal('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound', 200);
    }
    if (typeof query !== 'string' || !sha256.test(id) || hash('sha256', query) !== id)
      throw refusal('BAD_REQUEST', 'The SHA-256 hash is not that of the document.', 400);
    if (query.length <= maxText) registered.set(id, query);
    return query;
  }

  return {
    resolve(asked, isInner) {
      const id = idOf(asked);
      if (id !== null) return { ...asked, query: textOf(id, asked.query) };
      if (trusted?.isOnly && !isInner && typeof asked.query === 'string' && !trusted.texts.has(asked.query))
        throw untrusted();
      return asked;
    },
  };
}

const untrusted = () =>
  refusal('DOCUMENT_NOT_TRUSTED', 'This server runs only the documents that its operator has listed.', 403);

/** The id by which a request names its document, by either convention. Null if it does not. */
function idOf({ documentId, extensions }: Asked): string | null {
  if (documentId == null && extensions == null) return null;
  const id = documentId ?? (extensions as { persistedQuery?: { sha256Hash?: unknown } })?.persistedQuery?.sha256Hash;
  return typeof id === 'string' ? id.replace(/^sha256:/, '') : null;
}

/** Finds the documents of requests that take the way through Yoga. Comes before the plugins that read them. */
export const findDocuments = (documents: PersistedDocuments): Plugin<object, { isInner: boolean }> => ({
  onParams({ params, setParams, request, context }) {
    // Yoga says what is wrong with others.
    if (typeof params !== 'object' || params === null || Array.isArray(params)) return;
    // Yoga reads no id from an address.
    const id = request.method === 'GET' ? new URL(request.url).searchParams.get('documentId') : null;
    const asked = id === null ? params : { ...params, documentId: id };
    const found = documents.resolve(asked, (context as { isInner?: boolean }).isInner === true);
    if (found !== params) setParams(found);
  },
});
