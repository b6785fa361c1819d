import type { Domain } from '../../../domain.ts';
import { storyDocument } from './stories.documents.ts';
import { defineStories } from './stories.schema.ts';

/** Stories: what to tell in an interview, by situation, task, action and result. */
export const stories: Domain = {
  schema: defineStories,
  searchDocuments: [storyDocument],
};
