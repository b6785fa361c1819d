/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What an access token may do. */
export type AccessScope =
  /** Read everything you can read. */
  | 'READ'
  /** Change everything you can change, but for your account, sessions and tokens. */
  | 'WRITE';

/** An access token to make. */
export type CreateAccessTokenInput = {
  /** When it stops working, such as `P90D`; never when nothing is said. */
  expiresAt?: string | null | undefined;
  /** What it is for: 1 to 100 characters. */
  name: string;
  /** What it may do; READ must be among it. */
  scopes: Array<AccessScope>;
};

/** A label to make. */
export type CreateLabelInput = {
  /** A CSS hex colour such as `#3b82f6`; slate grey when nothing is said. */
  colour?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** What to call it: 1 to 60 characters, unique among your labels. */
  name: string;
};

/** A task to make. */
export type CreateTaskInput = {
  /** The last day on which finishing it still counts. */
  deadline?: string | null | undefined;
  /** More about it, in Markdown, at most 20,000 characters. */
  description?: string | null | undefined;
  /** How long it should take: 1 to 43,200 minutes. */
  estimateMinutes?: number | null | undefined;
  /** The goal that it serves. */
  goalId?: string | null | undefined;
  /** An id of your own choosing, a UUID: the same call sent twice then makes one row. */
  id?: string | null | undefined;
  /** All its labels, at most 20. */
  labelIds?: Array<string> | null | undefined;
  /** The meeting it is an action item of. */
  meetingId?: string | null | undefined;
  /** The task that it is part of. */
  parentId?: string | null | undefined;
  /** How much it matters; a new task has NONE when nothing is said. */
  priority?: TaskPriority | null | undefined;
  /** The moment to plan it for, in place of any day. Not together with `scheduledOn`. */
  scheduledAt?: string | null | undefined;
  /** The day to plan it for, in place of any moment. Not together with `scheduledAt`. */
  scheduledOn?: string | null | undefined;
  /** All the skills that it is practice for, at most 20. */
  skillIds?: Array<string> | null | undefined;
  /** What is to be done, in one line of 1 to 300 characters. */
  title: string;
};

/** Compares values of type Date. All that is given must hold. */
export type DateFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Above this. */
  gt?: string | null | undefined;
  /** This or above. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Below this. */
  lt?: string | null | undefined;
  /** This or below. */
  lte?: string | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
};

/** Compares values of type DateTime. All that is given must hold. */
export type DateTimeFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Above this. */
  gt?: string | null | undefined;
  /** This or above. */
  gte?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Below this. */
  lt?: string | null | undefined;
  /** This or below. */
  lte?: string | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
};

/** Compares values of type ID. All that is given must hold. */
export type IdFilter = {
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
};

/** Compares values of type Int. All that is given must hold. */
export type IntFilter = {
  /** Equal to this. */
  eq?: number | null | undefined;
  /** Above this. */
  gt?: number | null | undefined;
  /** This or above. */
  gte?: number | null | undefined;
  /** Equal to one of these. */
  in?: Array<number> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Below this. */
  lt?: number | null | undefined;
  /** This or below. */
  lte?: number | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: number | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<number> | null | undefined;
};

