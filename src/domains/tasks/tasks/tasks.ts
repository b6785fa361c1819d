import type { Domain } from '../../../domain.ts';
import { taskDocument } from './tasks.documents.ts';
import { taskRecord } from './tasks.rules.ts';
import { defineTasks } from './tasks.schema.ts';
import { restoreTask, trashTask } from './tasks.service.ts';

/** Tasks: what to do, when, and in which order. A task goes to the trash and comes back with its subtasks. */
export const tasks: Domain = {
  schema: defineTasks,
  recordRules: { Task: taskRecord },
  searchDocuments: [taskDocument],
  trash: { task: { trash: trashTask, restore: restoreTask } },
};
