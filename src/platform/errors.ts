import type { NodeRef } from './database/node-refs.ts';

/**
 * What a service can refuse. These know nothing of HTTP or GraphQL: src/graphql/errors.ts says how each reaches a client.
 */

/** One thing wrong with an input, and where: `['input', 'title']`. */
export interface InputIssue {
  path: string[];
  message: string;
}

/** The input breaks a rule. Lists everything that is wrong with it. */
export class InvalidInputError extends Error {
  override name = 'InvalidInputError';
  readonly code = 'INVALID_INPUT';
  readonly issues: InputIssue[];

  constructor(issues: InputIssue[]) {
    super(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    this.issues = issues;
  }
}

/** There is no such row, or it is somebody else's: the two cannot be told apart. */
export class NotFoundError extends Error {
  override name = 'NotFoundError';
  readonly code = 'NOT_FOUND';
  readonly path: string[];

  constructor(path: string[]) {
    super(`Nothing was found for ${path.join('.')}.`);
    this.path = path;
  }
}

/** A node that a request conflicts with. */
export interface ConflictingNode extends NodeRef {
  /** The fields that would have to have other values. Empty if the node itself is in conflict. */
  readonly fields: readonly string[];
}

/** What was asked for does not fit the state that the data is in by now. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  readonly code = 'CONFLICT';
  readonly nodes: readonly ConflictingNode[];

  constructor(message: string, nodes: readonly ConflictingNode[] = []) {
    super(message);
    this.nodes = nodes;
  }
}

/** What came after the cursor is no longer known. */
export class CursorExpiredError extends Error {
  override name = 'CursorExpiredError';
  readonly code = 'CURSOR_EXPIRED';

  constructor() {
    super('What changed after this cursor is no longer known. Take a new cursor, read all rows, and go on from there.');
  }
}

/** The email address or the password is wrong. Does not tell whether the account exists. */
export class InvalidCredentialsError extends Error {
  override name = 'InvalidCredentialsError';
  readonly code = 'INVALID_CREDENTIALS';

  constructor() {
    super('The email address or the password is wrong.');
  }
}

/** The refresh token is unknown, expired, revoked or was used before. */
export class InvalidRefreshTokenError extends Error {
  override name = 'InvalidRefreshTokenError';
  readonly code = 'INVALID_REFRESH_TOKEN';

  constructor() {
    super('The refresh token is not valid anymore. Sign in again.');
  }
}

/** The server does not accept sign-ups. */
export class SignUpClosedError extends Error {
  override name = 'SignUpClosedError';
  readonly code = 'SIGN_UP_CLOSED';

  constructor() {
    super('This server does not accept sign-ups. Its owner can allow them with SIGN_UP=open.');
  }
}

/** Nobody is signed in, or what they signed in with has ended. */
export class UnauthenticatedError extends Error {
  override name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';
}

/** Somebody is signed in, but with less than this takes. */
export class ForbiddenError extends Error {
  override name = 'ForbiddenError';
  readonly code = 'FORBIDDEN';
}

/** What was asked for comes to more rows than one answer may have. */
export class TooManyRowsError extends Error {
  override name = 'TooManyRowsError';
  readonly code = 'TOO_LARGE';

  constructor(max: number) {
    super(
      `The answer would have more than ${max} rows. Ask for shorter pages of the lists within lists (first: …), or for ` +
        'fewer of them at a time.',
    );
  }
}

/** Too many attempts, or too much at once. */
export class RateLimitedError extends Error {
  override name = 'RateLimitedError';
  readonly code = 'RATE_LIMITED';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number, message = `Too many attempts. Try again in ${retryAfterSeconds} s.`) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
