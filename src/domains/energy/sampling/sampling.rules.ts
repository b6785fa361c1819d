import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { defineFilter } from '../../../platform/queries/filters.ts';
import type { OrderSpec } from '../../../platform/queries/sort-order.ts';
import { currentCalendar } from '../../../platform/validation/current-calendar.ts';
import { date, ifVersion, instant, integer, yearPeriod } from '../../../platform/validation/input-rules.ts';
import { describeRule } from '../../../platform/validation/rule-notes.ts';
import { timeOfDay } from '../../tasks/recurrences/recurrences.rules.ts';
import { mostPrompts, windowMinutes } from './sampling.plans.ts';

/** The maximum number of windows of a day. */
const maxWindows = 6;

const fields = {
  promptsPerDay: integer(1, 12),
  minSpacingMinutes: integer(5, 720),
  expiresAfterMinutes: integer(5, 240),
  isMailed: z.boolean({ error: 'must be true or false' }),
  isEnabled: z.boolean({ error: 'must be true or false' }),
};

export const samplingWindowInput = z.object({ from: timeOfDay, to: timeOfDay });

const windows = describeRule(
  z.array(samplingWindowInput).min(1, 'must be at least 1').max(maxWindows, `must be at most ${maxWindows}`),
  { limits: `1 to ${maxWindows}, in the order of the day, which do not overlap.` },
);

interface Settings {
  windows: readonly z.output<typeof samplingWindowInput>[];
  promptsPerDay: number;
  minSpacingMinutes: number;
}

/** Why settings cannot be met on any day. Null if they can. */
function samplingIssue(settings: Settings, dayStartsAt: string): { path: (string | number)[]; message: string } | null {
  const minutes = settings.windows.map((window) => windowMinutes(window, dayStartsAt));
  for (const [index, { from, to }] of minutes.entries()) {
    if (from >= to) return { path: ['windows', index, 'to'], message: 'must be after from, on the same day of yours' };
    const before = minutes[index - 1];
    if (before && from < before.to) {
      return { path: ['windows', index, 'from'], message: 'must not be before the end of the window before' };
    }
  }
  const slots = minutes.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, minute) => from + minute));
  const most = mostPrompts(slots, settings.minSpacingMinutes);
  if (settings.promptsPerDay <= most) return null;
  return {
    path: ['promptsPerDay'],
    message: `must be at most ${most}, as that many fit into the windows with this spacing`,
  };
}

export const setEnergySamplingInput = z
  .object({
    ifVersion: ifVersion(),
    windows,
    promptsPerDay: fields.promptsPerDay,
    minSpacingMinutes: fields.minSpacingMinutes.nullish().transform((minutes) => minutes ?? 60),
    expiresAfterMinutes: fields.expiresAfterMinutes.nullish().transform((minutes) => minutes ?? 30),
    isMailed: fields.isMailed.nullish().transform((is) => is ?? false),
    isEnabled: fields.isEnabled.nullish().transform((is) => is ?? true),
  })
  .superRefine((settings, context) => {
    // Whether they fit is of interest once each is valid.
    if (context.issues.length > 0) return;
    const issue = samplingIssue(settings, currentCalendar().dayStartsAt);
    if (issue) context.addIssue({ code: 'custom', ...issue });
  });

/** The rules of the settings as they are stored. */
export const energySamplingRecord = z.object({ ...fields, windows, plannedOn: date.nullable() });

/** The rules of a prompt as it is stored. */
export const energyPromptRecord = z
  .object({ date, at: instant, expiresAt: instant })
  .refine(({ at, expiresAt }) => at < expiresAt, { path: ['expiresAt'], message: 'must be after at' });

/** The period of statistics. */
export const samplingStatsInput = yearPeriod;

/** Where a prompt stands. */
export type PromptState = 'WAITING' | 'OPEN' | 'ANSWERED' | 'EXPIRED' | 'SKIPPED';

type Prompt = Pick<Row<'energyPrompt'>, 'at' | 'expiresAt' | 'sentAt' | 'energyEntryId'>;

/** The state of a prompt at a moment. */
export function promptState({ at, expiresAt, sentAt, energyEntryId }: Prompt, now: Date): PromptState {
  if (energyEntryId !== null) return 'ANSWERED';
  if (sentAt === null) return at > now ? 'WAITING' : 'SKIPPED';
  return expiresAt > now ? 'OPEN' : 'EXPIRED';
}

export const energyPromptFilter = defineFilter('EnergyPrompt', {
  id: { kind: 'id', type: 'EnergyPrompt', description: 'The id.' },
  date: { kind: 'date', description: 'The day.' },
  at: { kind: 'instant', description: 'When you are asked.' },
  expiresAt: { kind: 'instant', description: 'Until when an answer counts.' },
  sentAt: { kind: 'instant', nullable: true, description: 'When you were asked.' },
  energyEntryId: { kind: 'id', type: 'EnergyEntry', nullable: true, description: 'The id of the answer.' },
});

export const energyPromptOrder: OrderSpec = {
  name: 'EnergyPrompt',
  fields: { AT: { column: 'at', description: 'When you are asked.' } },
};
