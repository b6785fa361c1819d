import type { ViewerContext } from '../../../platform/context.ts';
import { modelNameOf } from '../../../platform/database/models.ts';
import { pickRecords } from '../../../platform/queries/picks.ts';
import { countRecords } from '../../../platform/queries/stats.ts';
import { ownedAmong, ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { quoted } from '../../../platform/text/report.ts';
import { type InputOf, parseInput } from '../../../platform/validation/input-rules.ts';
import { energyEntryStats, notedWithin } from '../../energy/energy/energy.access.ts';
import { energyText, feedbackText, learningText, ofNamed, pulseText } from '../weekly-review/weekly-review.rules.ts';
import { packetSources } from './review-packet.access.ts';
import { assessmentText, checkInText, interviewText, reviewPacketOf } from './review-packet.plans.ts';
import {
  type MonthEnergy,
  monthlyQuota,
  monthOf,
  type PacketKind,
  type PacketRecords,
  type PickedLines,
  packetKinds,
  type ReviewPacket,
  reviewPacketInput,
} from './review-packet.rules.ts';

interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * The packet for a review of the viewer, of a period of days, both ends included.
 * @throws InvalidInputError if the period has more than 731 days, or if the first day is after the last
 */
export async function reviewPacket(
  ctx: ViewerContext,
  input: InputOf<typeof reviewPacketInput>,
): Promise<ReviewPacket> {
  const days = parseInput(ctx, reviewPacketInput, input, []);
  const { database, viewer } = ctx;
  const [picked, energy] = await Promise.all([
    database.readMany({ model: 'task', ownerId: viewer.accountId }, () => readPicked(ctx, days)),
    energyByMonth(ctx, days),
  ]);
  return reviewPacketOf(days.from, days.to, { picked, energy });
}

/** The mean energy of each month that has entries with energy. */
async function energyByMonth(ctx: ViewerContext, { from, to }: Days): Promise<MonthEnergy[]> {
  const measures = [{ name: 'energy', hasRange: false, hasMedian: false, hasDeviation: false }];
  const only = notedWithin(ctx.calendar, from, to);
  const months = await countRecords(ctx, energyEntryStats, { only, bucket: 'MONTH', measures });
  return months.flatMap(({ period, measures: { energy } }) =>
    period && energy ? [{ month: monthOf(period.startsOn), mean: energy.mean, n: energy.count }] : [],
  );
}

async function readPicked(ctx: ViewerContext, days: Days): Promise<PacketRecords['picked']> {
  const { calendar, db, viewer } = ctx;

  /** The lines of a section: the records that are picked, with their texts, and the number of all. */
  async function pick<T extends { readonly id: string }>(
    kind: PacketKind,
    find: (where: ReturnType<typeof ownedAmong>) => PromiseLike<T[]>,
    textOf: (record: T) => string,
  ): Promise<PickedLines> {
    const { model, where, time, ranks } = packetSources[kind];
    const question = {
      ...{ model: modelNameOf(model), where: { AND: [ownedBy(viewer), active(model), where] }, time, ranks },
      ...{ ...days, bucket: 'MONTH' as const, quota: monthlyQuota },
    };
    const picked = await pickRecords(ctx, question, calendar);
    const found =
      picked.length > 0
        ? await find(
            ownedAmong(
              viewer,
              picked.map(({ id }) => id),
            ),
          )
        : [];
    const records = new Map(found.map((record) => [record.id, record]));
    const dated = picked.map(({ at, ...one }) => ({ ...one, date: at instanceof Date ? calendar.dayOf(at) : at }));
    return {
      counts: new Map(dated.map(({ date, periodCount }) => [monthOf(date), periodCount])),
      // One that was deleted meanwhile is left out.
      lines: dated.flatMap(({ id, date }) => {
        const record = records.get(id);
        return record ? [{ text: quoted(textOf(record)), date, node: { type: modelNameOf(model), id } }] : [];
      }),
    };
  }

  const titled = { id: true, title: true } as const;
  const named = { person: { select: { name: true } } } as const;
  const ofGoal = { goal: { select: { title: true } } } as const;
  const feedback = (kind: PacketKind, way: 'from' | 'to') =>
    pick(
      kind,
      (where) =>
        db.feedback.findMany({ where, select: { id: true, kind: true, body: true, occurredOn: true, ...named } }),
      (record) => feedbackText(record, way),
    );

  const lines = {
    DONE: pick(
      'DONE',
      (where) => db.task.findMany({ where, select: titled }),
      ({ title }) => title,
    ),
    GOALS: pick(
      'GOALS',
      (where) => db.goal.findMany({ where, select: titled }),
      ({ title }) => title,
    ),
    MILESTONES: pick(
      'MILESTONES',
      (where) => db.milestone.findMany({ where, select: { ...titled, ...ofGoal } }),
      ({ title, goal }) => `${title}${ofNamed(', of', goal)}`,
    ),
    CHECK_INS: pick(
      'CHECK_INS',
      (where) =>
        db.goalCheckIn.findMany({
          where,
          select: {
            id: true,
            value: true,
            health: true,
            notes: true,
            goal: { select: { title: true, metricUnit: true } },
          },
        }),
      (record) => checkInText(record),
    ),
    LEARNINGS: pick(
      'LEARNINGS',
      (where) => db.learning.findMany({ where, select: { ...titled, sourceTitle: true } }),
      (record) => learningText(record),
    ),
    DECISIONS: pick(
      'DECISIONS',
      (where) => db.meetingItem.findMany({ where, select: { ...titled, meeting: { select: { title: true } } } }),
      ({ title, meeting }) => `${title}${ofNamed(', in', meeting)}`,
    ),
    PRAISE: feedback('PRAISE', 'from'),
    ADVICE: feedback('ADVICE', 'from'),
    FEEDBACK_GIVEN: feedback('FEEDBACK_GIVEN', 'to'),
    ASSESSMENTS: pick(
      'ASSESSMENTS',
      (where) =>
        db.assessment.findMany({
          where,
          select: { id: true, level: true, source: true, notes: true, skill: { select: { name: true } }, ...named },
        }),
      (record) => assessmentText(record),
    ),
    ARTIFACTS: pick(
      'ARTIFACTS',
      (where) => db.artifact.findMany({ where, select: titled }),
      ({ title }) => title,
    ),
    STORIES: pick(
      'STORIES',
      (where) => db.story.findMany({ where, select: titled }),
      ({ title }) => title,
    ),
    INTERVIEWS: pick(
      'INTERVIEWS',
      (where) => db.practiceInterview.findMany({ where, select: { id: true, kind: true, score: true, notes: true } }),
      (record) => interviewText(record),
    ),
    APPLICATIONS: pick(
      'APPLICATIONS',
      (where) => db.jobApplication.findMany({ where, select: { ...titled, company: true } }),
      ({ title, company }) => `${title} at ${company}`,
    ),
    ENGAGEMENT: pick(
      'ENGAGEMENT',
      (where) => db.engagementPulse.findMany({ where, select: { id: true, score: true, notes: true } }),
      (record) => pulseText(record),
    ),
    ENERGY: pick(
      'ENERGY',
      (where) => db.energyEntry.findMany({ where, select: { id: true, notes: true, ...allRatings } }),
      (record) => energyText(record),
    ),
  } satisfies Record<PacketKind, Promise<PickedLines>>;
  const entries = packetKinds.map(async (kind) => [kind, await lines[kind]] as const);
  return Object.fromEntries(await Promise.all(entries)) as PacketRecords['picked'];
}

const allRatings = { energy: true, mood: true, focus: true, stress: true, engagement: true } as const;
