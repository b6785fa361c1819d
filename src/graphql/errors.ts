import { GraphQLError } from 'graphql';
import { toUnavailable } from '../platform/database/faults.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import {
  ConflictError,
  type ConflictingNode,
  CursorExpiredError,
  ForbiddenError,
  type InputIssue,
  InvalidCredentialsError,
  InvalidInputError,
  InvalidPasskeyError,
  InvalidRecoveryCodeError,
  InvalidRefreshTokenError,
  MailUnavailableError,
  NotFoundError,
  OverloadedError,
  PasskeysUnavailableError,
  RateLimitedError,
  ResponseTooLargeError,
  SignUpClosedError,
  TooManyPasswordsError,
  UnauthenticatedError,
} from '../platform/errors.ts';
import type { RequestLog } from '../platform/runtime/log.ts';
import { once } from './registry.ts';
import type { Builder } from './types.ts';

/** A problem with an input, and where it is. */
export const inputIssueType = (builder: Builder) =>
  once(builder.options.registry, 'InputIssue', () =>
    builder.objectRef<InputIssue>('InputIssue').implement({
      description: 'A problem with an input.',
      fields: (t) => ({
        path: t.exposeStringList('path', {
          description: 'The path of the field, from the argument down: `["input", "title"]`.',
        }),
        message: t.exposeString('message', { description: 'The problem.' }),
      }),
    }),
  );

/**
 * How each failure reaches a client. What a client can act on is part of a mutation's result; the rest is a top-level
 * error with `extensions.code`. Whatever nobody foresaw is masked, and logged under the request's id.
 */
export function defineErrors(builder: Builder): void {
  builder.interfaceType('Error', {
    description: 'The reason why a request was refused. Nothing has changed.',
    fields: (t) => ({
      message: t.exposeString('message', { description: 'The reason in a sentence for people.' }),
      code: t.exposeString('code', { description: 'The reason as a constant for programs.' }),
    }),
  });
  const InputIssueType = inputIssueType(builder);
  builder.objectType(InvalidInputError, {
    name: 'InvalidInputError',
    description: 'The input breaks a rule. Nothing has changed.',
    interfaces: ['Error'],
    fields: (t) => ({
      issues: t.field({
        type: [InputIssueType],
        description: 'Every problem with the input.',
        resolve: ({ issues }) => issues,
      }),
    }),
  });
  builder.objectType(NotFoundError, {
    name: 'NotFoundError',
    description: 'There is no such node. Nothing has changed.',
    interfaces: ['Error'],
    fields: (t) => ({
      path: t.exposeStringList('path', { description: 'The path of the id in the input: `["input", "id"]`.' }),
    }),
  });
  const ConflictingNodeType = builder.objectRef<ConflictingNode>('ConflictingNode').implement({
    description: 'A node that the request conflicts with.',
    fields: (t) => ({
      id: t.id({ description: 'The id of the node.', resolve: ({ type, id }) => toGlobalId(type, id) }),
      fields: t.stringList({
        description: 'The fields that are in conflict. Empty if the node as a whole is.',
        resolve: ({ fields }) => [...fields],
      }),
    }),
  });
  builder.objectType(ConflictError, {
    name: 'ConflictError',
    description: 'The mutation conflicts with the present state. Nothing has changed.',
    interfaces: ['Error'],
    fields: (t) => ({
      nodes: t.field({
        type: [ConflictingNodeType],
        description: 'The nodes that the request conflicts with, at most 100. Empty if the message says it all.',
        resolve: ({ nodes }) => [...nodes],
      }),
      currentVersion: t.int({
        nullable: true,
        description: 'The version that the node is at, if `ifVersion` was another one. Otherwise null.',
        resolve: ({ version }) => version,
      }),
    }),
  });
  const plain = [
    [
      CursorExpiredError,
      'The history after the cursor has been deleted. Read all nodes again and continue from a new cursor.',
    ],
    [InvalidCredentialsError, 'The email address or the password is wrong.'],
    [InvalidRecoveryCodeError, 'The recovery code is not valid for the email address.'],
    [InvalidPasskeyError, 'The passkey is unknown, or its response is not valid or came too late.'],
    [PasskeysUnavailableError, 'The server has no domain name, which passkeys need.'],
    [MailUnavailableError, 'The server is not set up to send mail.'],
    [InvalidRefreshTokenError, 'The refresh token is not valid anymore. Sign in again.'],
    [SignUpClosedError, 'This server does not accept sign-ups.'],
    [TooManyPasswordsError, 'Another mutation of the request has checked or set a password. Nothing has changed.'],
  ] as const;
  for (const [error, description] of plain) {
    builder.objectType(error, { name: error.name, description, interfaces: ['Error'] });
  }
}

