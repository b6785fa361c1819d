import { axisX, dot, ruleX, ruleY, text } from '@observablehq/plot';
import { ask } from './client.ts';
import type { Figure, Section } from './figure.ts';
import type { GoalsQuery as Goals } from './generated/graphql.ts';
import { colors, drawPlot, emsIn } from './plot.ts';
import { drawProgressRows } from './progress-rows.ts';
import { GoalsQuery } from './queries.ts';
import { dayText, enumText, percent, timeOf } from './texts.ts';

type Goal = Goals['goals']['nodes'][number];

const dueText = ({ dueOn }: Goal) => (dueOn === null ? 'no due date' : `due ${dayText(dueOn)}`);

function forecastText({ forecast }: Goal): string {
  if (!forecast) return '';
  const { state, date, earliest, latest, missing } = forecast;
  if (state === 'REACHED') return 'The target is reached.';
  if (date === null || earliest === null) return missing ?? `${enumText(state)}.`;
  const interval = latest === null ? `not before ${dayText(earliest)}` : `${dayText(earliest)} to ${dayText(latest)}`;
  return `Forecast: ${dayText(date)} (${interval}).`;
}

const paceText = ({ pace }: Goal) => (pace === null ? '' : `${enumText(pace.state)}, `);
const detailOf = (goal: Goal) => `${paceText(goal)}${dueText(goal)}. ${forecastText(goal)}`.trim();

function pace(goals: readonly Goal[]): Figure {
  const rows = goals.map((goal) => ({
    name: goal.title,
    fraction: goal.progress?.fraction ?? 0,
    value: goal.progress ? percent(goal.progress.fraction) : 'not measured',
    mark: goal.pace?.expected ?? null,
    detail: detailOf(goal).charAt(0).toUpperCase() + detailOf(goal).slice(1),
  }));
  return {
    title: 'Pace',
    text: 'The progress of active goals. The mark across a bar is where it would be if progress kept up with the time.',
    draw: (width) => drawProgressRows(rows, width),
    columns: ['Goal', 'Progress', 'Expected by now', 'Pace and forecast'],
    rows: rows.map(({ name, value, mark, detail }) => [name, value, mark === null ? '–' : percent(mark), detail]),
  };
}

function forecasts(goals: readonly Goal[], today: string): Figure[] {
  const known = goals.flatMap(({ title, dueOn, forecast }, index) => {
    const { date = null, earliest = null, latest = null } = forecast ?? {};
    if (date === null || earliest === null) return [];
    return [{ key: String(index), title, date, earliest, latest, dueOn, from: timeOf(earliest), at: timeOf(date) }];
  });
  if (known.length === 0) return [];
  const last = Math.max(
    ...known.flatMap(({ at, latest, dueOn }) => [at, ...[latest, dueOn].flatMap(days)].map(Number)),
  );
  const end = new Date(last + 14 * 24 * 60 * 60 * 1000);
  const start = new Date(Math.min(...[timeOf(today), ...known.map(({ from }) => from)].map(Number)));
  const intervals = known.map((goal) => ({ ...goal, to: goal.latest === null ? end : timeOf(goal.latest) }));
  const due = known.flatMap(({ key, dueOn }) => days(dueOn).map((at) => ({ key, at })));
  return [
    {
      title: 'Forecast',
      text: 'When goals will be reached by their check-ins: the likely day as a point, within its 80 % interval. The hollow square is the due date, and the dashed line is today.',
      draw: (width) =>
        drawPlot({
          width,
          height: known.length * 48 + 40,
          margin: 12,
          marginTop: 0,
          marginBottom: 36,
          x: { type: 'utc', label: null, domain: [start, end] },
          y: { type: 'point', domain: known.map(({ key }) => key), label: null, padding: 0.6, axis: null },
          marks: [
            axisX({ ticks: width < 600 ? 3 : 8 }),
            ruleX([timeOf(today)], { stroke: colors.muted, strokeDasharray: '4,4' }),
            text(known, {
              y: 'key',
              text: 'title',
              frameAnchor: 'left',
              dy: -16,
              fontWeight: 600,
              stroke: 'var(--surface)',
              fill: colors.text,
              lineWidth: emsIn(width - 24),
              textOverflow: 'ellipsis',
            }),
            ruleY(intervals, { x1: 'from', x2: 'to', y: 'key', stroke: colors.accent, strokeWidth: 3 }),
            dot(known, { x: 'at', y: 'key', r: 6, fill: colors.accent }),
            dot(due, { x: 'at', y: 'key', r: 6, symbol: 'square', stroke: colors.text, strokeWidth: 2 }),
          ],
        }),
      columns: ['Goal', 'Forecast', 'Earliest', 'Latest', 'Due'],
      rows: known.map(({ title, date, earliest, latest, dueOn }) => [
        title,
        dayText(date),
        dayText(earliest),
        latest === null ? 'open' : dayText(latest),
        dueOn === null ? '–' : dayText(dueOn),
      ]),
    },
  ];
}

/** A day as a list of times, which is empty for none. */
const days = (day: string | null): Date[] => (day === null ? [] : [timeOf(day)]);

/** The reader's active goals. */
export const goals: Section = {
  title: 'Goals',
  empty: 'There are no active goals. Create one with createGoal, and check in with createGoalCheckIn.',
  async load() {
    const found = await ask(GoalsQuery);
    const { nodes } = found.goals;
    return nodes.length === 0 ? [] : [pace(nodes), ...forecasts(nodes, found.day.date)];
  },
};
