import { graphql } from './generated/index.ts';

/*
 * What the page asks. `npm run generate` writes the types to generated/, for both clients. They add `__typename` by themselves; what is sent
 * by `fetch` asks for it.
 */

export const BoardColumn = graphql(`
  query BoardColumn($status: TaskStatus!, $first: Int!, $after: String) {
    tasks(
      first: $first
      after: $after
      filter: { status: { eq: $status } }
      orderBy: [{ field: UPDATED_AT, direction: DESC }]
    ) {
      edges {
        cursor
        node {
          id
          title
          status
          estimateMinutes
          version
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`);

export const BoardChanged = graphql(`
  subscription BoardChanged($after: String) {
    changed(after: $after, types: [TASK]) {
      __typename
      ... on ChangePage {
        cursor
        changes {
          nodeId
          node {
            __typename
            id
            ... on Task {
              title
              status
              estimateMinutes
              version
            }
          }
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

/** Who has signed in, by whichever mutation. */
export const BoardAccount = graphql(`
  fragment BoardAccount on Account {
    id
    name
    email
  }
`);

/** Why a form was refused. */
export const BoardFormError = graphql(`
  fragment BoardFormError on Error {
    code
    message
    ... on InvalidInputError {
      issues {
        path
        message
      }
    }
  }
`);

export const BoardSignIn = graphql(`
  mutation BoardSignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInPayload {
        accessToken
        refreshToken
        account {
          ...BoardAccount
        }
      }
      ...BoardFormError
    }
  }
`);

export const BoardSignUp = graphql(`
  mutation BoardSignUp($input: SignUpInput!) {
    signUp(input: $input) {
      __typename
      ... on SignUpPayload {
        accessToken
        refreshToken
        account {
          ...BoardAccount
        }
      }
      ...BoardFormError
    }
  }
`);

export const BoardTrash = graphql(`
  query BoardTrash($first: Int!, $after: String) {
    trash(first: $first, after: $after, types: [TASK]) {
      nodes {
        node {
          __typename
          ... on Task {
            id
            title
            status
            estimateMinutes
            version
          }
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
      totalCount
    }
  }
`);

export const BoardSignOut = graphql(`
  mutation BoardSignOut {
    signOut {
      ... on Error {
        code
        message
      }
    }
  }
`);
