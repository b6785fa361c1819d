/**
 * Keeps out what follows an error after which SQLite has rolled back the transaction by itself, such as a full disk: each
 * statement that was sent along with it, and each that follows if somebody catches it, would be a transaction of its own.
 */
export interface AbortWatch {
  /**
   * Runs a statement.
   * @throws the error after which the transaction was rolled back, until `end` is called
   */
  run<T>(statement: () => T): T;
  /** The error after which the transaction was rolled back, if it was. */
  error(): unknown;
  /** Ends a transaction that was rolled back. Returns whether there was one. */
  end(): boolean;
}

/** @param isOpen whether a transaction is open on the connection */
export function watchAborts(isOpen: () => boolean): AbortWatch {
  let aborted: { readonly by: unknown } | null = null;
  return {
    run(statement) {
      if (aborted) throw aborted.by;
      const wasOpen = isOpen();
      try {
        return statement();
      } catch (error) {
        if (wasOpen && !isOpen()) aborted = { by: error };
        throw error;
      }
    },
    error: () => aborted?.by,
    end() {
      const was = aborted !== null;
      aborted = null;
      return was;
    },
  };
}
