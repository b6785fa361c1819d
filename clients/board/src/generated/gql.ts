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
    "\n  query BoardColumn($status: TaskStatus!, $first: Int!, $after: String) {\n    tasks(\n      first: $first\n      after: $after\n      filter: { status: { eq: $status } }\n      orderBy: [{ field: UPDATED_AT, direction: DESC }]\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          estimateMinutes\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": typeof types.BoardColumnDocument,
    "\n  subscription BoardChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              estimateMinutes\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.BoardChangedDocument,
    "\n  fragment BoardAccount on Account {\n    id\n    name\n    email\n  }\n": typeof types.BoardAccountFragmentDoc,
    "\n  fragment BoardFormError on Error {\n    code\n    message\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n": typeof types.BoardFormErrorFragmentDoc,
    "\n  mutation BoardSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n": typeof types.BoardSignInDocument,
    "\n  mutation BoardSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n": typeof types.BoardSignUpDocument,
    "\n  query BoardTrash($first: Int!, $after: String) {\n    trash(first: $first, after: $after, types: [TASK]) {\n      nodes {\n        node {\n          __typename\n          ... on Task {\n            id\n            title\n            status\n            estimateMinutes\n            version\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": typeof types.BoardTrashDocument,
    "\n  mutation BoardSignOut {\n    signOut {\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": typeof types.BoardSignOutDocument,
    "mutation SendOutbox($input: BatchInput!) {\n  batch(input: $input) {\n    __typename\n    ... on BatchPayload {\n      items {\n        status\n        node { ... on Owned { version } ... on Trashable { trashedAt } }\n        error { code message ... on InvalidInputError { issues { path message } } ... on ConflictError { currentVersion } }\n      }\n    }\n    ... on Error { code message }\n  }\n}": typeof types.SendOutboxDocument,
};
const documents: Documents = {
    "\n  query BoardColumn($status: TaskStatus!, $first: Int!, $after: String) {\n    tasks(\n      first: $first\n      after: $after\n      filter: { status: { eq: $status } }\n      orderBy: [{ field: UPDATED_AT, direction: DESC }]\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          estimateMinutes\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": types.BoardColumnDocument,
    "\n  subscription BoardChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              estimateMinutes\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.BoardChangedDocument,
    "\n  fragment BoardAccount on Account {\n    id\n    name\n    email\n  }\n": types.BoardAccountFragmentDoc,
    "\n  fragment BoardFormError on Error {\n    code\n    message\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n": types.BoardFormErrorFragmentDoc,
    "\n  mutation BoardSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n": types.BoardSignInDocument,
    "\n  mutation BoardSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n": types.BoardSignUpDocument,
    "\n  query BoardTrash($first: Int!, $after: String) {\n    trash(first: $first, after: $after, types: [TASK]) {\n      nodes {\n        node {\n          __typename\n          ... on Task {\n            id\n            title\n            status\n            estimateMinutes\n            version\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n": types.BoardTrashDocument,
    "\n  mutation BoardSignOut {\n    signOut {\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n": types.BoardSignOutDocument,
    "mutation SendOutbox($input: BatchInput!) {\n  batch(input: $input) {\n    __typename\n    ... on BatchPayload {\n      items {\n        status\n        node { ... on Owned { version } ... on Trashable { trashedAt } }\n        error { code message ... on InvalidInputError { issues { path message } } ... on ConflictError { currentVersion } }\n      }\n    }\n    ... on Error { code message }\n  }\n}": types.SendOutboxDocument,
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
export function graphql(source: "\n  query BoardColumn($status: TaskStatus!, $first: Int!, $after: String) {\n    tasks(\n      first: $first\n      after: $after\n      filter: { status: { eq: $status } }\n      orderBy: [{ field: UPDATED_AT, direction: DESC }]\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          estimateMinutes\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query BoardColumn($status: TaskStatus!, $first: Int!, $after: String) {\n    tasks(\n      first: $first\n      after: $after\n      filter: { status: { eq: $status } }\n      orderBy: [{ field: UPDATED_AT, direction: DESC }]\n    ) {\n      edges {\n        cursor\n        node {\n          id\n          title\n          status\n          estimateMinutes\n          version\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BoardChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              estimateMinutes\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription BoardChanged($after: String) {\n    changed(after: $after, types: [TASK]) {\n      __typename\n      ... on ChangePage {\n        cursor\n        changes {\n          nodeId\n          node {\n            __typename\n            id\n            ... on Task {\n              title\n              status\n              estimateMinutes\n              version\n            }\n          }\n        }\n      }\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardAccount on Account {\n    id\n    name\n    email\n  }\n"): (typeof documents)["\n  fragment BoardAccount on Account {\n    id\n    name\n    email\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BoardFormError on Error {\n    code\n    message\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment BoardFormError on Error {\n    code\n    message\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoardSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n"): (typeof documents)["\n  mutation BoardSignIn($input: SignInInput!) {\n    signIn(input: $input) {\n      __typename\n      ... on SignInPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoardSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n"): (typeof documents)["\n  mutation BoardSignUp($input: SignUpInput!) {\n    signUp(input: $input) {\n      __typename\n      ... on SignUpPayload {\n        accessToken\n        refreshToken\n        account {\n          ...BoardAccount\n        }\n      }\n      ...BoardFormError\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BoardTrash($first: Int!, $after: String) {\n    trash(first: $first, after: $after, types: [TASK]) {\n      nodes {\n        node {\n          __typename\n          ... on Task {\n            id\n            title\n            status\n            estimateMinutes\n            version\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  query BoardTrash($first: Int!, $after: String) {\n    trash(first: $first, after: $after, types: [TASK]) {\n      nodes {\n        node {\n          __typename\n          ... on Task {\n            id\n            title\n            status\n            estimateMinutes\n            version\n          }\n        }\n      }\n      pageInfo {\n        endCursor\n        hasNextPage\n      }\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BoardSignOut {\n    signOut {\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation BoardSignOut {\n    signOut {\n      ... on Error {\n        code\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation SendOutbox($input: BatchInput!) {\n  batch(input: $input) {\n    __typename\n    ... on BatchPayload {\n      items {\n        status\n        node { ... on Owned { version } ... on Trashable { trashedAt } }\n        error { code message ... on InvalidInputError { issues { path message } } ... on ConflictError { currentVersion } }\n      }\n    }\n    ... on Error { code message }\n  }\n}"): (typeof documents)["mutation SendOutbox($input: BatchInput!) {\n  batch(input: $input) {\n    __typename\n    ... on BatchPayload {\n      items {\n        status\n        node { ... on Owned { version } ... on Trashable { trashedAt } }\n        error { code message ... on InvalidInputError { issues { path message } } ... on ConflictError { currentVersion } }\n      }\n    }\n    ... on Error { code message }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;