import type { Domain } from '../../../domain.ts';
import { promptDocument } from './prompts.documents.ts';
import { promptRecord } from './prompts.rules.ts';
import { definePrompts } from './prompts.schema.ts';

/** Prompts: questions and answers of learnings, which are due for review when they are about to be forgotten. */
export const prompts: Domain = {
  schema: definePrompts,
  recordRules: { Prompt: promptRecord },
  searchDocuments: [promptDocument],
};
