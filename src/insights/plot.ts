import { type PlotOptions, plot } from '@observablehq/plot';

/** Charts are made in a document that is not shown: Plot adds styles to each, which the page's security policy forbids. */
const drawingBoard = document.implementation.createHTMLDocument();

/** The colors of the page, which follow light and dark. */
export const colors = { text: 'var(--text)', muted: 'var(--muted)', line: 'var(--line)', accent: 'var(--accent)' };

/** The height of the texts in charts, in pixels. */
export const fontSize = 13;

/** How many ems of text fit into a width in pixels. Plot measures by a narrow font, and others are up to a fifth wider. */
export const emsIn = (pixels: number): number => Math.max(3, (0.82 * pixels) / fontSize);

/** Draws a chart. Its styles are those of the page. */
export function drawPlot(options: PlotOptions): Element {
  const chart = plot({ document: drawingBoard, className: 'plot', ...options });
  for (const style of chart.querySelectorAll('style')) style.remove();
  // A chart is one image, and its parts have no names.
  for (const part of chart.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
  return document.adoptNode(chart);
}
