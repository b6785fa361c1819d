import { z } from 'zod';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { instant } from '../../../platform/validation/input-rules.ts';

/** The range of a timeline. It ends now by default; `to: null` means no end. */
export const timelineInput = z.object({
  from: instant.nullish().transform((from) => from ?? undefined),
  to: instant.nullish().transform((to) => (to === null ? undefined : (to ?? currentCalendar().now))),
});
