import type { Row } from '../../../platform/database/models.ts';
import type { NodeRef } from '../../../platform/database/node-refs.ts';
import { meanStateOf, type Statistic } from '../../../platform/queries/rates.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { openStatuses } from '../../tasks/tasks/tasks.rules.ts';

/*
 * What to know before a meeting, of everybody who attends but the owner, who is none of their people. It is put together from
 * records that are read for all attendees at once.
 */

/** The number of attendees above which a brief groups them by series, in place of telling of each. */
export const maxBriefed = 20;
/** The number of items of each list of a brief, the most pressing or the latest first. */
export const maxItems = 10;
/** The number of open topics of a brief, the latest first. */
const maxTopics = 100;

/** A node, and why it is in a brief. */
export interface BriefItem {
  readonly node: NodeRef;
  readonly reason: string;
}

type Response = Row<'meetingAttendee'>['response'];

/** Somebody who attends, or has declined. */
export interface Presence {
  readonly personId: string;
  readonly response: Response;
}

/** What to know of one attendee. */
export interface AttendeeBrief extends Presence {
  readonly actionItems: readonly BriefItem[];
  readonly feedback: readonly BriefItem[];
  readonly goals: readonly BriefItem[];
  readonly lastOneOnOneId: string | null;
  readonly daysSinceOneOnOne: number | null;
  readonly energy: Statistic;
}

/** Attendees of a large meeting whom the owner meets most often in one series. Null: in none. */
export interface BriefGroup {
  readonly seriesId: string | null;
  readonly attendees: readonly Presence[];
  readonly actionItems: readonly BriefItem[];
}

export interface Brief {
  readonly attendeeCount: number;
  readonly attendees: readonly AttendeeBrief[];
  readonly groups: readonly BriefGroup[];
  readonly carriedOver: readonly BriefItem[];
  readonly decisions: readonly BriefItem[];
}

type Meeting = Pick<Row<'meeting'>, 'id' | 'title' | 'startsAt' | 'seriesId'>;
type Attendance = Presence & { readonly meetingId: string };
type Item = Pick<Row<'meetingItem'>, 'id' | 'meetingId' | 'carryOverCount'>;

/** The records that briefs are made of. All lists are in the order in which they are shown. */
export interface BriefRecords {
  /** The attendees of the meetings to brief on, by name. */
  readonly present: readonly Attendance[];
  /** The meetings to brief on, those that the other records name, and in large meetings all that attendances are of. */
  readonly meetings: ReadonlyMap<string, Meeting>;
  /** Who else took part in meetings of the owner: those of a year, and those with open action items. */
  readonly attendances: readonly Attendance[];
  readonly tasks: readonly Pick<Row<'task'>, 'id' | 'status' | 'dueOn' | 'meetingId' | 'goalId'>[];
  readonly feedback: readonly Pick<Row<'feedback'>, 'id' | 'personId' | 'direction' | 'occurredOn'>[];
  readonly feedbackGoals: readonly { readonly goalId: string; readonly feedbackId: string }[];
  readonly openGoalIds: readonly string[];
  /** The last past meeting of the owner and one other person, by person. */
  readonly lastOneOnOnes: ReadonlyMap<string, string>;
  readonly energy: readonly Pick<Row<'energyEntry'>, 'energy' | 'personId' | 'meetingId'>[];
  readonly openTopics: readonly Item[];
  readonly decisions: readonly Item[];
}

const of = (type: NodeRef['type'], id: string, reason: string): BriefItem => ({ node: { type, id }, reason });

/** The day before the first whose feedback a brief shows. */
export const feedbackSince = (calendar: Calendar): string => calendar.addDays(calendar.today, -90);

