import type { Domain } from '../../../domain.ts';
import { defineTodoRecurrences } from './todo-recurrences.schema.ts';

/** How tasks repeat at Microsoft To Do. */
export const todoRecurrences: Domain = { schema: defineTodoRecurrences };
