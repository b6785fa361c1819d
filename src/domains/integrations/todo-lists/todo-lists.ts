import type { Domain } from '../../../domain.ts';
import { defineTodoLists } from './todo-lists.schema.ts';

/** Lists of Microsoft To Do, and which of them are synced. */
export const todoLists: Domain = {
  schema: defineTodoLists,
};
