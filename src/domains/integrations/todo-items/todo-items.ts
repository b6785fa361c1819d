import type { Domain } from '../../../domain.ts';
import { defineTodoItems } from './todo-items.schema.ts';

/** Tasks as they are synced with Microsoft To Do. */
export const todoItems: Domain = {
  schema: defineTodoItems,
};
