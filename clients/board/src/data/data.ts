import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { ComponentType, PropsWithChildren } from 'react';
import type { ChangesObserver } from '../../../kit/follow-changes.ts';
import type { Session } from '../../../kit/session.ts';
import type { Status, Task } from '../tasks.ts';

/** A column as far as it is loaded. */
export interface Column {
  readonly tasks: readonly Task[];
  readonly totalCount: number;
  readonly hasMore: boolean;
  /** False until the server has sent the first page. */
  readonly isLoaded: boolean;
  loadMore(): Promise<unknown>;
}

/** What the page needs of a GraphQL client. The components know nothing else of it. */
export interface Data {
  readonly Provider: ComponentType<PropsWithChildren>;
  /** A hook: a column, which follows the cache of the client. */
  useColumn(status: Status): Column;
  /** Asks for all pages again that are loaded. */
  refresh(): Promise<void>;
  /** @throws if there is no response, or one with top-level errors */
  mutate<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
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
}

export type CreateData = (options: DataOptions) => Data;

/** The tasks of a page, and the most that the API sends in one. */
export const pageSize = 20;
export const maxPageSize = 100;
