import { z } from 'zod';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { instant } from '../../../platform/validation/input-rules.ts';

/** The range of a timeline. It ends now by default; `to: null` means no end. */
export const timelineInput = (calendar: Calendar) =>
  z.object({
    from: instant(calendar)
      .nullish()
      .transform((from) => from ?? undefined),
    to: instant(calendar)
      .nullish()
      .transform((to) => (to === null ? undefined : (to ?? calendar.now))),
  });
