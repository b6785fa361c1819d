/** The authorization server refuses. `code` is an error code of RFC 6749 or RFC 8628, or of the vendor. */
export class OAuthError extends Error {
  override name = 'OAuthError';
  readonly code: string;

  constructor(code: string, description: string) {
    // The first line says what is wrong; the others are ids for the vendor's support.
    const [line = ''] = description.split(/\r?\n/);
    super(`${code.slice(0, 100)}: ${line.slice(0, 300)}`);
    this.code = code;
  }
}

/** The authorization server cannot be reached, or does not respond as it should. The same request may succeed later. */
export class OAuthUnavailableError extends Error {
  override name = 'OAuthUnavailableError';
  /** The header Retry-After. Null if there was none. */
  readonly retryAfter: string | null;

  constructor(retryAfter: string | null) {
    super('The sign-in server cannot be reached, or does not respond as it should.');
    this.retryAfter = retryAfter;
  }
}
