import { graphql } from './generated/index.ts';

/** What the clients of these tests ask, typed from the committed schema. */

export const TaskList = graphql(`
  query TaskList($first: Int!, $after: String, $filter: TaskFilter) {
    tasks(first: $first, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          title
          status
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

export const TaskDetail = graphql(`
  query TaskDetail($id: ID!) {
    task(id: $id) {
      id
      title
      status
      version
    }
  }
`);

export const AnyNode = graphql(`
  query AnyNode($id: ID!) {
    node(id: $id) {
      id
      ... on Owned {
        version
      }
      ... on Task {
        title
      }
    }
  }
`);

export const CreateTask = graphql(`
  mutation CreateTask($input: CreateTaskInput!) {
    createTask(input: $input) {
      ... on CreateTaskPayload {
        task {
          id
          title
          status
          version
        }
      }
      ... on Error {
        code
        message
      }
      ... on InvalidInputError {
        issues {
          path
          message
        }
      }
    }
  }
`);

export const CompleteTask = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      ... on CompleteTaskPayload {
        task {
          id
          status
          version
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const RefreshSession = graphql(`
  mutation RefreshSession($input: RefreshSessionInput!) {
    refreshSession(input: $input) {
      ... on RefreshSessionPayload {
        accessToken
        refreshToken
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const LabelNames = graphql(`
  query LabelNames {
    labels {
      nodes {
        id
        name
      }
    }
  }
`);

export const CreateLabel = graphql(`
  mutation CreateLabel($input: CreateLabelInput!) {
    createLabel(input: $input) {
      ... on CreateLabelPayload {
        label {
          id
          name
        }
      }
      ... on Error {
        code
        message
      }
    }
  }
`);

export const CreateAccessToken = graphql(`
  mutation CreateAccessToken($input: CreateAccessTokenInput!) {
    createAccessToken(input: $input) {
      __typename
      ... on CreateAccessTokenPayload {
        token
        accessToken {
          id
          scopes
        }
      }
    }
  }
`);

export const RevokeAccessToken = graphql(`
  mutation RevokeAccessToken($input: RevokeAccessTokenInput!) {
    revokeAccessToken(input: $input) {
      __typename
      ... on RevokeAccessTokenPayload {
        accessToken {
          revokedAt
        }
      }
    }
  }
`);

export const TasksChanged = graphql(`
  subscription TasksChanged($after: String) {
    changed(after: $after, types: [TASK]) {
      __typename
      ... on ChangePage {
        cursor
        changes {
          action
          nodeId
          node {
            __typename
            id
            ... on Task {
              title
              status
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

export const Batch = graphql(`
  mutation Batch($input: BatchInput!) {
    batch(input: $input) {
      __typename
      ... on BatchPayload {
        isDone
        items {
          status
          node {
            id
            ... on Task {
              title
              status
            }
            ... on Label {
              name
            }
          }
          error {
            __typename
            code
            message
          }
        }
      }
    }
  }
`);
