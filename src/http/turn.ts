import type { Context } from '../platform/context.ts';
import type { Admission } from './admission.ts';
import type { RequestHead } from './json-post.ts';

/** The turn of an operation that was let in. */
export interface Turn {
  end(): void;
}

/** Lets an operation wait for its turn, which ends with its response. */
export async function admit(
  admission: Admission,
  { viewer, client }: Pick<Context, 'viewer' | 'client'>,
  cost: number,
  turn: Turn,
  request: Pick<RequestHead, 'signal'>,
): Promise<void> {
  turn.end = await admission.enter(viewer?.accountId ?? client.address, cost, request);
}
