import type { Domain } from '../../../domain.ts';
import { storyDocument } from './stories.documents.ts';
import { updateStoryInput } from './stories.rules.ts';
import { defineStories } from './stories.schema.ts';

/** Stories to tell in interviews: situation, task, action and result (STAR). */
export const stories: Domain = {
  schema: defineStories,
  recordRules: { Story: updateStoryInput },
  searchDocuments: [storyDocument],
};
