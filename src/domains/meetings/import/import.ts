import type { Domain } from '../../../domain.ts';
import { defineMeetingImport } from './import.schema.ts';

/** The import of meetings from iCalendar files. */
export const meetingImport: Domain = {
  schema: defineMeetingImport,
};
