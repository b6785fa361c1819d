import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import { derivedId } from '../../../platform/database/ids.ts';
import { modelKeyOf, type OwnedKey, type Row } from '../../../platform/database/models.ts';
import { InvalidInputError } from '../../../platform/errors.ts';
import { getService, listService } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { createRecord, requireReferences, updateRecord } from '../../../platform/records/records.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { type InputOf, parseInput, type TargetInput, targetInput } from '../../../platform/validation/input-rules.ts';
import { reminderList } from './reminders.access.ts';
import { subjectsOf } from './reminders.loaders.ts';
import { momentOf, nextDue, type Subject, taskSubject } from './reminders.plans.ts';
import {
  createReminderInput,
  givenTimings,
  snoozeReminderInput,
  subjectId,
  timingIssueOf,
  updateReminderInput,
} from './reminders.rules.ts';

type Reminder = Row<'reminder'>;
type Tx = Transaction<ViewerContext>;
type Timed = Pick<Reminder, 'aboutId' | 'date' | 'at' | 'minutesBefore' | 'timeOfDay'>;

/** Lists the viewer's reminders, by default what fires next first. */
export const listReminders = listService(reminderList);

/** Returns one of the viewer's reminders. Null if there is none. */
export const getReminder = getService(reminderList);

function refuse(field: string, message: string): never {
  throw new InvalidInputError([{ path: ['input', field], message }]);
}

const requireOpen = ({ isOpen }: Subject, field: string) =>
  isOpen || refuse(field, 'must not be about what is done, cancelled, declined or in the trash');

async function subjectOf(tx: Tx, reminder: Pick<Reminder, 'aboutId' | 'date'>): Promise<Subject> {
  const [subject] = await subjectsOf(tx, [reminder]);
  return subject as Subject;
}

/** When a reminder fires first. Null while what it is about has no time. @throws InvalidInputError if that has passed */
function requireToCome({ calendar }: Tx, reminder: Timed, subject: Subject): Date | null {
  const moment = momentOf(reminder, subject, calendar);
  if (!moment || moment > calendar.now) return moment;
  return refuse(givenTimings(reminder)[0] ?? 'at', 'must be at a moment that is still to come');
}

/**
 * Creates a reminder: of a task or meeting, of a day, or of nothing but its title.
 * @throws InvalidInputError if its moment has passed, or what it is about is over; NotFoundError if that does not exist
 */
export async function createReminder(
  ctx: ViewerContext,
  input: InputOf<typeof createReminderInput>,
): Promise<Reminder> {
  const { id, aboutId: about, ...given } = parseInput(ctx, createReminderInput, input);
  const { date = null, at = null, minutesBefore = null, timeOfDay = null, ...details } = given;
  const aboutId = about ? subjectId(about) : null;
  const timed = { aboutId, date, at, minutesBefore, timeOfDay };
  return transaction(ctx, 'createReminder', (tx) =>
    createRecord(tx, 'reminder', input, id, async (create) => {
      if (about) await requireReferences(tx, { aboutId: modelKeyOf(about.type) as OwnedKey }, { aboutId: about.id });
      const subject = await subjectOf(tx, timed);
      requireOpen(subject, 'aboutId');
      return create({ ...details, ...timed, dueAt: requireToCome(tx, timed, subject) });
    }),
  );
}

/**
 * Changes a reminder. Another time to fire takes the place of the one before, and arms it anew.
 * @throws InvalidInputError if its moment has passed, or the time does not fit what it is about; NotFoundError; ConflictError
 */
export async function updateReminder(
  ctx: ViewerContext,
  input: InputOf<typeof updateReminderInput>,
): Promise<Reminder> {
  const { id, ifVersion, ...changes } = parseInput(ctx, updateReminderInput, input);
  const { at = null, minutesBefore = null, timeOfDay = null, ...details } = changes;
  const timing = { at, minutesBefore, timeOfDay };
  return transaction(ctx, 'updateReminder', (tx) =>
    updateRecord(tx, 'reminder', { id, ifVersion }, async (row) => {
      if (details.title === '' && row.aboutId === null && row.date === null) {
        refuse('title', 'must not be empty for a reminder about nothing');
      }
      if (givenTimings(timing).length === 0) return details;
      const timed = { ...row, ...timing };
      const issue = timingIssueOf(timed);
      if (issue) refuse(issue.path, issue.message);
      const subject = await subjectOf(tx, row);
      const moment = requireToCome(tx, timed, subject);
      const standing = { firedAt: null, dismissedAt: null, snoozedUntil: null };
      return { ...details, ...timing, ...standing, dueAt: subject.isOpen ? moment : null };
    }),
  );
}

/** Dismisses a reminder: it fires no more, unless what it is about moves. One that is dismissed already stays so. */
export async function dismissReminder(ctx: ViewerContext, input: TargetInput): Promise<Reminder> {
  const { id, ifVersion } = parseInput(ctx, targetInput('Reminder'), input);
  return transaction(ctx, 'dismissReminder', (tx) =>
    updateRecord(tx, 'reminder', { id, ifVersion }, ({ dismissedAt }) =>
      dismissedAt ? {} : { dismissedAt: tx.calendar.now, dueAt: null, snoozedUntil: null },
    ),
  );
}

/**
 * Puts a reminder off: it fires then, whether it has fired before or not.
 * @throws InvalidInputError if what it is about is over, or the moment has passed; NotFoundError; ConflictError
 */
export async function snoozeReminder(
  ctx: ViewerContext,
  input: InputOf<typeof snoozeReminderInput>,
): Promise<Reminder> {
  const { id, ifVersion, until } = parseInput(ctx, snoozeReminderInput, input);
  return transaction(ctx, 'snoozeReminder', (tx) =>
    updateRecord(tx, 'reminder', { id, ifVersion }, async (row) => {
      requireOpen(await subjectOf(tx, row), 'id');
      return { snoozedUntil: until, dueAt: until, dismissedAt: null };
    }),
  );
}

/** Gives the next occurrence of a task the reminders of another one that are relative to it. They are armed by its own time. */
export async function copyReminders(tx: Tx, fromId: string, next: Row<'task'>): Promise<void> {
  const aboutId = subjectId({ type: 'Task', id: next.id });
  const reminders = await tx.db.reminder.findMany({
    where: {
      aboutId: subjectId({ type: 'Task', id: fromId }),
      at: null,
      trashedAt: null,
      NOT: { NOT: ownedBy(tx.viewer) },
    },
    orderBy: { id: 'asc' },
  });
  const subject = taskSubject(next, tx.calendar);
  await tx.write.reminder.createMany(
    reminders.map(({ id, title, minutesBefore, timeOfDay, isMailed }) => {
      const copy = { title, minutesBefore, timeOfDay, isMailed, at: null };
      const standing = { firedAt: null, dismissedAt: null, snoozedUntil: null };
      return {
        ...copy,
        id: derivedId(next.id, id),
        aboutId,
        dueAt: nextDue({ ...copy, ...standing }, subject, tx.calendar),
      };
    }),
  );
}

/** Whether there are reminders of some tasks that were not made with them, at one moment. */
export async function isRemindedOf(tx: Tx, taskIds: readonly string[], madeAt: Date): Promise<boolean> {
  const aboutIds = taskIds.map((id) => subjectId({ type: 'Task', id: id }));
  const found = await inChunks(aboutIds, (some) =>
    tx.db.reminder.findMany({
      where: { AND: [ownedBy(tx.viewer), { aboutId: { in: some }, NOT: { createdAt: madeAt } }] },
      take: 1,
    }),
  );
  return found.length > 0;
}