/** The briefs on some meetings. */
export function briefsOf(meetings: readonly Meeting[], records: BriefRecords, calendar: Calendar): Brief[] {
  const present = Map.groupBy(records.present, ({ meetingId }) => meetingId);
  const met = Map.groupBy(records.attendances, ({ personId }) => personId);
  const feedbackWith = Map.groupBy(records.feedback, ({ personId }) => personId);
  const feedbackOn = Map.groupBy(records.feedbackGoals, ({ goalId }) => goalId);
  const tasksFor = Map.groupBy(records.tasks, ({ goalId }) => goalId);
  const openTasks = records.tasks.filter(({ status }) => openStatuses.includes(status));
  const recently = feedbackSince(calendar);
  const named = (id: string | null) => {
    const meeting = records.meetings.get(id ?? '');
    return meeting ? `“${meeting.title}” on ${calendar.dayOf(meeting.startsAt)}` : 'a meeting';
  };
  const sharedWith = (personId: string) => new Set((met.get(personId) ?? []).map(({ meetingId }) => meetingId));
  const actionItems = (shared: ReadonlySet<string>) =>
    openTasks
      .filter(({ meetingId }) => shared.has(meetingId ?? ''))
      .slice(0, maxItems)
      .map(({ id, meetingId, dueOn }) =>
        of('Task', id, `Open action item of ${named(meetingId)}${dueOn ? `, due on ${dueOn}` : ''}.`),
      );

  function attendee({ personId, response }: Attendance): AttendeeBrief {
    const shared = sharedWith(personId);
    const feedback = feedbackWith.get(personId) ?? [];
    const recent = feedback.filter(({ occurredOn }) => occurredOn > recently);
    const ids = new Set(feedback.map(({ id }) => id));
    const last = records.meetings.get(records.lastOneOnOnes.get(personId) ?? '');
    const days = last && calendar.daysBetween(calendar.dayOf(last.startsAt), calendar.today);
    const goals = records.openGoalIds.flatMap((goalId) => {
      const task = tasksFor.get(goalId)?.find(({ meetingId }) => shared.has(meetingId ?? ''));
      if (task) return [of('Goal', goalId, `A task from ${named(task.meetingId)} is for it.`)];
      const isOfFeedback = feedbackOn.get(goalId)?.some(({ feedbackId }) => ids.has(feedbackId));
      return isOfFeedback ? [of('Goal', goalId, 'Feedback between you is about it.')] : [];
    });
    return {
      personId,
      response,
      actionItems: actionItems(shared),
      feedback: recent
        .slice(0, maxItems)
        .map(({ id, direction, occurredOn }) =>
          of('Feedback', id, `${direction === 'GIVEN' ? 'You gave it' : 'You received it'} on ${occurredOn}.`),
        ),
      goals: goals.slice(0, maxItems),
      lastOneOnOneId: last?.id ?? null,
      daysSinceOneOnOne: days ?? null,
      energy: energyWith(records.energy.filter((one) => one.personId === personId || shared.has(one.meetingId ?? ''))),
    };
  }

  return meetings.map((meeting): Brief => {
    const all = present.get(meeting.id) ?? [];
    const isBefore = ({ meetingId }: Item) => {
      const other = records.meetings.get(meetingId);
      return other?.seriesId === meeting.seriesId && meeting.seriesId !== null && other.startsAt < meeting.startsAt;
    };
    const isMany = all.length > maxBriefed;
    return {
      attendeeCount: all.length,
      attendees: isMany ? [] : all.map(attendee),
      groups: isMany ? groupsOf(meeting, all, records, sharedWith, actionItems) : [],
      carriedOver: records.openTopics
        .filter((item) => isBefore(item) || (item.meetingId === meeting.id && item.carryOverCount > 0))
        .slice(0, maxTopics)
        .map(({ id, meetingId, carryOverCount }) =>
          meetingId === meeting.id
            ? of('MeetingItem', id, `Carried over ${carryOverCount === 1 ? 'once' : `${carryOverCount} times`}.`)
            : of('MeetingItem', id, `Still open from ${named(meetingId)}.`),
        ),
      decisions: records.decisions
        .filter(isBefore)
        .slice(0, maxItems)
        .map(({ id, meetingId }) => of('MeetingItem', id, `Decided in ${named(meetingId)}.`)),
    };
  });
}

function energyWith(entries: BriefRecords['energy']): Statistic {
  const n = entries.length;
  const state = meanStateOf(n);
  const sum = entries.reduce((total, { energy }) => total + (energy ?? 0), 0);
  return { value: state.state === 'OK' ? sum / n : null, n, ...state };
}

/** Attendees by the series, other than that of the meeting, in which the owner meets them most often; the largest group first. */
function groupsOf(
  { seriesId: own }: Meeting,
  all: readonly Attendance[],
  { meetings }: BriefRecords,
  sharedWith: (personId: string) => ReadonlySet<string>,
  actionItems: (shared: ReadonlySet<string>) => BriefItem[],
): BriefGroup[] {
  const seriesOf = ({ personId }: Attendance): string | null => {
    const counts = new Map<string, number>();
    for (const id of sharedWith(personId)) {
      const series = meetings.get(id)?.seriesId ?? null;
      if (series !== null && series !== own) counts.set(series, (counts.get(series) ?? 0) + 1);
    }
    const [first] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
    return first?.[0] ?? null;
  };
  const groups = [...Map.groupBy(all, seriesOf)].map(([seriesId, attendees]): BriefGroup => {
    const shared = [...meetings.values()].filter((meeting) => seriesId !== null && meeting.seriesId === seriesId);
    return { seriesId, attendees, actionItems: actionItems(new Set(shared.map(({ id }) => id))) };
  });
  const size = ({ seriesId, attendees }: BriefGroup) => (seriesId === null ? 0 : attendees.length);
  return groups.sort((a, b) => size(b) - size(a) || ((a.seriesId ?? '~') < (b.seriesId ?? '~') ? -1 : 1));
}
