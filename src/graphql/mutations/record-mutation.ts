import type { ViewerContext } from '../../platform/context.ts';
import { modelKeyOf } from '../../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../../platform/errors.ts';
import type { InputOf } from '../../platform/validation/input-rules.ts';
import type { InputRules } from '../../platform/validation/rule-notes.ts';
import { wordsOfType } from '../names.ts';
import type { Builder, TypeRef } from '../types.ts';
import { type MutationOptions, payloadMutation } from './payload-mutation.ts';

/** A mutation that returns one record. */
export interface RecordMutationOptions<T extends object, R extends InputRules> extends MutationOptions<R> {
  readonly record: TypeRef<T>;
  readonly rules: R;
  readonly resolve: (ctx: ViewerContext, input: InputOf<R>) => Promise<T>;
}

interface RecordPayload<T> {
  readonly record: T;
}

/**
 * Adds a mutation whose payload is `{ <record> changeSet }`. It can be part of a batch unless it has scopes of its own: then it
 * is not about the owner's data, which is what a batch changes.
 * @throws nothing by itself: the service's InvalidInputError, NotFoundError and ConflictError become members of the result
 */
export function recordMutation<T extends object, R extends InputRules>(
  builder: Builder,
  name: string,
  options: RecordMutationOptions<T, R>,
): void {
  const { record, resolve } = options;
  const { name: type } = record;
  payloadMutation<RecordPayload<T>, R>(builder, name, {
    ...options,
    isRecorded: options.isRecorded ?? true,
    errors: options.errors ?? [NotFoundError, ConflictError],
    payload: (t) => ({
      [modelKeyOf(type)]: t.field({
        type: record,
        description: `The ${wordsOfType(type)} after the mutation.`,
        // The type of the record is known from the reference, which Pothos does not resolve for a type parameter.
        resolve: (payload) => payload.record as never,
      }),
    }),
    ...(!options.authScopes && {
      nodeOf: (payload: RecordPayload<T>) => ({ type, id: (payload.record as { id: string }).id }),
    }),
    resolve: async (ctx, input) => ({ record: await resolve(ctx, input) }),
  });
}
