import type { Domain } from '../../../domain.ts';
import { defineUndo } from './undo.schema.ts';

/** Undo: an operation, and what it made of rows, taken back. */
export const undo: Domain = {
  schema: defineUndo,
};
