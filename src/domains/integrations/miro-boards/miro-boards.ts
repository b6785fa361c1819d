import type { Domain } from '../../../domain.ts';
import { defineMiroBoards } from './miro-boards.schema.ts';

/** Boards at Miro, which things are pushed to and read from. */
export const miroBoards: Domain = { schema: defineMiroBoards };
