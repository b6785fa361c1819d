import type { Domain } from '../../../domain.ts';
import { definePromptImport } from './prompt-import.schema.ts';

/** The import of prompts from files of Anki and Obsidian. */
export const promptImport: Domain = { schema: definePromptImport };
