import type { NodeRef } from './database/node-refs.ts';
import { grouped } from './text/english.ts';

/* The errors of services. They know nothing of GraphQL and HTTP; src/graphql/errors.ts presents them to clients. */

/** An invalid value of an input, and its path: `['input', 'title']`. */
export interface InputIssue {
  path: string[];
  message: string;
}

/** The input is invalid. Has all issues. */
export class InvalidInputError extends Error {
  override name = 'InvalidInputError';
  readonly code = 'INVALID_INPUT';
  readonly issues: InputIssue[];

  constructor(issues: InputIssue[]) {
    super(issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
    this.issues = issues;
  }
}

/** There is no such record, or it belongs to another account. The two are indistinguishable. */
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

/** The request conflicts with the present state of the data. */
export class ConflictError extends Error {
  override name = 'ConflictError';
  readonly code = 'CONFLICT';
  readonly nodes: readonly ConflictingNode[];
  /** The version that the record is at, if the client expected another one. */
  readonly version: number | null;

  constructor(message: string, nodes: readonly ConflictingNode[] = [], version: number | null = null) {
    super(message);
    this.nodes = nodes;
    this.version = version;
  }
}

/** The changes after a cursor are no longer stored. */
export class CursorExpiredError extends Error {
  override name = 'CursorExpiredError';
  readonly code = 'CURSOR_EXPIRED';

  constructor() {
    super(
      'The changes after this cursor are no longer stored. Take a new cursor, read everything, and continue from there.',
    );
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

/** Another mutation of the request has checked or set a password. Hashing takes long on purpose, so a request does it once. */
export class TooManyPasswordsError extends Error {
  override name = 'TooManyPasswordsError';
  readonly code = 'TOO_MANY_PASSWORDS';

  constructor() {
    super('A request can check or set one password. Send the other mutations in requests of their own.');
  }
}

/** The refresh token is unknown, expired, revoked or used. */
export class InvalidRefreshTokenError extends Error {
  override name = 'InvalidRefreshTokenError';
  readonly code = 'INVALID_REFRESH_TOKEN';

  constructor() {
    super('The refresh token is not valid anymore. Sign in again.');
  }
}

/** There is no such recovery code for the email address, or it was used or has expired. */
export class InvalidRecoveryCodeError extends Error {
  override name = 'InvalidRecoveryCodeError';
  readonly code = 'INVALID_RECOVERY_CODE';

  constructor() {
    super('The email address or the code is wrong, or the code was used or has expired.');
  }
}

/** A public key is unknown, or what was signed with it is not what was asked for. */
export class InvalidPasskeyError extends Error {
  override name = 'InvalidPasskeyError';
  readonly code = 'INVALID_PASSKEY';
}

/** Browsers know the server by an address without a domain name. */
export class PasskeysUnavailableError extends Error {
  override name = 'PasskeysUnavailableError';
  readonly code = 'PASSKEYS_UNAVAILABLE';
}

/** The server cannot send mail. */
export class MailUnavailableError extends Error {
  override name = 'MailUnavailableError';
  readonly code = 'MAIL_UNAVAILABLE';

  constructor() {
    super(
      'This server sends no mail. Use a recovery code, or ask its owner: `waymark password --account <email>` sets a password.',
    );
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

/** Nobody is signed in, or the credential has ended. */
export class UnauthenticatedError extends Error {
  override name = 'UnauthenticatedError';
  readonly code = 'UNAUTHENTICATED';
}

/** The credential does not permit the operation. */
export class ForbiddenError extends Error {
  override name = 'ForbiddenError';
  readonly code = 'FORBIDDEN';
}

/** The response would be too large. */
export class ResponseTooLargeError extends Error {
  override name = 'ResponseTooLargeError';
  readonly code = 'TOO_LARGE';

  constructor(max: number) {
    super(
      `The response would have more than ${grouped(max)} nodes. Ask for shorter pages of nested lists (first: …), ` +
        'or for fewer of them.',
    );
  }
}

/** Too many attempts, or too many at once. */
export class RateLimitedError extends Error {
  override name = 'RateLimitedError';
  readonly code = 'RATE_LIMITED';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number, message = `Too many attempts. Try again in ${retryAfterSeconds} s.`) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server cannot do this at the moment, mostly because of its database. The same request may succeed later. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
  readonly code = 'UNAVAILABLE';
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The server has too much to do, and has not begun with a request. */
export class OverloadedError extends UnavailableError {
  override name = 'OverloadedError';

  constructor() {
    super('The server has too much to do at the moment, and has not begun with this. Send it again in a second.', 1);
  }
}
