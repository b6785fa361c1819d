import { actFor, type Context, type ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { jobForAccount, ownerOfJob } from '../../../platform/jobs/account-jobs.ts';
import { exponential } from '../../../platform/jobs/backoff.ts';
import { enqueue, type JobKind, type RunningJob } from '../../../platform/jobs/jobs.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import type { DayOfWeek } from '../../../platform/time/calendar.ts';
import type { Touched } from '../../../platform/transactions/model-writer.ts';
import { type Transaction, transaction } from '../../../platform/transactions/transaction.ts';
import { enqueuePushes, push } from '../push-subscriptions/push-subscriptions.service.ts';
import { subjectsOf } from './reminders.loaders.ts';
import {
  follow,
  mailOf,
  meetingSubject,
  momentOf,
  nextDue,
  notificationOf,
  type Subject,
  taskSubject,
  timeToLiveOf,
} from './reminders.plans.ts';
import { firedAtOnce, firingName, subjectId } from './reminders.rules.ts';

type Reminder = Row<'reminder'>;
type Tx = Transaction<ViewerContext>;

const isSame = (a: Subject, b: Subject) =>
  a.startsAt?.getTime() === b.startsAt?.getTime() && a.day === b.day && a.isOpen === b.isOpen;

/** Brings the reminders of records up to date with what a transaction has done to the records, whichever way it did. */
async function followRecords<R extends { id: string }>(
  tx: Tx,
  type: 'Task' | 'Meeting',
  touched: readonly Touched[],
  subjectOf: (row: R, calendar: Tx['calendar']) => Subject,
): Promise<void> {
  const first = new Map<string, Subject>();
  const changed = new Map<string, Subject>();
  for (const { before, after } of touched) {
    const [was, is] = [before, after] as [R | null, R | null];
    if (!was || !is) continue;
    const key = subjectId({ type, id: is.id });
    if (!first.has(key)) first.set(key, subjectOf(was, tx.calendar));
    changed.set(key, subjectOf(is, tx.calendar));
  }
  const moved = [...changed].flatMap(([key, after]) => (isSame(first.get(key) as Subject, after) ? [] : [key]));
  const reminders = await inChunks(moved, (some) =>
    tx.db.reminder.findMany({ where: { aboutId: { in: some }, NOT: { NOT: ownedBy(tx.viewer) } } }),
  );
  for (const reminder of reminders) {
    const key = reminder.aboutId as string;
    const next = follow(reminder, first.get(key) as Subject, changed.get(key) as Subject, tx.calendar);
    if (next) await tx.write.reminder.update({ id: reminder.id }, next);
  }
}

/** Has reminders follow the tasks that they are about. */
export const followTasks = (tx: Tx, touched: readonly Touched[]) =>
  followRecords<Row<'task'>>(tx, 'Task', touched, taskSubject);

/** Has reminders follow the meetings that they are about. */
export const followMeetings = (tx: Tx, touched: readonly Touched[]) =>
  followRecords<Row<'meeting'>>(tx, 'Meeting', touched, meetingSubject);

/** Has reminders at a time of day, which wait for it, follow the clock of the person. */
export async function followClock(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const [before, after] = [touched[0]?.before, touched.at(-1)?.after] as [Row<'account'>?, Row<'account'>?];
  if (!before || !after) return;
  if (before.timeZone === after.timeZone && before.dayStartsAt === after.dayStartsAt) return;
  const calendarOf = ({ timeZone, dayStartsAt, weekStartsOn }: Row<'account'>) =>
    tx.calendar.by({ timeZone, dayStartsAt, weekStartsOn: weekStartsOn as DayOfWeek });
  const calendar = calendarOf(after);
  const waiting = { NOT: [{ timeOfDay: null }, { dueAt: null }], snoozedUntil: null };
  const reminders = await tx.db.reminder.findMany({ where: { AND: [ownedBy(tx.viewer), waiting] } });
  const subjects = await subjectsOf({ ...tx, calendar }, reminders);
  for (const [index, reminder] of reminders.entries()) {
    const moment = momentOf(reminder, subjects[index] as Subject, calendar);
    await tx.write.reminder.update({ id: reminder.id }, { dueAt: moment && moment > calendar.now ? moment : null });
  }
}

/** Has reminders that came back from the trash, or by an undo, wait for what is still to come, and not fire at once. */
async function renew(tx: Tx, reminders: readonly Reminder[]): Promise<void> {
  const subjects = await subjectsOf(tx, reminders);
  for (const [index, reminder] of reminders.entries()) {
    const dueAt = nextDue(reminder, subjects[index] as Subject, tx.calendar);
    await tx.write.reminder.update({ id: reminder.id }, { dueAt });
  }
}

/** Renews reminders that a transaction has taken out of the trash. */
export async function renewRestored(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const restored = touched.flatMap(({ before, after }) => {
    const [was, is] = [before, after] as [Reminder | null, Reminder | null];
    return was?.trashedAt && is && !is.trashedAt ? [is] : [];
  });
  if (restored.length > 0) await renew(tx, restored);
}

/** Renews reminders that an undo has changed. */
export async function renewUndone(tx: Tx, ids: readonly string[]): Promise<void> {
  const reminders = await inChunks(ids, (some) =>
    tx.db.reminder.findMany({ where: { AND: [ownedBy(tx.viewer), { id: { in: some } }] } }),
  );
  await renew(tx, reminders);
}

const minute = 60_000;

/** How many accounts are looked after at once. */
const maxOwners = 500;

const jobOf = (accountId: string) => jobForAccount(firingName, accountId);

/**
 * Enqueues a job for each account that has reminders due. The server looks every few seconds, by the clock alone: what was missed
 * while none ran, or when the clock jumped, is due as well.
 * @param owners null for all; changes of some owners alone make nothing due
 */
export async function enqueueFiring(ctx: Context, owners: readonly string[] | null): Promise<void> {
  if (owners) return;
  const due = await ctx.db.reminder.groupBy({
    by: ['ownerId'],
    where: { trashedAt: null, dueAt: { lte: ctx.calendar.now } },
    orderBy: { ownerId: 'asc' },
    take: maxOwners,
  });
  if (due.length === 0) return;
  await transaction(ctx, 'enqueueFiring', (tx) =>
    enqueue(
      tx,
      due.map(({ ownerId }) => jobOf(ownerId)),
    ),
  );
}

/** Fires what is due of an account, in one change set: subscriptions and webhooks get what was missed at once. */
export const fireReminders: JobKind = {
  maxAttempts: 10,
  backoff: (attempt) => exponential(attempt, 1_000, 10 * minute),
  releaseKeyWhenDone: true,
  postponeWhenGivenUp: true,
  async run(ctx, job) {
    const owner = await ownerOfJob(ctx, job);
    if (owner) await job.finish(owner, fire);
  },
};

/** The owner's transactions run one after another, and what has fired is not due any more: so nothing fires twice. */
async function fire(tx: Tx): Promise<void> {
  const { now } = tx.calendar;
  const due = await tx.db.reminder.findMany({
    where: { AND: [ownedBy(tx.viewer), { trashedAt: null, dueAt: { lte: now } }] },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: firedAtOnce,
  });
  const subjects = await subjectsOf(tx, due);
  const [fired, over]: [string[], string[]] = [[], []];
  for (const [index, { id }] of due.entries()) (subjects[index]?.isOpen ? fired : over).push(id);
  await tx.write.reminder.update({ id: { in: fired } }, { firedAt: now, dueAt: null, snoozedUntil: null });
  await tx.write.reminder.update({ id: { in: over } }, { dueAt: null });
  const mailed = due.filter(({ id, isMailed }) => isMailed && fired.includes(id)).map(({ id }) => id);
  const { accountId } = tx.viewer;
  if (mailed.length > 0 && tx.app.mailer) {
    await enqueue(tx, [{ kind: 'mailReminders', payload: { accountId, ids: mailed.join(',') } }]);
  }
  if (fired.length > 0) await enqueuePushes(tx, 'pushReminders', { ids: fired.join(',') });
  if (due.length === firedAtOnce) await enqueue(tx, [jobOf(accountId)]);
}

/** The reminders of a job that were neither dismissed, put off nor trashed since they fired. */
const stillDue = (owner: ViewerContext, { ids = '' }: RunningJob['payload']): Promise<Reminder[]> =>
  owner.db.reminder.findMany({
    where: {
      AND: [
        ownedBy(owner.viewer),
        { trashedAt: null, dismissedAt: null, snoozedUntil: null },
        { id: { in: ids.split(',') } },
      ],
    },
    orderBy: { id: 'asc' },
  });

/** Mails reminders that have fired together, in one mail; those that were dismissed or put off meanwhile are left out. */
export const mailReminders: JobKind = {
  maxAttempts: 8,
  backoff: (attempt) => exponential(attempt, minute / 6, 60 * minute),
  async run(ctx, job) {
    const { mailer } = ctx.app;
    const owner = await ownerOfJob(ctx, job);
    if (!mailer || !owner) return;
    const reminders = await stillDue(owner, job.payload);
    const mail = mailOf(reminders, await subjectsOf(owner, reminders), owner.calendar, ctx.app.config.publicUrl);
    if (mail) await mailer.send({ to: owner.viewer.account.email, ...mail });
  },
};

/** Pushes reminders that have fired together to one browser, in one notification; those that were dismissed meanwhile are left out. */
export const pushReminders: JobKind = {
  maxAttempts: 10,
  backoff: (attempt) => exponential(attempt, minute / 6, 10 * minute),
  async run(ctx, job) {
    const { subscriptionId = '' } = job.payload;
    const include = { account: true };
    const subscription = await ctx.db.pushSubscription.findUnique({ where: { id: subscriptionId }, include });
    if (!subscription) return;
    const { account, ...rest } = subscription;
    const owner = actFor(ctx, account);
    const reminders = await stillDue(owner, job.payload);
    const subjects = await subjectsOf(owner, reminders);
    const notification = notificationOf(reminders, subjects, owner.calendar, ctx.app.config.publicUrl);
    if (!notification) return;
    const timeToLive = timeToLiveOf(subjects, owner.calendar.now);
    await push(owner, job, rest, { content: notification, timeToLive });
  },
};
