import type { ViewerContext } from '../../../platform/context.ts';
import { inChunks } from '../../../platform/database/chunks.ts';
import type { Row } from '../../../platform/database/models.ts';
import { listRecordsByParent } from '../../../platform/queries/child-lists.ts';
import type { Page } from '../../../platform/queries/keyset-pagination.ts';
import type { ListArguments, Selection } from '../../../platform/queries/lists.ts';
import { ownedBy } from '../../../platform/records/ownership.ts';
import { openPrompts } from '../../energy/sampling/sampling.service.ts';
import { reminderList } from './reminders.access.ts';
import { daySubject, meetingSubject, type Subject, taskSubject } from './reminders.plans.ts';
import { subjectId, subjectNode } from './reminders.rules.ts';

type Reminder = Row<'reminder'>;

/** What a reminder is about, as messages tell of it. */
export type TitledSubject = Subject & {
  readonly title: string;
  /** The time at which it is over, so that a message about it is of no use any more. Null if there is none. */
  readonly overAt: Date | null;
};

/** What a prompt for energy says. */
const promptTitle = 'How is your energy?';

const gone: TitledSubject = { startsAt: null, day: null, isOpen: false, title: '', overAt: null };

/** What each of some of the viewer's reminders is about, in a statement for each type. */
export async function subjectsOf(
  ctx: ViewerContext,
  reminders: readonly Pick<Reminder, 'aboutId' | 'date'>[],
): Promise<TitledSubject[]> {
  const named = [...new Set(reminders.flatMap(({ aboutId }) => aboutId ?? []))].map((id) => subjectNode(id));
  const idsOf = (wanted: string) => named.flatMap((node) => (node?.type === wanted ? node.id : []));
  const whereOf = (some: string[]) => ({ AND: [{ id: { in: some } }, ownedBy(ctx.viewer)] });
  const tasks = await inChunks(idsOf('Task'), (some) => ctx.db.task.findMany({ where: whereOf(some) }));
  const meetings = await inChunks(idsOf('Meeting'), (some) => ctx.db.meeting.findMany({ where: whereOf(some) }));
  const known = new Map<string, TitledSubject>([
    ...tasks.map((task): [string, TitledSubject] => [
      subjectId({ type: 'Task', id: task.id }),
      { ...taskSubject(task, ctx.calendar), title: task.title, overAt: null },
    ]),
    ...meetings.map((meeting): [string, TitledSubject] => [
      subjectId({ type: 'Meeting', id: meeting.id }),
      { ...meetingSubject(meeting, ctx.calendar), title: meeting.title, overAt: meeting.endsAt },
    ]),
  ]);
  const open = await openPrompts(ctx, idsOf('EnergyPrompt'));
  for (const [id, overAt] of open)
    known.set(subjectId({ type: 'EnergyPrompt', id }), { ...daySubject(null), title: promptTitle, overAt });
  return reminders.map(({ aboutId, date }) =>
    aboutId === null ? { ...daySubject(date), title: '', overAt: null } : (known.get(aboutId) ?? gone),
  );
}

/** A page of the reminders about each of some nodes, by their global ids. */
export async function remindersAbout(
  ctx: ViewerContext,
  nodeIds: readonly string[],
  args: ListArguments,
  selection: Selection<'reminder'>,
): Promise<Page<Reminder>[]> {
  return listRecordsByParent(ctx, reminderList, ['aboutId'], nodeIds, args, selection);
}
