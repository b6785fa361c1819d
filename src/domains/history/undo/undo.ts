import type { Domain } from '../../../domain.ts';
import { defineUndo } from './undo.schema.ts';

/** Undo: the changes of a change set, reversed. */
export const undo: Domain = {
  schema: defineUndo,
};
