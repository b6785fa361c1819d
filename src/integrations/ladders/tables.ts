import { type Column, columnNames, isColumnName } from './column-names.ts';
import { GivenSkills } from './given-skills.ts';
import { type Header, mergedHeader } from './headers.ts';
import { foldName } from './keys.ts';
import type { Ladder, LevelName } from './ladder.ts';
import { isLevelName, isNumbered, splitTracks } from './levels.ts';
import { isNone, type LevelText, oneLine, pointsOf, textOfCell } from './texts.ts';

/* Tables of ladders: the levels are columns, or rows, or each row is a level of a skill. */

/** The maximum number of columns: those of several tracks of 20 levels. Each is compared to all others. */
const maxColumns = 200;

/** A row of a table. Cells have no markup, and line breaks where the file has them. */
export interface LadderRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Whether it is the name of a category, if all other cells are empty. */
  readonly isHeading: boolean;
}

/** Where a table stands. */
interface Place {
  /** The name of the framework, which is the category of what has none. */
  readonly title: string;
  /** The headings above the table, without levels. */
  readonly path: readonly string[];
  /** The level of the heading above the table. Null if there is none. */
  readonly level: string | null;
  /** The names above the columns, as tracks have them that stand side by side. */
  readonly groups: readonly string[];
}

const sameAsAbove = /^(?:\^\^|"|〃|″)$/;

/** Reads a table, whose first row has the names of its columns. A second one has those of levels below a merged cell. */
export function readTable(ladder: Ladder, [first, ...others]: readonly LadderRow[], outer: Place): void {
  if (!first) return;
  if (first.cells.length > maxColumns) {
    ladder.fault(first.line, `must have at most ${maxColumns} columns`);
    return;
  }
  const merged = mergedHeader(first, others[0]);
  const rows = merged ? others.slice(1) : others;
  const header = merged ?? { names: first.cells.map(oneLine), line: first.line };
  const place = merged && outer.groups.length === 0 ? { ...outer, groups: merged.groups } : outer;
  const { names } = header;
  for (const { line, cells } of rows)
    if (cells.slice(names.length).some((cell) => cell.trim() !== ''))
      ladder.fault(line, 'must not have more values than there are columns');
  const at = (column: Column) => names.findIndex((name) => columnNames[column].test(foldName(name)));
  const [level, skill] = [at('level'), at('skill')];
  const isText = [at('summary'), at('signals'), at('examples')].some((index) => index >= 0);
  const firsts = rows.map(({ cells }) => oneLine(cells[0] ?? ''));
  const rest = names.slice(1).filter((name) => name !== '');
  const most = (all: readonly string[]) => all.length > 0 && 2 * all.filter(isLevelName).length > all.length;
  if (level >= 0 && skill >= 0 && isText) readLongTable(ladder, names, rows, place);
  else if (merged || most(rest)) readLevelColumns(ladder, header, rows, place);
  else if (place.level !== null) readRowsOfLevel(ladder, rows, place, place.level);
  else if (most(firsts.filter((name) => name !== ''))) readLevelRows(ladder, header, rows, place);
  else readLevelColumns(ladder, header, rows, place);
}

const categoryOf = ({ title }: Pick<Place, 'title'>, ...names: readonly string[]): string =>
  names.filter((name) => name !== '').join(': ') || title;

/** Each row is a level of a skill. What is empty before the level is as in the row above. */
function readLongTable(ladder: Ladder, names: readonly string[], rows: readonly LadderRow[], place: Place): void {
  const at = (column: Column) => names.findIndex((name) => columnNames[column].test(foldName(name)));
  const columns = { track: at('track'), category: at('category'), skill: at('skill'), level: at('level') };
  const texts = { summary: at('summary'), signals: at('signals'), examples: at('examples') };
  let above = { track: '', category: '', skill: '' };
  const sequences = new Map<string, LevelName[]>();
  for (const { line, cells } of rows) {
    const raw = (index: number) => cells[index] ?? '';
    const value = (index: number) => (isNone(raw(index)) ? '' : oneLine(raw(index)));
    const kept = (index: number, before: string) => value(index) || before;
    const track = kept(columns.track, above.track);
    const category = kept(columns.category, track === above.track ? above.category : '');
    const isSame = track === above.track && category === above.category;
    above = { track, category, skill: kept(columns.skill, isSame ? above.skill : '') };
    if (above.skill === '') {
      ladder.fault(line, 'must name a skill');
      continue;
    }
    const name = categoryOf(place, ...place.path, track, category);
    ladder.skill(name, above.skill, line);
    const level = value(columns.level);
    const of = (index: number) => textOfCell(raw(index));
    const listed = (index: number) => {
      const { summary, signals } = of(index);
      return summary === '' ? signals : [summary, ...signals];
    };
    const text = {
      summary: of(texts.summary).summary,
      signals: [...of(texts.summary).signals, ...listed(texts.signals)],
      examples: listed(texts.examples),
    };
    const isEmpty = text.summary === '' && text.signals.length === 0 && text.examples.length === 0;
    if (level === '') {
      if (!isEmpty) ladder.fault(line, 'must name a level');
      continue;
    }
    // Also a level of which nothing is said has its place among the others.
    const key = JSON.stringify([name, above.skill]);
    const sequence = sequences.get(key) ?? [];
    if (!sequence.some((one) => one.name === level)) sequences.set(key, [...sequence, { name: level, line }]);
    if (isEmpty) continue;
    // Rows may add signals to a level, but it has one summary.
    ladder.describe(name, above.skill, level, text, { line, place: text.summary === '' ? null : line });
  }
  for (const sequence of sequences.values()) ladder.levels(sequence);
}

/** The first column has levels, the others have skills, or the titles and points of the levels. */
function readLevelRows(
  ladder: Ladder,
  { names, line: header }: Pick<Header, 'names' | 'line'>,
  rows: readonly LadderRow[],
  { title, path }: Pick<Place, 'title' | 'path'>,
): void {
  const levels = rows
    .filter(({ cells }) => !isNone(cells[0] ?? ''))
    .map(({ line, cells }) => ({ name: oneLine(cells[0] as string), line }));
  const category = categoryOf({ title }, ...path);
  const given = new GivenSkills(ladder);
  ladder.levels(levels);
  const isOf = (index: number, column: Column) => columnNames[column].test(foldName(names[index] ?? ''));
  for (const [index, name] of names.entries()) {
    if (index === 0 || name === '' || isOf(index, 'title') || isOf(index, 'points')) continue;
    given.require(header, category, name);
    ladder.skill(category, name, header);
  }
  let level = '';
  let place = 0;
  for (const { line, cells } of rows) {
    // An empty level is that of the row above: its cell is merged.
    if (!isNone(cells[0] ?? '')) [level, place] = [oneLine(cells[0] as string), line];
    const title = names.findIndex((_, index) => index > 0 && isOf(index, 'title'));
    const points = names.findIndex((_, index) => index > 0 && isOf(index, 'points'));
    const called = oneLine(cells[title] ?? '');
    const worth = oneLine(cells[points] ?? '');
    const counted = pointsOf(worth);
    if (counted === undefined) ladder.fault(line, `must be points as a whole number: ${worth}`);
    if (called !== '' || counted) ladder.title(level, called, counted ?? null);
    for (const [index, name] of names.entries()) {
      if (index === 0 || name === '' || index === title || index === points || isNone(cells[index] ?? '')) continue;
      if (level === '') ladder.fault(line, 'must name a level');
      else ladder.describe(category, name, level, textOfCell(cells[index] as string), { line, place });
    }
  }
}

/** Each row is a skill at the level of the heading above the table. */
function readRowsOfLevel(ladder: Ladder, rows: readonly LadderRow[], place: Place, level: string): void {
  const category = categoryOf(place, ...place.path);
  const given = new GivenSkills(ladder);
  for (const { line, cells } of rows) {
    const [name = '', ...rest] = cells;
    const text = rest.filter((cell) => !isNone(cell)).join('\n');
    if (isNone(name) || !given.require(line, category, oneLine(name))) continue;
    ladder.skill(category, oneLine(name), line);
    if (text !== '') ladder.describe(category, oneLine(name), level, textOfCell(text), { line });
  }
}

/** Whether only the first cell of a row has something. */
const isAlone = ({ cells: [first = '', ...rest] }: Pick<LadderRow, 'cells'>): boolean =>
  !isNone(first) && rest.every((cell) => cell.trim() === '');

/** The first columns name skills, the others are levels. */
function readLevelColumns(
  ladder: Ladder,
  { names, line: header }: Pick<Header, 'names' | 'line'>,
  rows: readonly LadderRow[],
  place: Place,
): void {
  const isKnown = (index: number) => index >= 0 && isColumnName(names[index] ?? '') && !isLevelName(names[index] ?? '');
  const firstLevel = names.findIndex((name, index) => index > 0 && isLevelName(name) && !isKnown(index));
  const known = names.findIndex((_, index) => !isKnown(index));
  const leading = Math.max(1, firstLevel > 0 ? firstLevel : known);
  const at = (column: Column, otherwise: number) => {
    const index = names.slice(0, leading).findIndex((name) => columnNames[column].test(foldName(name)));
    return index >= 0 ? index : otherwise;
  };
  const described = names
    .slice(0, leading)
    .findIndex((name, index) => index > 0 && columnNames.summary.test(foldName(name)));
  const skillAt = at('skill', described > 0 ? described - 1 : leading - 1);
  // A column of that name has skills, too, where the categories have rows of their own.
  const hasHeadings = skillAt === 0 && rows.some((row) => row.isHeading && isAlone(row));
  const categoryAt = hasHeadings ? -1 : at('category', skillAt > 0 ? skillAt - 1 : -1);
  const trackAt = at('track', -1);
  // In a column of that name, rows that share a name say several things about it.
  const isGroup = columnNames.category.test(foldName(names[skillAt] ?? ''));
  const columns = names.flatMap((name, index) => (index >= leading && name !== '' ? [{ name, index }] : []));
  const areNumbered = columns.filter(({ name }) => isNumbered(name)).length > 1;
  const levels = columns.filter(({ name }) => !areNumbered || isLevelName(name));
  const notes = columns.filter((one) => !levels.includes(one));
  const groups = [...new Set(levels.map(({ index }) => place.groups[index] ?? ''))];
  const tracks =
    groups.length > 1
      ? groups.map((track) => ({ track, columns: levels.filter(({ index }) => (place.groups[index] ?? '') === track) }))
      : splitTracks(levels.map(({ name }) => name)).map(({ track, indexes }) => ({
          track,
          columns: indexes.flatMap((index) => levels[index] ?? []),
        }));
  for (const { columns: all } of tracks)
    ladder.levels(all.map(({ name, index }) => ({ name, line: header, column: index + 1 })));
  const above = { track: '', category: '', skill: '', line: 0 };
  const given = new GivenSkills(ladder);
  for (const { line, cells, isHeading } of rows) {
    const value = (index: number) => {
      const text = oneLine(cells[index] ?? '');
      return isNone(text) || sameAsAbove.test(text) ? '' : text;
    };
    if (isHeading && isAlone({ cells }) && categoryAt < 0 && value(0) !== '') {
      Object.assign(above, { category: value(0), skill: '' });
      continue;
    }
    if (value(trackAt) !== '') Object.assign(above, { track: value(trackAt), category: '', skill: '' });
    if (categoryAt !== trackAt && value(categoryAt) !== '')
      Object.assign(above, { category: value(categoryAt), skill: '' });
    if (value(skillAt) !== '') {
      Object.assign(above, { skill: value(skillAt), line: isGroup ? header : line });
      if (!isGroup && !given.require(line, above.track, above.category, above.skill)) continue;
    }
    const texts = levels.filter(({ index }) => !isNone(cells[index] ?? ''));
    if (above.skill === '') {
      // Without a name of its own, a row is about its category.
      if (above.category === '' && texts.length > 0) ladder.fault(line, 'must name a skill');
      if (above.category === '' || texts.length === 0) continue;
      Object.assign(above, { skill: above.category, line });
    }
    for (const { track, columns: own } of tracks) {
      const category = categoryOf(place, ...place.path, track, above.track, above.category);
      const filled = own.filter(({ index }) => !isNone(cells[index] ?? ''));
      if (tracks.length > 1 && filled.length === 0) continue;
      const skill = ladder.skill(category, above.skill, line);
      if (described > 0 && value(described) !== '') skill.descriptions.push(value(described));
      for (const { name, index } of notes) if (value(index) !== '') skill.descriptions.push(`${name}: ${value(index)}`);
      for (const { name, index } of filled) {
        const cell = cells[index] ?? '';
        const text: LevelText = sameAsAbove.test(oneLine(cell)) ? textOfCell('') : textOfCell(cell);
        ladder.describe(category, above.skill, name, text, { line, place: above.line });
      }
    }
  }
}
