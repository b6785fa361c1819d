import type { Domain } from '../../../domain.ts';
import { defineBriefs } from './briefs.schema.ts';

/** Briefs: what to know before a meeting, of everybody who attends. */
export const meetingBriefs: Domain = {
  schema: defineBriefs,
};
