import { dataOf } from '../mcp/answers.ts';
import { clientOptions, clientUsage, withClient } from './client.ts';
import { defineCommand, print } from './command.ts';

const document = `query Today($date: Date) {
  viewer { timeZone }
  day(date: $date) {
    date
    meetings(first: 50) { nodes { title startsAt endsAt preparationStatus } }
    tasks(first: 100) { totalCount nodes { id title status priority scheduledAt estimateMinutes } }
    focus { intention tasks { title status } }
    habits { isWanted mark habit { title } }
    duePrompts(first: 1) { totalCount }
    dueReviews(first: 10) { totalCount nodes { title } }
  }
}`;

interface Titled {
  readonly title: string;
}

interface Today {
  readonly viewer: { readonly timeZone: string };
  readonly day: {
    readonly date: string;
    readonly meetings: { readonly nodes: readonly Meeting[] };
    readonly tasks: { readonly totalCount: number; readonly nodes: readonly Task[] };
    readonly focus: {
      readonly intention: string | null;
      readonly tasks: readonly (Titled & { status: string })[];
    } | null;
    readonly habits: readonly { readonly isWanted: boolean; readonly mark: string | null; readonly habit: Titled }[];
    readonly duePrompts: { readonly totalCount: number };
    readonly dueReviews: { readonly totalCount: number; readonly nodes: readonly Titled[] };
  };
}

interface Meeting extends Titled {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly preparationStatus: string;
}

interface Task extends Titled {
  readonly id: string;
  readonly status: string;
  readonly priority: string;
  readonly scheduledAt: string | null;
  readonly estimateMinutes: number | null;
}

export const today = defineCommand({
  name: 'today',
  usage: `[--date <day>] [--json] ${clientUsage}   (such as 2026-11-23, or --date=P1D for tomorrow)`,
  summary: 'print a day: meetings, tasks, focus, habits and what is due for review',
  options: { ...clientOptions, date: { type: 'string' } },
  run: (config, { date = 'TODAY', json, ...connection }) =>
    withClient(config, connection, async (client) => {
      const data = dataOf<Today>(await client.ask(document, { date }));
      return print(json ? JSON.stringify(data.day) : textOf(data));
    }),
});

/** The day as text, with the times of the account's time zone. */
function textOf({ viewer: { timeZone }, day }: Today): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const at = (time: string) => clock.format(new Date(time));
  const { focus, habits, duePrompts, dueReviews } = day;
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' }).format(new Date(day.date));
  const wanted = habits.filter(({ isWanted, mark }) => isWanted || mark !== null);
  const more = day.tasks.totalCount - day.tasks.nodes.length;
  const sections: [string, string[]][] = [
    [
      'Focus',
      focus ? [focus.intention ?? '(no intention)', ...focus.tasks.map((task) => line(task, task.status))] : [],
    ],
    ['Meetings', day.meetings.nodes.map((meeting) => meetingLine(meeting, at))],
    ['Tasks', [...day.tasks.nodes.map((task) => taskLine(task, at)), ...(more > 0 ? [`and ${more} more`] : [])]],
    [
      'Habits',
      wanted.map(({ mark, habit }) => `${mark === null ? '[ ]' : mark === 'DONE' ? '[x]' : '[-]'} ${habit.title}`),
    ],
    [
      'To review',
      [
        ...(duePrompts.totalCount > 0
          ? [`${duePrompts.totalCount} prompt${duePrompts.totalCount === 1 ? '' : 's'}`]
          : []),
        ...dueReviews.nodes.map(({ title }) => title),
      ],
    ],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  const parts = shown.map(([title, lines]) => [title, ...lines.map((text) => `  ${text}`)].join('\n'));
  return [`${weekday}, ${day.date}`, ...(parts.length > 0 ? parts : ['Nothing planned.'])].join('\n\n');
}

const line = ({ title }: Titled, status: string) => `${status === 'DONE' ? '[x]' : '[ ]'} ${title}`;

const meetingLine = ({ startsAt, endsAt, title, preparationStatus }: Meeting, at: (time: string) => string) =>
  `${at(startsAt)}-${at(endsAt)} ${title}${['TODO', 'IN_PROGRESS'].includes(preparationStatus) ? ' (not prepared)' : ''}`;

function taskLine(task: Task, at: (time: string) => string): string {
  const { scheduledAt, priority, estimateMinutes, status } = task;
  const details = [
    ...(scheduledAt === null ? [] : [at(scheduledAt)]),
    ...(['HIGH', 'URGENT'].includes(priority) ? [priority.toLowerCase()] : []),
    ...(estimateMinutes === null ? [] : [`${estimateMinutes} min`]),
  ];
  return `${line(task, status)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
}
