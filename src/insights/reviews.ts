import { axisX, rectY, ruleY, text } from '@observablehq/plot';
import { ask } from './client.ts';
import type { Section } from './figure.ts';
import { colors, drawPlot } from './plot.ts';
import { ReviewsQuery } from './queries.ts';
import { countOf, dayText, timeOf } from './texts.ts';

/** The reviews of prompts to come. */
export const reviews: Section = {
  title: 'Reviews to come',
  empty: 'There are no prompts to review in the next 30 days. Add questions to a learning with createPrompt.',
  async load() {
    const { days, overdueCount, newCount } = (await ask(ReviewsQuery)).reviewForecast;
    if (overdueCount + newCount + days.reduce((sum, { count }) => sum + count, 0) === 0) return [];
    const highest = Math.max(1, ...days.map(({ count }) => count));
    const points = days.map(({ date, count }) => ({ at: timeOf(date), count }));
    return [
      {
        text: `Prompts that are due on each of the next 30 days. In addition, ${countOf(overdueCount, 'prompt')} overdue and ${newCount} new.`,
        draw: (width) =>
          drawPlot({
            width,
            height: 220,
            marginLeft: 32,
            x: { type: 'utc', label: null },
            y: { label: null, zero: true, ticks: Math.min(5, highest), tickFormat: 'd' },
            marks: [
              rectY(points, { x: 'at', y: 'count', interval: 'day', fill: colors.accent, inset: 1 }),
              text(width < 600 ? [] : points.filter(({ count }) => count > 0), {
                x: ({ at }: { at: Date }) => new Date(at.getTime() + 12 * 60 * 60 * 1000),
                y: 'count',
                text: 'count',
                dy: -8,
              }),
              axisX({ ticks: width < 600 ? 3 : 8 }),
              ruleY([0], { stroke: colors.muted }),
            ],
          }),
        columns: ['Day', 'Due prompts'],
        rows: days.map(({ date, count }) => [dayText(date), String(count)]),
      },
    ];
  },
};
