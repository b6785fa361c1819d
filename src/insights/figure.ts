/** A chart, and its numbers as a table for those who cannot see it, or want to copy them. */
export interface Figure {
  /** Default: none, for the only figure of a section. */
  readonly title?: string;
  /** What there is to see, in a sentence. Default: what the section says. */
  readonly text?: string;
  /** Draws the chart for a width in pixels. Its text is its description. */
  draw(width: number): Element;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of the page. */
export interface Section {
  readonly title: string;
  /** What all its figures show. Default: each says so itself. */
  readonly about?: string;
  /** What to do if there is nothing to show. */
  readonly empty: string;
  /** Its figures. None if there is nothing to show. */
  load(): Promise<readonly Figure[]>;
}

type Attributes = Record<string, string>;

/** Creates an element. */
export function element(name: string, attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

function tableOf({ columns, rows }: Figure, label: string): HTMLElement {
  const heads = columns.map((column) => element('th', { scope: 'col' }, column));
  const lines = rows.map((cells) =>
    element('tr', {}, ...cells.map((cell, index) => element('td', { 'data-label': columns[index] ?? '' }, cell))),
  );
  const table = element(
    'table',
    { 'aria-label': label },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...lines),
  );
  return element('details', {}, element('summary', {}, 'As a table'), element('div', { class: 'table' }, table));
}

/** Puts figures into a section. Returns what draws their charts anew for the width that they have. */
export function showFigures(section: HTMLElement, { title, about }: Section, figures: readonly Figure[]): () => void {
  if (about !== undefined) section.append(element('p', { class: 'muted' }, about));
  const drawings = figures.map((figure) => {
    const label = [title, figure.title].filter(Boolean).join(': ');
    const chart = element('div', { class: 'chart' });
    const heading = figure.title === undefined ? [] : [element('h3', {}, figure.title)];
    const text = figure.text === undefined ? [] : [element('p', { class: 'muted' }, figure.text)];
    section.append(
      element('figure', {}, element('figcaption', {}, ...heading, ...text), chart, tableOf(figure, label)),
    );
    return () => {
      const drawn = figure.draw(Math.max(chart.clientWidth, 240));
      drawn.setAttribute('role', 'img');
      drawn.setAttribute('aria-label', `${label}. The numbers are in the table below.`);
      chart.replaceChildren(drawn);
    };
  });
  return () => {
    for (const draw of drawings) draw();
  };
}
