/**
 * A `fetch` that fails when nothing has come for a while, as when a device has slept or a network has gone without a word. It is for streams
 * of events, too: the server sends at least a comment every 12 seconds.
 * @param send such as one that sends the access token
 * @param maxSilence in milliseconds
 */
export const createLiveFetch =
  (send: typeof fetch = (...request) => fetch(...request), maxSilence = 30_000): typeof fetch =>
  async (input, init) => {
    const silence = new AbortController();
    const given = init?.signal;
    const signal = given ? AbortSignal.any([given, silence.signal]) : silence.signal;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopWatching = () => clearTimeout(timer);
    function watch(): void {
      stopWatching();
      timer = setTimeout(() => silence.abort(new Error('The server does not respond.')), maxSilence);
    }
    given?.addEventListener('abort', stopWatching, { once: true });
    watch();
    try {
      const response = await send(input, { ...init, signal });
      if (!response.body) {
        stopWatching();
        return response;
      }
      const watched = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          watch();
          controller.enqueue(chunk);
        },
        flush: stopWatching,
      });
      return new Response(response.body.pipeThrough(watched), response);
    } catch (error) {
      stopWatching();
      throw error;
    }
  };