/** Which Label rows to take. All that is given must hold. */
export type LabelFilter = {
  /** All of these hold. */
  and?: Array<LabelFilter> | null | undefined;
  /** By when it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By id. */
  id?: IdFilter | null | undefined;
  /** By name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: LabelFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<LabelFilter> | null | undefined;
  /** By when it was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Asks about the Label rows that belong to a row. */
export type LabelListFilter = {
  /** There is none that is not like this. */
  every?: LabelFilter | null | undefined;
  /** Not one is like this. */
  none?: LabelFilter | null | undefined;
  /** At least one is like this. */
  some?: LabelFilter | null | undefined;
};

/** What to go on with. */
export type RefreshSessionInput = {
  /** The refresh token you got last. It is good for one use. */
  refreshToken: string;
};

/** An access token to stop. */
export type RevokeAccessTokenInput = {
  /** Which token. */
  id: string;
};

/** A row to do something with. */
export type RowInput = {
  /** Which row. */
  id: string;
  /** Only if it is at this version. */
  ifVersion?: number | null | undefined;
};

/** Which Skill rows to take. All that is given must hold. */
export type SkillFilter = {
  /** All of these hold. */
  and?: Array<SkillFilter> | null | undefined;
  /** By its category. */
  categoryId?: IdFilter | null | undefined;
  /** By when it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By id. */
  id?: IdFilter | null | undefined;
  /** By name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: SkillFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<SkillFilter> | null | undefined;
  /** By when it was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Asks about the Skill rows that belong to a row. */
export type SkillListFilter = {
  /** There is none that is not like this. */
  every?: SkillFilter | null | undefined;
  /** Not one is like this. */
  none?: SkillFilter | null | undefined;
  /** At least one is like this. */
  some?: SkillFilter | null | undefined;
};

/** Compares texts, whatever their case, in any language. All that is given must hold. */
export type StringFilter = {
  /** Has this text in it. */
  contains?: string | null | undefined;
  /** Equal to this. */
  eq?: string | null | undefined;
  /** Equal to one of these. */
  in?: Array<string> | null | undefined;
  /** True: only missing values. False: only values that are there. */
  isNull?: boolean | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: string | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<string> | null | undefined;
  /** Starts with this text. */
  startsWith?: string | null | undefined;
};

/** Which Task rows to take. All that is given must hold. */
export type TaskFilter = {
  /** All of these hold. */
  and?: Array<TaskFilter> | null | undefined;
  /** By how often it was carried over. */
  carriedOver?: IntFilter | null | undefined;
  /** By when it was finished. */
  completedAt?: DateTimeFilter | null | undefined;
  /** By when it was made. */
  createdAt?: DateTimeFilter | null | undefined;
  /** By its deadline. */
  deadline?: DateFilter | null | undefined;
  /** By its estimate, in minutes. */
  estimateMinutes?: IntFilter | null | undefined;
  /** By the goal it serves. */
  goalId?: IdFilter | null | undefined;
  /** By id. */
  id?: IdFilter | null | undefined;
  /** By its labels. */
  labels?: LabelListFilter | null | undefined;
  /** By the meeting it is an action item of. */
  meetingId?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: TaskFilter | null | undefined;
  /** At least one of these holds. */
  or?: Array<TaskFilter> | null | undefined;
  /** By the task it is part of. */
  parentId?: IdFilter | null | undefined;
  /** By priority. */
  priority?: TaskPriorityFilter | null | undefined;
  /** By the moment it is planned for. */
  scheduledAt?: DateTimeFilter | null | undefined;
  /** By the day it is planned for. */
  scheduledOn?: DateFilter | null | undefined;
  /** By the skills that it is practice for. */
  skills?: SkillListFilter | null | undefined;
  /** By status. */
  status?: TaskStatusFilter | null | undefined;
  /** By its subtasks. */
  subtasks?: TaskListFilter | null | undefined;
  /** By title. */
  title?: StringFilter | null | undefined;
  /** By when it was last changed. */
  updatedAt?: DateTimeFilter | null | undefined;
};

/** Asks about the Task rows that belong to a row. */
export type TaskListFilter = {
  /** There is none that is not like this. */
  every?: TaskFilter | null | undefined;
  /** Not one is like this. */
  none?: TaskFilter | null | undefined;
  /** At least one is like this. */
  some?: TaskFilter | null | undefined;
};

/** How much a task matters. Can be compared: NONE is the lowest. */
export type TaskPriority =
  /** Before the others. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** In its turn. */
  | 'MEDIUM'
  /** Nobody has said. */
  | 'NONE'
  /** Now. */
  | 'URGENT';

/** Compares a TaskPriority. All that is given must hold. */
export type TaskPriorityFilter = {
  /** Equal to this. */
  eq?: TaskPriority | null | undefined;
  /** Above this. */
  gt?: TaskPriority | null | undefined;
  /** This or above. */
  gte?: TaskPriority | null | undefined;
  /** Equal to one of these. */
  in?: Array<TaskPriority> | null | undefined;
  /** Below this. */
  lt?: TaskPriority | null | undefined;
  /** This or below. */
  lte?: TaskPriority | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: TaskPriority | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<TaskPriority> | null | undefined;
};

/** How far a task is. */
export type TaskStatus =
  /** Given up; neither open nor done. */
  | 'CANCELLED'
  /** Finished. */
  | 'DONE'
  /** Begun, not finished. */
  | 'IN_PROGRESS'
  /** Not begun. */
  | 'TODO';

/** Compares a TaskStatus. All that is given must hold. */
export type TaskStatusFilter = {
  /** Equal to this. */
  eq?: TaskStatus | null | undefined;
  /** Equal to one of these. */
  in?: Array<TaskStatus> | null | undefined;
  /** Anything but this; a missing value too. */
  ne?: TaskStatus | null | undefined;
  /** None of these; a missing value too. */
  notIn?: Array<TaskStatus> | null | undefined;
};

export type TaskListQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: TaskFilter | null | undefined;
}>;


export type TaskListQuery = { tasks: { __typename: 'TaskConnection', totalCount: number, edges: Array<{ __typename: 'TaskEdge', cursor: string, node: { __typename: 'Task', id: string, title: string, status: TaskStatus, version: number } }>, pageInfo: { __typename: 'PageInfo', endCursor: string | null, hasNextPage: boolean } } };

export type TaskDetailQueryVariables = Exact<{
  id: string;
}>;


export type TaskDetailQuery = { task: { __typename: 'Task', id: string, title: string, status: TaskStatus, version: number } | null };

export type AnyRowQueryVariables = Exact<{
  id: string;
}>;


export type AnyRowQuery = { node:
    | { __typename: 'AccessToken', id: string }
    | { __typename: 'Account', version: number, id: string }
    | { __typename: 'Artifact', version: number, id: string }
    | { __typename: 'Assessment', version: number, id: string }
    | { __typename: 'CalendarFeed', id: string }
    | { __typename: 'DailyFocus', version: number, id: string }
    | { __typename: 'EnergyEntry', version: number, id: string }
    | { __typename: 'EngagementPulse', version: number, id: string }
    | { __typename: 'Feedback', version: number, id: string }
    | { __typename: 'Framework', version: number, id: string }
    | { __typename: 'Goal', version: number, id: string }
    | { __typename: 'GoalCheckIn', version: number, id: string }
    | { __typename: 'JobApplication', version: number, id: string }
    | { __typename: 'Label', version: number, id: string }
    | { __typename: 'Learning', version: number, id: string }
    | { __typename: 'Link', version: number, id: string }
    | { __typename: 'Meeting', version: number, id: string }
    | { __typename: 'MeetingItem', version: number, id: string }
    | { __typename: 'MeetingSeries', version: number, id: string }
    | { __typename: 'Milestone', version: number, id: string }
    | { __typename: 'Operation', id: string }
    | { __typename: 'Person', version: number, id: string }
    | { __typename: 'PracticeInterview', version: number, id: string }
    | { __typename: 'RoleProfile', version: number, id: string }
    | { __typename: 'RoleRequirement', version: number, id: string }
    | { __typename: 'Session', id: string }
    | { __typename: 'Skill', version: number, id: string }
    | { __typename: 'SkillCategory', version: number, id: string }
    | { __typename: 'SkillTarget', version: number, id: string }
    | { __typename: 'Story', version: number, id: string }
    | { __typename: 'Task', version: number, title: string, id: string }
    | { __typename: 'Webhook', id: string }
    | { __typename: 'WebhookDelivery', id: string }
   | null };

export type CreateTaskMutationVariables = Exact<{
  input: CreateTaskInput;
}>;


export type CreateTaskMutation = { createTask:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string, issues: Array<{ __typename: 'InputIssue', path: Array<string>, message: string }> }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Task', id: string, title: string, status: TaskStatus, version: number }
   };

