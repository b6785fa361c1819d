/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query TaskList($first: Int!, $after: String, $filter: TaskFilter) {\n    tasks(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": typeof types.TaskListDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      status\n      version\n    }\n  }\n": typeof types.TaskDetailDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Owned {\n        version\n      }\n      ... on Task {\n        title\n      }\n    }\n  }\n": typeof types.AnyNodeDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      ... on CreateTaskPayload {\n        task {\n          id\n          title\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n": typeof types.CreateTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      ... on CompleteTaskPayload {\n        task {\n          id\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on RefreshSessionPayload {\n        accessToken\n        refreshToken\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RefreshSessionDocument,
    "\n  query LabelNames {\n    labels {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.LabelNamesDocument,
    "\n  mutation CreateLabel($input: CreateLabelInput!) {\n    createLabel(input: $input) {\n      ... on CreateLabelPayload {\n        label {\n          id\n          name\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.CreateLabelDocument,
    "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenPayload {\n        token\n        accessToken {\n          id\n          scopes\n        }\n      }\n    }\n  }\n": typeof types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenPayload {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n": typeof types.RevokeAccessTokenDocument,
    "\n  subscription TasksChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          action\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.TasksChangedDocument,
    "\n  mutation Batch($input: BatchInput!) {\n    batch(input: $input) {\n      __typename\n      ... on BatchPayload {\n        isDone\n        items {\n          status\n          node {\n            id\n            ... on Task {\n              title\n              status\n            }\n            ... on Label {\n              name\n            }\n          }\n          error {\n            __typename\n            code\n            message\n          }\n        }\n      }\n    }\n  }\n": typeof types.BatchDocument,
};
const documents: Documents = {
    "\n  query TaskList($first: Int!, $after: String, $filter: TaskFilter) {\n    tasks(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": types.TaskListDocument,
    "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      status\n      version\n    }\n  }\n": types.TaskDetailDocument,
    "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Owned {\n        version\n      }\n      ... on Task {\n        title\n      }\n    }\n  }\n": types.AnyNodeDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      ... on CreateTaskPayload {\n        task {\n          id\n          title\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n": types.CreateTaskDocument,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      ... on CompleteTaskPayload {\n        task {\n          id\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on RefreshSessionPayload {\n        accessToken\n        refreshToken\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.RefreshSessionDocument,
    "\n  query LabelNames {\n    labels {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.LabelNamesDocument,
    "\n  mutation CreateLabel($input: CreateLabelInput!) {\n    createLabel(input: $input) {\n      ... on CreateLabelPayload {\n        label {\n          id\n          name\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.CreateLabelDocument,
    "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenPayload {\n        token\n        accessToken {\n          id\n          scopes\n        }\n      }\n    }\n  }\n": types.CreateAccessTokenDocument,
    "\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenPayload {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n": types.RevokeAccessTokenDocument,
    "\n  subscription TasksChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          action\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.TasksChangedDocument,
    "\n  mutation Batch($input: BatchInput!) {\n    batch(input: $input) {\n      __typename\n      ... on BatchPayload {\n        isDone\n        items {\n          status\n          node {\n            id\n            ... on Task {\n              title\n              status\n            }\n            ... on Label {\n              name\n            }\n          }\n          error {\n            __typename\n            code\n            message\n          }\n        }\n      }\n    }\n  }\n": types.BatchDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskList($first: Int!, $after: String, $filter: TaskFilter) {\n    tasks(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query TaskList($first: Int!, $after: String, $filter: TaskFilter) {\n    tasks(first: $first, after: $after, filter: $filter) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      status\n      version\n    }\n  }\n"): (typeof documents)["\n  query TaskDetail($id: ID!) {\n    task(id: $id) {\n      id\n      title\n      status\n      version\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Owned {\n        version\n      }\n      ... on Task {\n        title\n      }\n    }\n  }\n"): (typeof documents)["\n  query AnyNode($id: ID!) {\n    node(id: $id) {\n      id\n      ... on Owned {\n        version\n      }\n      ... on Task {\n        title\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      ... on CreateTaskPayload {\n        task {\n          id\n          title\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      ... on CreateTaskPayload {\n        task {\n          id\n          title\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      ... on CompleteTaskPayload {\n        task {\n          id\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      ... on CompleteTaskPayload {\n        task {\n          id\n          status\n          version\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on RefreshSessionPayload {\n        accessToken\n        refreshToken\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RefreshSession($input: RefreshSessionInput!) {\n    refreshSession(input: $input) {\n      ... on RefreshSessionPayload {\n        accessToken\n        refreshToken\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LabelNames {\n    labels {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query LabelNames {\n    labels {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateLabel($input: CreateLabelInput!) {\n    createLabel(input: $input) {\n      ... on CreateLabelPayload {\n        label {\n          id\n          name\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateLabel($input: CreateLabelInput!) {\n    createLabel(input: $input) {\n      ... on CreateLabelPayload {\n        label {\n          id\n          name\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenPayload {\n        token\n        accessToken {\n          id\n          scopes\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateAccessToken($input: CreateAccessTokenInput!) {\n    createAccessToken(input: $input) {\n      __typename\n      ... on CreateAccessTokenPayload {\n        token\n        accessToken {\n          id\n          scopes\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenPayload {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {\n    revokeAccessToken(input: $input) {\n      __typename\n      ... on RevokeAccessTokenPayload {\n        accessToken {\n          revokedAt\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription TasksChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          action\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription TasksChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          action\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Batch($input: BatchInput!) {\n    batch(input: $input) {\n      __typename\n      ... on BatchPayload {\n        isDone\n        items {\n          status\n          node {\n            id\n            ... on Task {\n              title\n              status\n            }\n            ... on Label {\n              name\n            }\n          }\n          error {\n            __typename\n            code\n            message\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation Batch($input: BatchInput!) {\n    batch(input: $input) {\n      __typename\n      ... on BatchPayload {\n        isDone\n        items {\n          status\n          node {\n            id\n            ... on Task {\n              title\n              status\n            }\n            ... on Label {\n              name\n            }\n          }\n          error {\n            __typename\n            code\n            message\n          }\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;