import type { Domain } from '../../../domain.ts';
import { defineFrameworkFiles } from './framework-files.schema.ts';

/** Frameworks in files: import from YAML, JSON, Markdown and CSV, and export as YAML and JSON. */
export const frameworkFiles: Domain = {
  schema: defineFrameworkFiles,
};
