import { axisX, dot, lineY, ruleX, ruleY } from '@observablehq/plot';
import { ask } from './client.ts';
import type { Figure, Section } from './figure.ts';
import type { EnergyQuery as Energy } from './generated/graphql.ts';
import { drawHeatMap } from './heat-map.ts';
import { colors, drawPlot } from './plot.ts';
import { EnergyQuery } from './queries.ts';
import { dayText, decimal, enumText, timeOf } from './texts.ts';

/** What is known of periods that have any ratings, each at its first day. */
const pointsOf = <E extends object>(stats: readonly { period: { startsOn: string } | null; energy: E | null }[]) =>
  stats.flatMap(({ period, energy }) =>
    period && energy ? [{ day: period.startsOn, at: timeOf(period.startsOn), ...energy }] : [],
  );

const hasMean = ({ mean }: { mean: number | null }) => mean !== null;

function overTime({ days, weeks }: Energy): Figure {
  const [byDay, byWeek] = [pointsOf(days), pointsOf(weeks)];
  return {
    title: 'Over time',
    text: 'From 1 (empty) to 5 (full). The line is the mean of each week, rings are those of days, and wide bars reach from the lowest to the highest rating of a week. A mean takes three ratings.',
    draw: (width) =>
      drawPlot({
        width,
        height: 260,
        marginLeft: 32,
        x: { type: 'utc', label: null },
        y: { domain: [1, 5], ticks: 5, label: null, tickFormat: String },
        marks: [
          ruleY([1, 2, 3, 4, 5], { stroke: colors.line }),
          axisX({ ticks: width < 600 ? 4 : 8 }),
          ruleX(byWeek, { x: 'at', y1: 'min', y2: 'max', stroke: colors.line, strokeWidth: 5, strokeLinecap: 'round' }),
          dot(byDay.filter(hasMean), { x: 'at', y: 'mean', r: 2.5, stroke: colors.muted }),
          lineY(byWeek.filter(hasMean), {
            x: 'at',
            y: 'mean',
            stroke: colors.accent,
            strokeWidth: 2.5,
            marker: 'dot',
          }),
        ],
      }),
    columns: ['Week from', 'Mean', 'Lowest', 'Highest', 'Ratings'],
    rows: byWeek.map(({ day, mean, min, max, count }) => [
      dayText(day),
      decimal(mean),
      decimal(min),
      decimal(max),
      String(count),
    ]),
  };
}

const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

function byHour({ energyProfile }: Energy): Figure[] {
  const rated = energyProfile.filter(({ mean }) => mean !== null);
  if (rated.length === 0) return [];
  const weekdays = [...new Set(energyProfile.map(({ weekday }) => weekday))];
  const shortNames = new Map(weekdays.map((weekday) => [weekday, enumText(weekday).slice(0, 3)]));
  const hours = [...new Set(rated.map(({ hour }) => hour))].sort((a, b) => a - b);
  const shown = energyProfile
    .filter(({ hour }) => hours.includes(hour))
    .map(({ weekday, hour, mean }) => ({
      hour: hourText(hour),
      weekday: shortNames.get(weekday) ?? weekday,
      value: mean,
      text: decimal(mean),
    }));
  const draw = (width: number) => {
    // In a narrow window, the hours go down.
    const isNarrow = width < 44 * hours.length + 60;
    const axes = [hours.map(hourText), [...shortNames.values()]] as const;
    const [columns, rows] = isNarrow ? [axes[1], axes[0]] : axes;
    const cells = shown.map(({ hour, weekday, ...cell }) => ({
      ...cell,
      column: isNarrow ? weekday : hour,
      row: isNarrow ? hour : weekday,
    }));
    return drawHeatMap({ cells, columns, rows, domain: [1, 5], namesWidth: 52 }, width);
  };
  return [
    {
      title: 'By hour and day of the week',
      text: 'The mean of each hour that has five ratings or more, from 1 to 5. A stronger tint is more energy.',
      draw,
      columns: ['Day', 'Hour', 'Mean', 'Ratings'],
      rows: rated.map(({ weekday, hour, mean, n }) => [enumText(weekday), hourText(hour), decimal(mean), String(n)]),
    },
  ];
}

/** The reader's energy. */
export const energy: Section = {
  title: 'Energy',
  empty: 'There are no ratings of the last half year yet. Add one with createEnergyEntry.',
  async load() {
    const found = await ask(EnergyQuery);
    return pointsOf(found.days).length === 0 ? [] : [overTime(found), ...byHour(found)];
  },
};
