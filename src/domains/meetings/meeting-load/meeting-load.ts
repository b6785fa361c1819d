import type { Domain } from '../../../domain.ts';
import { defineMeetingLoad } from './meeting-load.schema.ts';

/** The load of meetings: what they take of the time, and what is left between them. */
export const meetingLoad: Domain = {
  schema: defineMeetingLoad,
};
