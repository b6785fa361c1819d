import type { Domain } from '../../../domain.ts';
import { defineMeetingImport } from './import.schema.ts';

/** Taking over the meetings of a calendar file. */
export const meetingImport: Domain = {
  schema: defineMeetingImport,
};
