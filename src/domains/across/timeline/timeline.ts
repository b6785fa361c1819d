import type { Domain } from '../../../domain.ts';
import { defineTimeline } from './timeline.schema.ts';

/** The timeline: nodes of all types by when they happened. */
export const timeline: Domain = {
  schema: defineTimeline,
};
