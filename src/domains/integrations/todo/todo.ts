import type { Domain } from '../../../domain.ts';
import { followTasks } from './todo.service.ts';

/** The sync of tasks with Microsoft To Do, in both ways. */
export const todo: Domain = {
  afterChanges: followTasks,
};
