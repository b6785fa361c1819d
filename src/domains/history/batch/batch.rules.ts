import { z } from 'zod';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../../../platform/errors.ts';

/** So many that a day offline fits into one or two, and so few that an owner's other writers need not wait long. */
export const maxOperations = 200;

export const modes = ['ATOMIC', 'PER_ITEM'] as const;
export type Mode = (typeof modes)[number];

export const batchInput = z.object({
  operations: z.array(z.unknown()).max(maxOperations, `must be at most ${maxOperations}`),
  mode: z
    .enum(modes)
    .nullish()
    .transform((mode) => mode ?? 'ATOMIC'),
});

/** What came of one item of a batch. */
export type Outcome =
  | { readonly status: 'DONE'; readonly node: NodeRef }
  | { readonly status: 'FAILED'; readonly error: unknown }
  | { readonly status: 'NOT_DONE' };

/**
 * The same refusal, saying where in the batch it is: `["input", "title"]` of the fourth item, a `createTask`, becomes
 * `["input", "operations", "3", "createTask", "title"]`. Null for what is no refusal but a fault.
 */
export function refusalAt(index: number, mutation: string, error: unknown): Error | null {
  const place = ([root, ...rest]: readonly string[]) =>
    root === 'input' ? ['input', 'operations', String(index), mutation, ...rest] : [];
  if (error instanceof NotFoundError) return new NotFoundError(place(error.path));
  if (error instanceof ConflictError) return error;
  if (!(error instanceof InvalidInputError)) return null;
  return new InvalidInputError(error.issues.map(({ path, message }) => ({ path: place(path), message })));
}