const badInput = [InvalidInputError, NotFoundError, ConflictError];
/** The error that a client sees for one that was thrown, within the request that it was thrown in. */
export function presentError(
  thrown: unknown,
  request: { log: RequestLog; requestId: string } | undefined,
): GraphQLError {
  const requestId = request?.requestId;
  const at = thrown instanceof GraphQLError ? { nodes: thrown.nodes, path: thrown.path } : {};
  const cause = rootCause(thrown);
  const present = (message: string, extensions: Record<string, unknown>) =>
    new GraphQLError(message, { ...at, extensions });

  if (cause instanceof GraphQLError) {
    const { code = 'BAD_USER_INPUT', originalError: _hidden, http, ...rest } = cause.extensions;
    // Without its message, which says where in the variables it is, a wrapped error would name no place at all.
    const message = thrown instanceof GraphQLError ? thrown.message : cause.message;
    const issue = code === 'BAD_USER_INPUT' ? variableIssue(message) : null;
    return present(message, {
      ...rest,
      code,
      ...(issue && { issues: [issue] }),
      ...(http !== undefined && { http: withStatus(code, http) }),
    });
  }
  if (badInput.some((kind) => cause instanceof kind)) {
    const issues = cause instanceof InvalidInputError ? { issues: cause.issues } : {};
    return present((cause as Error).message, { code: 'BAD_USER_INPUT', ...issues });
  }
  if (cause instanceof UnauthenticatedError || cause instanceof ForbiddenError) {
    // One field was refused, or the whole request was.
    const http = at.path ? {} : { http: { status: cause instanceof ForbiddenError ? 403 : 401 } };
    return present(cause.message, { code: cause.code, ...http });
  }
  if (cause instanceof RateLimitedError || cause instanceof OverloadedError) {
    const status = cause instanceof OverloadedError ? 503 : 429;
    const headers = { 'retry-after': String(cause.retryAfterSeconds) };
    const { code, retryAfterSeconds } = cause;
    return present(cause.message, { code, retryAfterSeconds, http: { status, headers } });
  }
  if (cause instanceof ResponseTooLargeError) return present(cause.message, { code: cause.code });
  request?.log.error({ err: cause }, 'request failed');
  const unavailable = toUnavailable(cause);
  if (unavailable) {
    const { code, retryAfterSeconds, message } = unavailable;
    const headers = { 'retry-after': String(retryAfterSeconds) };
    return present(message, { code, retryAfterSeconds, requestId, http: { status: 503, headers } });
  }
  return present('Something went wrong on the server. The request id is in its log.', { code: 'INTERNAL', requestId });
}

/** What is not JSON, or too large to look at, is a bad request to every client, also to those that get 200 for most errors. */
function withStatus(code: unknown, http: unknown): unknown {
  return code === 'BAD_REQUEST' || code === 'TOO_LARGE' ? { ...(http as object), spec: false } : http;
}

/** Where in the variables a fault is. The executor says it only in words: `… at "input.labelIds[1]"; …`. */
function variableIssue(message: string): InputIssue | null {
  const variable = /^Variable "\$(\w+)" /.exec(message)?.[1];
  if (variable === undefined) return null;
  const [, place, told] = / at "([\w.[\]]+)"; (.*)$/s.exec(message) ?? [];
  if (place === undefined || told === undefined) return { path: [variable], message };
  return { path: place.split(/[.[\]]+/).filter((step) => step !== ''), message: told };
}

function rootCause(thrown: unknown): unknown {
  return thrown instanceof GraphQLError && thrown.originalError ? rootCause(thrown.originalError) : thrown;
}
