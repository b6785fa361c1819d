/** The description of a level, as files have it. */
export interface LevelText {
  readonly summary: string;
  readonly signals: readonly string[];
  readonly examples: readonly string[];
}

const bullet = /^\s*(?:[-*•·▪◦–‣]|\d{1,2}[.)])\s+(?:\[[ x]\]\s+)?/i;
const none = /^(?:n\/?a\.?|n\. ?a\.?|not applicable|[-–—]+|)$/i;

/** A text in one line. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
/** Whether a value says that there is none: it is empty, a dash, or `N/A`. */
export const isNone = (text: string): boolean => none.test(oneLine(text).replaceAll(/^[*_]+|[*_]+$/g, ''));

/** The description in a cell of a table. A line is the summary; what is listed, and several lines, are signals. */
export function textOfCell(cell: string): LevelText {
  const lines = cell.split('\n').filter((line) => !isNone(line));
  const firstBullet = lines.findIndex((line) => bullet.test(line));
  if (firstBullet < 0)
    return lines.length === 1
      ? { summary: oneLine(lines[0] as string), signals: [], examples: [] }
      : { summary: '', signals: lines.map(oneLine), examples: [] };
  const signals: string[] = [];
  for (const line of lines.slice(firstBullet)) {
    const text = oneLine(line.replace(bullet, ''));
    // A line without a bullet goes on with the one before it.
    if (bullet.test(line)) signals.push(text);
    else signals.push(`${signals.pop() ?? ''} ${text}`);
  }
  return { summary: lines.slice(0, firstBullet).map(oneLine).join(' '), signals, examples: [] };
}

/** Points as tables have them: `1200`, `1,200`, `1 200 points`. Null if there are none, undefined if they are no whole number. */
export function pointsOf(text: string): number | null | undefined {
  if (isNone(text)) return null;
  const [, digits] = /^(\d{1,9}|\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3}){1,2}) ?(?:points?|pts?\.?|p)?$/i.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll(/\D/g, ''));
}
