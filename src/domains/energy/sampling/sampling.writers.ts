import type { ViewerContext } from '../../../platform/context.ts';
import { derivedId } from '../../../platform/database/ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { cascadeDelete } from '../../../platform/records/hard-delete.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import type { Touched } from '../../../platform/transactions/model-writer.ts';
import type { Transaction } from '../../../platform/transactions/transaction.ts';
import { heldWithin, takesTime } from '../../meetings/meetings/meetings.access.ts';
import { subjectId, subjectNode } from '../../tasks/reminders/reminders.rules.ts';
import { momentsOf, type SamplingWindow } from './sampling.plans.ts';

type EnergySampling = Row<'energySampling'>;
type EnergyPrompt = Row<'energyPrompt'>;
type Tx = Transaction<ViewerContext>;

/** The maximum number of prompts that can expire between two runs: those of a day, and of some changes of the settings. */
const maxExpired = 100;

const reminderOf = ({ id }: Pick<EnergyPrompt, 'id'>) => subjectId({ type: 'EnergyPrompt', id });
const over = (now: Date) => ({ dismissedAt: now, dueAt: null, snoozedUntil: null });

/** Brings sampling up to date: closes what has expired, draws the prompts of today once, and says when to look again. */
export async function keepSampling(tx: Tx, sampling: EnergySampling): Promise<EnergySampling> {
  const { calendar } = tx;
  const { now, today } = calendar;
  await closeExpired(tx);
  const isPlanned = sampling.plannedOn === today;
  if (!isPlanned) await planDay(tx, sampling);
  const next = await tx.db.energyPrompt.findFirst({
    where: { AND: [ownedBy(tx.viewer), { expiresAt: { gt: now }, energyEntryId: null }] },
    orderBy: { expiresAt: 'asc' },
  });
  const endOfDay = sampling.isEnabled ? calendar.endOfDay(today) : null;
  const nextRunAt = next && (!endOfDay || next.expiresAt < endOfDay) ? next.expiresAt : endOfDay;
  const changes = { plannedOn: sampling.isEnabled ? today : null, nextRunAt };
  const [kept] = await tx.write.energySampling.update({ id: sampling.id }, changes);
  return kept ?? sampling;
}

/** Dismisses the reminders of prompts that have expired. */
async function closeExpired(tx: Tx): Promise<void> {
  const { now } = tx.calendar;
  const expired = await tx.db.energyPrompt.findMany({
    where: { AND: [ownedBy(tx.viewer), { expiresAt: { lte: now } }] },
    orderBy: { expiresAt: 'desc' },
    take: maxExpired,
  });
  await tx.write.reminder.update({ aboutId: { in: expired.map(reminderOf) }, dismissedAt: null }, over(now));
}

/**
 * Draws the prompts of today. Those that were not sent and are drawn no more go; those that would be in the past, or too close to
 * one that was sent, are left out. A moment has one prompt, whose id follows from it, so that drawing twice makes none twice.
 */
async function planDay(tx: Tx, sampling: EnergySampling): Promise<void> {
  const { calendar, viewer } = tx;
  const { now, today } = calendar;
  const known = await tx.db.energyPrompt.findMany({ where: { AND: [ownedBy(viewer), { date: today }] } });
  const meetings = await tx.db.meeting.findMany({
    where: {
      AND: [ownedBy(viewer), active('meeting'), takesTime, heldWithin(calendar, today, today)],
    },
    select: { startsAt: true, endsAt: true },
  });
  const settings = { ...sampling, windows: sampling.windows as unknown as SamplingWindow[] };
  const drawn = sampling.isEnabled ? momentsOf(settings, viewer.accountId, today, meetings, calendar) : [];
  const sent = known.flatMap(({ sentAt, at }) => (sentAt ? at.getTime() : []));
  const spacing = sampling.minSpacingMinutes * 60_000;
  const wanted = drawn.filter(
    (moment) => moment > now && sent.every((time) => Math.abs(moment.getTime() - time) >= spacing),
  );
  const isKept = ({ at, expiresAt }: EnergyPrompt) =>
    wanted.some((moment) => moment.getTime() === at.getTime()) &&
    expiresAt.getTime() - at.getTime() === sampling.expiresAfterMinutes * 60_000;
  const stale = known.filter((prompt) => prompt.sentAt === null && prompt.at > now && !isKept(prompt));
  if (stale.length > 0) {
    await cascadeDelete(
      tx,
      'EnergyPrompt',
      stale.map(({ id }) => id),
    );
  }
  const kept = new Set(known.filter(isKept).map(({ at }) => at.getTime()));
  for (const at of wanted) {
    if (kept.has(at.getTime())) continue;
    const id = derivedId(sampling.id, `${at.toISOString()} ${sampling.expiresAfterMinutes}`);
    const expiresAt = new Date(at.getTime() + sampling.expiresAfterMinutes * 60_000);
    await tx.write.energyPrompt.create({ id, date: today, at, expiresAt });
    await tx.write.reminder.create({
      ...{ id: derivedId(id, 'reminder'), aboutId: reminderOf({ id }) },
      ...{ at, dueAt: at, isMailed: sampling.isMailed },
    });
  }
}

/** Notes when prompts were sent: when their reminders fired first. */
export async function noteSent(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const { now } = tx.calendar;
  const fired = touched.flatMap(({ before, after }) => {
    const [was, is] = [before, after] as [Row<'reminder'> | null, Row<'reminder'> | null];
    const node = is?.aboutId ? subjectNode(is.aboutId) : null;
    return node?.type === 'EnergyPrompt' && is?.firedAt && !was?.firedAt ? [node.id] : [];
  });
  if (fired.length === 0) return;
  await tx.write.energyPrompt.update(
    { AND: [{ id: { in: fired }, sentAt: null }, ownedBy(tx.viewer)] },
    { sentAt: now },
  );
}

/** Has new energy entries answer prompts: each the first one that was sent, is open, and was there at the time of the entry. */
export async function answerPrompts(tx: Tx, touched: readonly Touched[]): Promise<void> {
  const { now } = tx.calendar;
  const entries = touched.flatMap(({ before, after }) => (before || !after ? [] : [after as Row<'energyEntry'>]));
  if (entries.length === 0) return;
  const open = { energyEntryId: null, expiresAt: { gt: now }, NOT: { sentAt: null } };
  const prompts = await tx.db.energyPrompt.findMany({
    where: { AND: [ownedBy(tx.viewer), open] },
    orderBy: { at: 'asc' },
  });
  for (const { id, at } of entries) {
    const index = prompts.findIndex((prompt) => prompt.at <= at && at < prompt.expiresAt);
    const [prompt] = index < 0 ? [] : prompts.splice(index, 1);
    if (!prompt) continue;
    await tx.write.energyPrompt.update({ id: prompt.id }, { energyEntryId: id });
    await tx.write.reminder.update({ aboutId: reminderOf(prompt), dismissedAt: null }, over(now));
  }
}
