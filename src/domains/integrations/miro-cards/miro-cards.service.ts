import type { ViewerContext } from '../../../platform/context.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { active } from '../../../platform/records/soft-delete.ts';
import { skillMatrix } from '../../skills/skill-matrix/skill-matrix.service.ts';
import {
  goalColumns,
  itemsOfColumns,
  type SkillGap,
  skillGapColumns,
  type WantedItem,
  type Week,
  weekColumns,
} from './miro-cards.rules.ts';

/** The maximum number of records of a kind that are read for a frame, more than it shows. */
const maxRead = 500;

/** What a frame is to show now. @returns the items, and how many there is no room for */
export async function wantedItems(
  ctx: ViewerContext,
  { content, weekStartsOn }: Pick<Row<'miroFrame'>, 'content' | 'weekStartsOn'>,
): Promise<{ items: WantedItem[]; leftOutCount: number }> {
  if (content === 'GOALS') return itemsOfColumns(goalColumns(await openGoals(ctx)));
  if (content === 'SKILL_GAPS') return itemsOfColumns(skillGapColumns(await skillGaps(ctx)));
  return itemsOfColumns(weekColumns(await weekFrom(ctx, weekStartsOn ?? ctx.calendar.startOfWeek(ctx.calendar.today))));
}

function openGoals(ctx: ViewerContext): Promise<Row<'goal'>[]> {
  return ctx.db.goal.findMany({
    where: { AND: [ownedBy(ctx.viewer), active('goal'), { status: { in: ['ACTIVE', 'PLANNED'] } }] },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { titleNormalized: 'asc' }, { id: 'asc' }],
    take: maxRead,
  });
}

/** The skills below their targets as of today, the largest gaps first. */
async function skillGaps(ctx: ViewerContext): Promise<SkillGap[]> {
  const { categories } = await skillMatrix(ctx, { asOf: ctx.calendar.today });
  const gaps = categories.flatMap(({ name: category, skills }) =>
    skills.flatMap(({ skill, name, level, targetLevel, gap }): SkillGap[] => {
      if (!skill || targetLevel === null || (gap !== null && gap <= 0)) return [];
      return [{ skillId: skill.id, name, category, level: gap === null ? null : level, targetLevel }];
    }),
  );
  const sizeOf = ({ level, targetLevel }: SkillGap) => targetLevel - (level ?? 0);
  return gaps.sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, maxRead);
}

/** What there is of the week from a day on: tasks done, learnings, feedback received, and meetings that took or take place. */
async function weekFrom(ctx: ViewerContext, from: string): Promise<Week> {
  const { calendar, db, viewer } = ctx;
  const to = calendar.addDays(from, 6);
  const during = { gte: calendar.startOfDay(from), lt: calendar.endOfDay(to) };
  const days = { gte: from, lte: to };
  const take = maxRead;
  const tasks = await db.task.findMany({
    where: { AND: [ownedBy(viewer), active('task'), { status: 'DONE', completedAt: during }] },
    orderBy: [{ completedAt: 'asc' }, { id: 'asc' }],
    take,
  });
  const learnings = await db.learning.findMany({
    where: { AND: [ownedBy(viewer), active('learning'), { learnedOn: days }] },
    orderBy: [{ learnedOn: 'asc' }, { id: 'asc' }],
    take,
  });
  const feedback = await db.feedback.findMany({
    where: { AND: [ownedBy(viewer), active('feedback'), { direction: 'RECEIVED', occurredOn: days }] },
    orderBy: [{ occurredOn: 'asc' }, { id: 'asc' }],
    include: { person: true },
    take,
  });
  const meetings = await db.meeting.findMany({
    where: { AND: [ownedBy(viewer), active('meeting'), { status: { not: 'CANCELLED' }, startsAt: during }] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take,
  });
  return {
    ...{ tasks, learnings, feedback },
    meetings: meetings.map(({ id, title, startsAt }) => ({ id, title, day: calendar.dayOf(startsAt) })),
  };
}
