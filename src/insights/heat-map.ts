import { axisX, axisY, cell, text } from '@observablehq/plot';
import { colors, drawPlot, emsIn, fontSize } from './plot.ts';

interface Cell {
  readonly column: string;
  readonly row: string;
  /** Null for no value. */
  readonly value: number | null;
  readonly text: string;
}

interface HeatMap {
  readonly cells: readonly Cell[];
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** What the rows are called, by their keys. Default: the keys. */
  readonly rowNames?: ReadonlyMap<string, string>;
  /** The lowest and the highest value. */
  readonly domain: readonly [number, number];
  /** The width of the names of the rows, in pixels. */
  readonly namesWidth: number;
}

/** The strongest tint leaves the text on it readable. */
const strongest = 0.5;

/** Draws a heat map. Each cell has its value as a text, too, so that it is read without its tint. */
export function drawHeatMap(map: HeatMap, width: number): Element {
  const [low, high] = map.domain;
  const tint = ({ value }: Cell) =>
    value === null ? 0 : strongest * Math.min(1, Math.max(0.1, (value - low) / Math.max(1e-9, high - low)));
  const place = { x: 'column', y: 'row' };
  return drawPlot({
    width,
    height: map.rows.length * 32 + 40,
    marginLeft: map.namesWidth,
    marginTop: 36,
    marginBottom: 4,
    marginRight: 1,
    x: { domain: [...map.columns], padding: 0.06, label: null },
    y: { domain: [...map.rows], padding: 0.06, label: null },
    opacity: { domain: [0, 1], range: [0, 1] },
    marks: [
      axisX({ anchor: 'top', tickSize: 0, fontSize: width < 600 ? 11 : fontSize }),
      axisY({
        tickSize: 0,
        tickFormat: (row: string) => map.rowNames?.get(row) ?? row,
        lineWidth: emsIn(map.namesWidth - 12),
        textOverflow: 'ellipsis',
      }),
      cell(map.cells, { ...place, fill: colors.accent, fillOpacity: tint }),
      cell(map.cells, { ...place, fill: 'none', stroke: colors.line }),
      text(map.cells, { ...place, text: 'text', fill: colors.text }),
    ],
  });
}
