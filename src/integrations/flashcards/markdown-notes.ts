/* The parts of a Markdown note that are text. */

/** Lines of a note without a blank one between them. */
export interface Paragraph {
  /** The number of the first line, starting at 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** The paragraphs of a note, without its properties and its blocks of code, one after another. */
export function* paragraphsOf(lines: readonly string[]): Generator<Paragraph, void> {
  let open: string[] = [];
  let fence = '';
  let start = 0;
  if (lines[0] === '---') start = Math.max(0, lines.indexOf('---', 1) + 1);
  function* close(next: number) {
    if (open.length > 0) yield { line: next - open.length + 1, lines: open };
    open = [];
  }
  for (let index = start; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const marker = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (marker.startsWith(fence) && line.trim() === marker) fence = '';
    } else if (marker !== '') {
      yield* close(index);
      fence = marker;
    } else if (line.trim() === '' || /^( {4}|\t)/.test(line)) yield* close(index);
    else open.push(line);
  }
  yield* close(lines.length);
}

/** A line with blanks in place of its code. */
export function withoutCode(line: string): string {
  const runs = [...line.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ length, index }));
  const last = new Map(runs.map(({ length }, i) => [length, i]));
  let masked = '';
  for (let i = 0, from = 0; ; i++) {
    const opening = runs[i];
    if (!opening) return masked + line.slice(from);
    if ((last.get(opening.length) ?? 0) === i) continue;
    let end = i + 1;
    while (runs[end]?.length !== opening.length) end += 1;
    const to = (runs[end]?.index ?? 0) + opening.length;
    masked += line.slice(from, opening.index) + ' '.repeat(to - opening.index);
    [i, from] = [end, to];
  }
}
