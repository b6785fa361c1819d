import { z } from 'zod';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../../../platform/errors.ts';

/** The maximum number of operations: enough for a day offline, and few enough not to block the owner's other writes for long. */
export const maxOperations = 200;

const modes = ['ATOMIC', 'PER_ITEM'] as const;
export type Mode = (typeof modes)[number];

export const batchInput = z.object({
  operations: z.array(z.unknown()).max(maxOperations, `must be at most ${maxOperations}`),
  mode: z
    .enum(modes)
    .nullish()
    .transform((mode) => mode ?? 'ATOMIC'),
});

/** The outcome of one operation of a batch. */
export type Outcome =
  | { readonly status: 'DONE'; readonly node: NodeRef }
  | { readonly status: 'FAILED'; readonly error: unknown }
  | { readonly status: 'NOT_DONE' };

/**
 * The error of an operation, with paths as of the batch: `["input", "title"]` of the fourth operation, a `createTask`, becomes
 * `["input", "operations", "3", "createTask", "title"]`. Null for an unexpected error.
 */
export function errorResponseAt(index: number, mutation: string, error: unknown): Error | null {
  const place = ([root, ...rest]: readonly string[]) =>
    root === 'input' ? ['input', 'operations', String(index), mutation, ...rest] : [];
  if (error instanceof NotFoundError) return new NotFoundError(place(error.path));
  if (error instanceof ConflictError) return error;
  if (!(error instanceof InvalidInputError)) return null;
  return new InvalidInputError(error.issues.map(({ path, message }) => ({ path: place(path), message })));
}
