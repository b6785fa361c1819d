import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ComponentType, PropsWithChildren } from 'react';
import type { ChangesObserver } from '../../../kit/follow-changes.ts';
import type { Session } from '../../../kit/session.ts';
import type { Status, Task } from '../tasks.ts';

/** A column as far as it is loaded, by `refresh` and `loadMore`. */
export interface Column {
  readonly tasks: readonly Task[];
  readonly totalCount: number;
  readonly hasMore: boolean;
  /** False until the server has sent the first page. */
  readonly isLoaded: boolean;
  /** @throws if the page does not come */
  loadMore(): Promise<void>;
}

/** What the page needs of a GraphQL client. The components know nothing else of it. */
export interface Data {
  readonly Provider: ComponentType<PropsWithChildren>;
  /** A hook: a column, which follows the cache of the client. */
  useColumn(status: Status): Column;
  /**
   * Asks for all pages that are loaded, and for the first ones.
   * @throws if one does not come
   */
  refresh(): Promise<void>;
  /** @returns a function that ends the subscription */
  subscribe<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    observer: ChangesObserver<Result>,
  ): () => void;
  stop(): void;
}

export interface DataOptions {
  readonly endpoint: string;
  readonly session: Session;
  readonly onSignedOut: () => void;
  /** Sends the requests for lists. */
  readonly fetch: typeof fetch;
}

export type CreateData = (options: DataOptions) => Data;

/** Does one thing at a time for each column: pages that are asked for while all of them come again would not fit together. */
export function createTurns(): <Result>(status: Status, work: () => Promise<Result>) => Promise<Result> {
  const last: Partial<Record<Status, Promise<unknown>>> = {};
  return (status, work) => {
    const done = (last[status] ?? Promise.resolve()).then(work);
    last[status] = done.catch(() => {});
    return done;
  };
}

/** The tasks of a page, and the most that the API sends in one. */
export const pageSize = 20;
export const maxPageSize = 100;
