/** The service of a provider responded with an error, or not as it should. */
export class ProviderError extends Error {
  override name = 'ProviderError';
  /** The HTTP status. 0 if there was no response. */
  readonly status: number;
  /** The error code of the body. Empty if there is none. */
  readonly code: string;
  /** The header Retry-After. Null if there was none. */
  readonly retryAfter: string | null;

  constructor(
    message: string,
    { status = 0, code = '', retryAfter = null }: Partial<Omit<ProviderError, keyof Error>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** What a request returns. Null if what it asks for is gone. */
export async function unlessGone<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof ProviderError && error.status === 404) return null;
    throw error;
  }
}