export type CompleteTaskMutationVariables = Exact<{
  input: RowInput;
}>;


export type CompleteTaskMutation = { completeTask:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'NotFoundError', code: string, message: string }
    | { __typename: 'Task', id: string, status: TaskStatus, version: number }
   };

export type RefreshSessionMutationVariables = Exact<{
  input: RefreshSessionInput;
}>;


export type RefreshSessionMutation = { refreshSession:
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'InvalidRefreshTokenError', code: string, message: string }
    | { __typename: 'SessionTokens', accessToken: string, refreshToken: string }
   };

export type AbstractTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type AbstractTypesQuery = { __schema: { __typename: '__Schema', types: Array<{ __typename: '__Type', name: string | null, possibleTypes: Array<{ __typename: '__Type', name: string | null }> | null }> } };

export type LabelNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type LabelNamesQuery = { labels: { __typename: 'LabelConnection', nodes: Array<{ __typename: 'Label', id: string, name: string }> } };

export type CreateLabelMutationVariables = Exact<{
  input: CreateLabelInput;
}>;


export type CreateLabelMutation = { createLabel:
    | { __typename: 'ConflictError', code: string, message: string }
    | { __typename: 'InvalidInputError', code: string, message: string }
    | { __typename: 'Label', id: string, name: string }
    | { __typename: 'NotFoundError', code: string, message: string }
   };

