import type { ViewerContext } from '../../platform/context.ts';
import type { NodeRef } from '../../platform/database/node-refs.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { InputOf } from '../../platform/validation/input-rules.ts';
import type { InputRules } from '../../platform/validation/rule-notes.ts';
import type { Builder } from '../types.ts';
import { type MutationOptions, payloadMutation } from './payload-mutation.ts';

/** A mutation that returns a node of any type. */
export interface NodeMutationOptions<R extends InputRules> extends MutationOptions<R> {
  readonly rules: R;
  readonly resolve: (ctx: ViewerContext, input: InputOf<R>) => Promise<NodeRef>;
}

interface NodePayload {
  readonly node: NodeRef;
}

/** Adds a mutation whose payload is `{ node changeSet }`. It can be part of a batch. */
export function nodeMutation<R extends InputRules>(
  builder: Builder,
  name: string,
  options: NodeMutationOptions<R>,
): void {
  const { resolve } = options;
  payloadMutation<NodePayload, R>(builder, name, {
    ...options,
    isRecorded: true,
    errors: options.errors ?? [NotFoundError, ConflictError],
    payload: (t) => ({
      node: t.nodeOf({
        description: 'The node after the mutation. Null if it has been deleted since.',
        resolve: ({ node }: NodePayload) => node,
      }),
    }),
    nodeOf: ({ node }) => node,
    resolve: async (ctx, input) => ({ node: await resolve(ctx, input) }),
  });
}
