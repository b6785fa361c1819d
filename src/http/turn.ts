import type { Context } from '../platform/context.ts';
import type { Admission } from './admission.ts';
import type { RequestHead } from './json-post.ts';

/** The turn of an operation that was let in. */
export interface Turn {
  end(): void;
}

/** Lets an operation wait for its turn, which ends with its response. @returns a promise only if it has to wait */
export function admit(
  admission: Admission,
  { viewer, client }: Pick<Context, 'viewer' | 'client'>,
  cost: number,
  turn: Turn,
  request: Pick<RequestHead, 'signal'>,
): Promise<void> | undefined {
  const end = admission.enter(viewer?.accountId ?? client.address, cost, request);
  if (end instanceof Promise)
    return end.then((endLater) => {
      turn.end = endLater;
    });
  turn.end = end;
  return undefined;
}