export type CreateAccessTokenMutationVariables = Exact<{
  input: CreateAccessTokenInput;
}>;


export type CreateAccessTokenMutation = { createAccessToken:
    | { __typename: 'CreatedAccessToken', token: string, accessToken: { __typename: 'AccessToken', id: string, scopes: Array<AccessScope> } }
    | { __typename: 'InvalidInputError' }
   };

export type RevokeAccessTokenMutationVariables = Exact<{
  input: RevokeAccessTokenInput;
}>;


export type RevokeAccessTokenMutation = { revokeAccessToken:
    | { __typename: 'AccessToken', revokedAt: string | null }
    | { __typename: 'InvalidInputError' }
    | { __typename: 'NotFoundError' }
   };


export const TaskListDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskList"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endCursor"}},{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<TaskListQuery, TaskListQueryVariables>;
export const TaskDetailDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskDetail"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<TaskDetailQuery, TaskDetailQueryVariables>;
export const AnyRowDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnyRow"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Owned"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]} as unknown as DocumentNode<AnyRowQuery, AnyRowQueryVariables>;
export const CreateTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"InvalidInputError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateTaskMutation, CreateTaskMutationVariables>;
export const CompleteTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RowInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CompleteTaskMutation, CompleteTaskMutationVariables>;
export const RefreshSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefreshSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SessionTokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<RefreshSessionMutation, RefreshSessionMutationVariables>;
export const AbstractTypesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AbstractTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__schema"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"types"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"possibleTypes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AbstractTypesQuery, AbstractTypesQueryVariables>;
export const LabelNamesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LabelNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"labels"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<LabelNamesQuery, LabelNamesQueryVariables>;
export const CreateLabelDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateLabel"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateLabelInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createLabel"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Label"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Error"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]}}]} as unknown as DocumentNode<CreateLabelMutation, CreateLabelMutationVariables>;
export const CreateAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CreatedAccessToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"accessToken"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateAccessTokenMutation, CreateAccessTokenMutationVariables>;
export const RevokeAccessTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeAccessToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeAccessTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeAccessToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AccessToken"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokedAt"}}]}}]}}]}}]} as unknown as DocumentNode<RevokeAccessTokenMutation, RevokeAccessTokenMutationVariables>;