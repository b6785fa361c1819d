import type { InputObjectRef, ObjectRef } from '@pothos/core';
import type { ViewerContext } from '../platform/context.ts';
import { toGlobalId } from '../platform/database/global-ids.ts';
import { isOwnedModel } from '../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../platform/errors.ts';
import type { Builder } from './builder.ts';

type Types = Builder['$inferSchemaTypes'];
type InputRef<I> = InputObjectRef<Types, I>;
type MutationFields = PothosSchemaTypes.MutationFieldBuilder<Types, Types['Root']>;

/** A mutation that can be part of a batch. */
export interface Batchable {
  readonly input: InputRef<unknown>;
  readonly description: string;
  /** Does it, and answers the global id of its row. */
  readonly run: (ctx: ViewerContext, input: never) => Promise<string>;
}

/** What the mutations of every domain are made with. */
export function createMutations(builder: Builder) {
  /** What is said of fields that many inputs have. */
  const chosenId = {
    description: 'An id of your own choosing, a UUID: the same call sent twice then makes one row.',
  };
  const ifVersion = { description: 'Change it only if it is at this version.' };

  const TargetInput = builder.inputType('RowInput', {
    description: 'A row to do something with.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which row.' }),
      ifVersion: t.int({ description: 'Only if it is at this version.' }),
    }),
  });

  /** The mutations that answer an owned row, by their names; known once Pothos has asked for the fields of `Mutation`. */
  const batchable = new Map<string, Batchable>();

  /** A mutation: one input, answered by a row or by why not. Where that is a row with an owner, it can be part of a batch. */
  function mutation<T, I>(
    t: MutationFields,
    type: ObjectRef<Types, T>,
    input: InputRef<I>,
    description: string,
    resolve: (ctx: ViewerContext, input: I) => Promise<T>,
  ) {
    const field = t.field({
      type,
      description,
      errors: { types: [NotFoundError, ConflictError] },
      args: { input: t.arg({ type: input, required: true, description: 'What to do it with.' }) },
      resolve: (_root, args, ctx) => resolve(ctx, (args as { input: I }).input) as never,
    });
    if (isOwnedModel(type.name)) {
      const run = async (ctx: ViewerContext, given: I) =>
        toGlobalId(type.name, ((await resolve(ctx, given)) as { id: string }).id);
      field.onFirstUse(({ name }) => batchable.set(name, { input, description, run }));
    }
    return field;
  }

  return { TargetInput, chosenId, ifVersion, mutation, batchable: batchable as ReadonlyMap<string, Batchable> };
}
