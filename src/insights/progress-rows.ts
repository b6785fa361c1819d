import { barX, text, tickX } from '@observablehq/plot';
import { colors, drawPlot, emsIn } from './plot.ts';

/** A bar between none and all, with texts above and below. */
export interface ProgressRow {
  readonly name: string;
  /** 0 to 1. */
  readonly fraction: number;
  /** The number that belongs to the bar, as a text. */
  readonly value: string;
  readonly detail: string;
  /** Where the bar should be by now, 0 to 1: a mark across the bar. Null for none. */
  readonly mark?: number | null;
}

/** Draws bars, one below the other. */
export function drawProgressRows(rows: readonly ProgressRow[], width: number): Element {
  const height = width < 600 ? 84 : 64;
  const [above, bar] = [22, 14];
  const y = (_row: ProgressRow, index: number) => index;
  // All at the top of their row, whose lower part is for a detail of up to three lines.
  const place = { y, insetTop: above, insetBottom: height - above - bar };
  const fromTop = (pixels: number) => ({ y, frameAnchor: 'left' as const, dy: pixels - height / 2 });
  const marked = rows.filter(({ mark }) => mark !== null && mark !== undefined);
  return drawPlot({
    width,
    height: rows.length * height,
    margin: 1,
    marginTop: 0,
    marginBottom: 0,
    x: { domain: [0, 1], axis: null },
    y: { type: 'band', domain: rows.map((_row, index) => index), axis: null, padding: 0 },
    marks: [
      barX(rows, { ...place, x1: 0, x2: 1, fill: 'none', stroke: colors.muted }),
      barX(rows, { ...place, x1: 0, x2: 'fraction', fill: colors.accent }),
      tickX(marked, {
        x: 'mark',
        y: (row: ProgressRow) => rows.indexOf(row),
        insetTop: above - 4,
        insetBottom: height - above - bar - 4,
        stroke: colors.text,
        strokeWidth: 3,
      }),
      text(rows, {
        ...fromTop(above / 2),
        x: 0,
        text: 'name',
        textAnchor: 'start',
        fontWeight: 600,
        lineWidth: emsIn(width - 70),
        textOverflow: 'ellipsis',
      }),
      text(rows, { ...fromTop(above / 2), x: 1, text: 'value', textAnchor: 'end' }),
      text(rows, {
        ...fromTop(above + bar + 4),
        x: 0,
        text: 'detail',
        textAnchor: 'start',
        lineAnchor: 'top',
        fill: colors.muted,
        lineWidth: emsIn(width),
      }),
    ],
  });
}
