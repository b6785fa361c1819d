import type { Domain } from '../../../domain.ts';
import { defineQuickAdd } from './quick-add.schema.ts';

/** Quick add: what a line of text says about a new task. */
export const quickAdd: Domain = {
  schema: defineQuickAdd,
};
