import type { FieldMap, InputFieldMap } from '@pothos/core';
import type { ViewerContext } from '../../platform/context.ts';
import type { NodeRef } from '../../platform/database/node-refs.ts';
import type { InputOf } from '../../platform/validation/input-rules.ts';
import { type InputRules, notesOf } from '../../platform/validation/rule-notes.ts';
import type { ChangedPayload } from '../fields/change-set.ts';
import { capitalize } from '../names.ts';
import { describeOmissions, rulesShape } from '../plugin/rules.ts';
import type { Builder, InputFields, TypeRef, Types } from '../types.ts';
import { inputArgument } from './ids.ts';

/** Makes the fields of a payload. */
export type PayloadFields<P> = PothosSchemaTypes.ObjectFieldBuilder<Types, P>;

/** The options of every mutation. */
export interface MutationOptions<R extends InputRules> {
  readonly description: string;
  /** The rules of the input. A mutation without any takes no input. */
  readonly rules?: R;
  /** The fields of the input, but for `id`, a chosen `id` and `ifVersion`, which follow from the rules. */
  readonly input?: (t: InputFields) => InputFieldMap;
  /** Whether the history records what the mutation does: the payload then has the `changeSet`. */
  readonly isRecorded?: boolean;
  /** What is special about that change set, in a sentence. */
  readonly changeSetNote?: string;
  /** Whether fields that are left out stay as they are, which the description then says. Default: if it is an update. */
  readonly keepsOmitted?: boolean;
  /** Errors that clients can act on, beside InvalidInputError. */
  readonly errors?: readonly (new (
    ...args: never[]
  ) => Error)[];
  /** What the mutation requires in place of the scope `WRITE`. */
  readonly authScopes?: { session: true } | { integrations: true };
  /** Open to everybody, signed in or not. */
  readonly skipTypeScopes?: boolean;
  /** Runs also if the credential of the request is unknown, expired or revoked: what opens and ends sessions does. */
  readonly allowsRejected?: boolean;
  readonly complexity?: (input: object) => { field: number; multiplier: number };
}

/** A mutation whose payload has fields of its own. */
export interface PayloadMutationOptions<P extends object, R extends InputRules> extends MutationOptions<R> {
  /** The fields of the payload, beside `changeSet`. Default: none. */
  readonly payload?: (t: PayloadFields<P>) => FieldMap;
  /** The node that a payload is about. Given, the mutation can be part of a batch. */
  readonly nodeOf?: (payload: P) => NodeRef;
  readonly resolve: (ctx: ViewerContext, input: InputOf<R>) => Promise<P>;
}

/** Adds `<name>`, with `<Name>Input`, `<Name>Payload` and the union `<Name>Result` of the payload and its errors. */
export function payloadMutation<P extends object, R extends InputRules>(
  builder: Builder,
  name: string,
  options: PayloadMutationOptions<P, R>,
): void {
  const { payload, resolve, errors = [], isRecorded = false, changeSetNote, complexity: cost } = options;
  const description = describe(builder, name, options);
  const Payload: TypeRef<P> = builder.objectRef<P>(`${capitalize(name)}Payload`).implement({
    description: `What \`${name}\` returns on success.`,
    fields: (t) => ({ ...payload?.(t), ...(isRecorded && { changeSet: t.changeSet(changeSetNote) }) }),
  });
  const Input = options.rules && inputType(builder, name, options.rules, options.input);
  const common = {
    type: Payload,
    description,
    errors: { types: [...errors] },
    ...(options.authScopes && {
      authScopes: { ...options.authScopes, ...(options.allowsRejected && { rejected: true as const }) },
    }),
    ...((options.skipTypeScopes || options.authScopes) && { skipTypeScopes: true }),
    ...(options.allowsRejected && { extensions: { allowsRejected: true } }),
    ...(cost && { complexity: (args: { input?: object }) => cost(args.input ?? {}) }),
  };
  const run = async (ctx: ViewerContext, input: object): Promise<P & ChangedPayload> => {
    const committed: string[] = [];
    const result = await resolve({ ...ctx, committed }, input as InputOf<R>);
    return { ...result, changeSetId: committed.at(-1) ?? null };
  };
  // Pothos cannot resolve the shape of a result whose payload is a type parameter.
  builder.mutationField(name, (t) =>
    Input
      ? t.field({
          ...common,
          args: { input: t.arg({ type: Input, required: true, description: `The input of \`${name}\`.` }) },
          resolve: (_root, args, ctx, info) => run(ctx, inputArgument(info, args.input)) as never,
        })
      : t.field({ ...common, resolve: (_root, _args, ctx) => run(ctx, {}) as never }),
  );
  const { nodeOf } = options;
  if (Input && nodeOf) {
    builder.options.registry.batchable.set(name, {
      description,
      input: Input,
      run: async (ctx, input) => nodeOf(await run(ctx, input)),
    });
  }
}

function describe(builder: Builder, name: string, options: MutationOptions<InputRules>): string {
  const { description, rules, keepsOmitted, authScopes } = options;
  const isUpdate = keepsOmitted ?? name.startsWith('update');
  const shape = rules && isUpdate && rulesShape(builder.options.registry, `${capitalize(name)}Input`, rules);
  return [description, authScopes && requirementOf(authScopes), shape && describeOmissions(shape)]
    .filter(Boolean)
    .join(' ');
}

const requirementOf = (scopes: NonNullable<MutationOptions<InputRules>['authScopes']>) =>
  'session' in scopes
    ? 'Requires a session, not an access token.'
    : 'Requires a session, or an access token with the scope `INTEGRATIONS`.';

/** The input type of a mutation, with the fields that follow from its rules. */
function inputType(builder: Builder, name: string, rules: InputRules, fields: MutationOptions<InputRules>['input']) {
  const type = `${capitalize(name)}Input`;
  const shape = rulesShape(builder.options.registry, type, rules);
  const notes = (field: string) => (shape[field] ? notesOf(shape[field]) : {});
  const { idOf, nodeRef, chosenIdOf } = notes('id');
  return builder.inputType(type, {
    description: `Input of \`${name}\`.`,
    rules,
    fields: (t) => ({
      ...((idOf || nodeRef) && { id: t.id({ required: true }) }),
      ...(chosenIdOf && { id: t.id() }),
      ...(notes('ifVersion').ifVersion && { ifVersion: t.int() }),
      ...fields?.(t),
    }),
  });
}
