import type { Domain } from '../../../domain.ts';
import { defineFileImports } from './file-imports.schema.ts';

/** The import of files of other programs. */
export const fileImports: Domain = { schema: defineFileImports };
