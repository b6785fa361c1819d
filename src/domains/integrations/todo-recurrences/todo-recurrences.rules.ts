import { z } from 'zod';
import { patternOf, type StartedRecurrence } from '../../../integrations/graph/recurrence-pattern.ts';
import { firstDate, parseDateRule } from '../../../integrations/ics/date-rule.ts';
import type { Row } from '../../../platform/database/models.ts';
import { target } from '../../../platform/validation/input-rules.ts';
import { recurrenceInput } from '../../tasks/recurrences/recurrences.rules.ts';

export const repeatInTodoInput = z.object({ ...target('Task'), rule: recurrenceInput.shape.rule.nullable() });

/** How a task is to repeat at To Do. Null if To Do cannot say it. @param startsOn the day of its next occurrence */
export const wantedRecurrence = (rule: string, startsOn: string): StartedRecurrence | null => patternOf(rule, startsOn);

/** The day of the next occurrence: the due date, or today, if the rule has it, or else the first of the rule after it. */
export function firstDay(rule: string, { dueOn }: Pick<Row<'task'>, 'dueOn'>, today: string): string {
  const start = dueOn ?? today;
  return (
    firstDate(
      parseDateRule(rule, (local) => local.toPlainDate().toString()),
      start,
      start,
    ) ?? start
  );
}
