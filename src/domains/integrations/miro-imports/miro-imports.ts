import type { Domain } from '../../../domain.ts';
import { defineMiroImports } from './miro-imports.schema.ts';

/** Imports: sticky notes at Miro become tasks and learnings. */
export const miroImports: Domain = { schema: defineMiroImports };
