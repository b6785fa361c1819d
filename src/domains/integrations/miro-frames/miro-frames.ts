import type { Domain } from '../../../domain.ts';
import { defineMiroFrames } from './miro-frames.schema.ts';

/** Frames: goals, skills and weeks on boards at Miro. */
export const miroFrames: Domain = { schema: defineMiroFrames };
