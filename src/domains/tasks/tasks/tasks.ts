import type { Domain } from '../../../domain.ts';
import { taskDocument } from './tasks.documents.ts';
import { defineTasks } from './tasks.schema.ts';
import { restoreTask, trashTask } from './tasks.service.ts';

/** Tasks: what is to be done, when, in which order, and what became of it. */
export const tasks: Domain = {
  schema: defineTasks,
  searchDocuments: [taskDocument],
  trash: { task: { trash: trashTask, restore: restoreTask } },
};
