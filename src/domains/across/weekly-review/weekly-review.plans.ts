import { meanStateOf } from '../../../platform/queries/rates.ts';
import { quoted, type ReportLine } from '../../../platform/text/report.ts';
import type { Calendar } from '../../../platform/time/calendar.ts';
import { ratings } from '../../energy/energy/energy.rules.ts';
import {
  counted,
  energyText,
  feedbackText,
  learningText,
  maxLines,
  ofNamed,
  pulseText,
  type ReviewedFeedback,
  type SectionKind,
  sectionTitles,
  type Week,
  type WeeklyReview,
  type WeekRecords,
} from './weekly-review.rules.ts';

/* What the review of a week says of its records. Nothing here reads or writes. */

/** The review of a week. */
export function weeklyReviewOf({ startsOn, endsOn }: Week, records: WeekRecords, calendar: Calendar): WeeklyReview {
  const line = (type: string, id: string, text: string, day: string | null): ReportLine => ({
    ...{ text: quoted(text), date: day },
    node: { type, id },
  });
  const dayOf = (instant: Date | null) => instant && calendar.dayOf(instant);
  const section = (kind: SectionKind, summary: string, count: number, lines: readonly ReportLine[]) => ({
    ...{ kind, title: sectionTitles[kind], summary, count },
    lines: lines.slice(0, maxLines),
  });
  const feedback = (one: ReviewedFeedback) => line('Feedback', one.id, feedbackText(one, 'from'), one.occurredOn);

  const { done, achieved, milestones, praise, decisions, learnings, energy, stale, unanswered, meetings, due } =
    records;
  const carried = [...Map.groupBy(records.carried, ({ taskId }) => taskId)];
  const wins = achieved.count + milestones.count + praise.count;
  const next = meetings.count + due.count;
  return {
    title: `Week from ${startsOn} to ${endsOn}`,
    startsOn,
    endsOn,
    sections: [
      section(
        'DONE',
        `${counted(done.count, 'task')} done.`,
        done.count,
        done.records.map(({ id, title, completedAt }) => line('Task', id, title, dayOf(completedAt))),
      ),
      section(
        'CARRIED_OVER',
        `${counted(carried.length, 'task')} planned and carried over.`,
        carried.length,
        carried.map(([id, plans]) =>
          line('Task', id, `${plans[0]?.task?.title ?? ''}${times(plans.length)}`, plans.at(-1)?.plannedOn ?? null),
        ),
      ),
      section('WINS', `${counted(wins, 'win')}: goals achieved, milestones reached and praise received.`, wins, [
        ...achieved.records.map(({ id, title, closedAt }) =>
          line('Goal', id, `Goal achieved: ${title}`, dayOf(closedAt)),
        ),
        ...milestones.records.map(({ id, title, goal, reachedAt }) =>
          line('Milestone', id, `Milestone reached: ${title}${ofNamed(', of', goal)}`, dayOf(reachedAt)),
        ),
        ...praise.records.map(feedback),
      ]),
      section(
        'DECISIONS',
        `${counted(decisions.count, 'decision')} in meetings.`,
        decisions.count,
        decisions.records.map(({ id, title, meeting }) =>
          line('MeetingItem', id, `${title}${ofNamed(', in', meeting)}`, dayOf(meeting?.startsAt ?? null)),
        ),
      ),
      section(
        'LEARNINGS',
        `${counted(learnings.count, 'learning')}.`,
        learnings.count,
        learnings.records.map(({ id, title, sourceTitle, learnedOn }) =>
          line('Learning', id, learningText({ title, sourceTitle }), learnedOn),
        ),
      ),
      section('ENERGY', energySummary(records), energy.count + records.pulses.length, [
        ...records.pulses.map(({ id, score, notes }) => line('EngagementPulse', id, pulseText({ score, notes }), null)),
        ...energy.records.map((entry) => line('EnergyEntry', entry.id, energyText(entry), dayOf(entry.at))),
      ]),
      section(
        'STALE_GOALS',
        `${counted(stale.count, 'active goal')} whose check-in is overdue.`,
        stale.count,
        stale.records.map(({ id, title }) => {
          const last = records.lastCheckIns.get(id) ?? null;
          return line('Goal', id, `${title}: ${last ? 'last check-in' : 'no check-in'}`, last);
        }),
      ),
      section(
        'UNANSWERED_FEEDBACK',
        `${counted(unanswered.count, 'piece')} of received feedback not acknowledged.`,
        unanswered.count,
        unanswered.records.map(feedback),
      ),
      section('NEXT_WEEK', loadSummary(records, calendar), next, [
        ...due.records.map(({ id, title, dueOn }) => line('Task', id, `Due: ${title}`, dueOn)),
        ...meetings.records.map(({ id, title, startsAt }) =>
          line('Meeting', id, `${calendar.timeOf(startsAt)} ${title}`, dayOf(startsAt)),
        ),
      ]),
    ],
  };
}

const times = (count: number) => (count > 1 ? `, ${count} times` : '');

/** The mean of each rating with its n, where there are enough. Ratings are from 1 to 5. */
function energySummary({ energyMeans, energy }: WeekRecords): string {
  const known = ratings
    .filter((rating) => energyMeans[rating].n > 0)
    .map((rating) => {
      const { mean, n } = energyMeans[rating];
      const value = mean !== null && meanStateOf(n).state === 'OK' ? mean.toFixed(2) : 'too few for a mean';
      return `${rating} ${value} (n = ${n})`;
    });
  const entries = counted(energy.count, 'entry', 'entries');
  return known.length > 0 ? `${entries}. Means from 1 to 5: ${known.join(', ')}.` : `${entries}.`;
}

/** Hours and minutes: `2 h`, `1 h 30 min`, `45 min`. */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.round(minutes) / 60), Math.round(minutes) % 60];
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ');
}

function loadSummary({ load, due }: WeekRecords, calendar: Calendar): string {
  const { meetingCount, meetingMinutes, workingMinutes, freeMinutes, longestGap } = load;
  const longest = longestGap && new Date(longestGap.start);
  return [
    `${counted(meetingCount, 'meeting')}, ${duration(meetingMinutes)}.`,
    `${duration(freeMinutes)} of ${duration(workingMinutes)} working time free.`,
    longestGap &&
      longest &&
      `The longest free time is ${duration((longestGap.end - longestGap.start) / 60_000)}, on ${calendar.dayOf(longest)} at ${calendar.timeOf(longest)}.`,
    `${counted(due.count, 'task')} due.`,
  ]
    .filter(Boolean)
    .join(' ');
}
