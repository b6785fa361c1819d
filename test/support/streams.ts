/** One event of a subscription, or the one answer of one that was refused. */
export interface StreamEvent {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  data?: any;
  errors?: { message: string; path?: string[]; extensions: Record<string, unknown> }[];
}

/** A subscription, as its reader sees it. */
export interface Events {
  response: Response;
  /** The next event; null once the stream is complete. Fails if nothing comes for a minute. */
  next(): Promise<StreamEvent | null>;
  /** The names of what came besides data: `complete` at a proper end. */
  ends: string[];
  /** Goes away. */
  close(): void;
}

/** Reads an answer as server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function eventsOf(response: Response): Events {
  const ends: string[] = [];
  const parsed = parse(response, ends);
  let coming = ask();
  // A network reads at once, whether anybody asks for an event yet or not.
  function ask() {
    const event = parsed.next();
    // What was on its way when the connection was closed is of interest to nobody.
    event.catch(() => {});
    return event;
  }
  return {
    response,
    ends,
    async next() {
      const { promise: late, reject } = Promise.withResolvers<never>();
      const timer = setTimeout(() => reject(new Error('No event came in time.')), 60_000);
      const event = await Promise.race([coming, late]);
      clearTimeout(timer);
      coming = ask();
      return event.value ?? null;
    },
    close() {
      void response.body?.cancel();
    },
  };
}

async function* parse(response: Response, ends: string[]): AsyncGenerator<StreamEvent, void> {
  if (!response.headers.get('content-type')?.includes('event-stream')) return yield await response.json();
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name] = /^event: (\w+)$/m.exec(block) ?? [];
      const [, data] = /^data: (.+)$/m.exec(block) ?? [];
      if (name === 'next' && data !== undefined) yield JSON.parse(data) as StreamEvent;
      else if (name !== undefined) ends.push(name);
    }
  }
}
