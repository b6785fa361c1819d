import { z } from 'zod';
import type { Row } from '../../../platform/database/models.ts';
import { enumOf } from '../../../platform/validation/enum-rules.ts';
import { asPeriod, date, idOf, instant, line, optional } from '../../../platform/validation/input-rules.ts';

type Block = Row<'timeBlock'>;

/** The maximum number of blocks of an account that are not over. */
export const maxCurrent = 1_000;
/** The maximum number of blocks that are listed, and of days that they are listed for. */
export const listLimits = { blocks: 500, days: 62 };
/** How long a block may be, in hours. */
const maxHours = 24;

/** The maximum length of a title. */
export const maxTitle = 255;

const fields = { title: line(maxTitle), startsAt: instant, endsAt: instant, showAs: enumOf('TimeBlockShowAs') };

/** What is wrong with the end of a block. Null if nothing is. */
export function endProblem({ startsAt, endsAt }: Pick<Block, 'startsAt' | 'endsAt'>): string | null {
  if (endsAt <= startsAt) return 'must be after startsAt';
  return endsAt.getTime() - startsAt.getTime() > maxHours * 3_600_000
    ? `must be within ${maxHours} hours of startsAt`
    : null;
}

export const blockTimeInput = z.object({
  ...fields,
  showAs: fields.showAs.nullish(),
  taskId: idOf('Task').nullish(),
  integrationId: idOf('Integration').nullish(),
});
export const updateTimeBlockInput = z.object({ id: idOf('TimeBlock'), ...optional(fields) });
export const timeBlockInput = z.object({ id: idOf('TimeBlock') });
export const timeBlocksArguments = asPeriod(z.object({ from: date, to: date }), listLimits.days);

/** Time that is to be kept free for a task. */
export interface Wanted {
  readonly taskId: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a day has. */
export interface DayToBlock {
  /** What its plan has placed. */
  readonly placed: readonly Wanted[];
  /** The tasks that had a time of the day before, each with it. */
  readonly kept: readonly Wanted[];
}
