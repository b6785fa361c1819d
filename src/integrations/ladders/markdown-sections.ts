import type { List, ListItem, RootContent, Table } from 'mdast';
import type { LocatedData, LocatedFault } from '../located-data.ts';
import { sameName } from './keys.ts';
import { Ladder } from './ladder.ts';
import { isLevelName } from './levels.ts';
import { allIn, lineOf, plain } from './markdown-texts.ts';
import { groupsOf, pathOf, type Section } from './sections.ts';
import { readTable } from './tables.ts';
import { isNone, oneLine, textOfCell } from './texts.ts';

const labels = /^(?:summary|description|signals?|criteria|(?:example )?behaviou?rs?|examples?|example tasks):?$/i;
const exampleLabels = /^(?:examples?|example tasks):?$/i;

/**
 * Reads sections in which levels are marked.
 * @param titled the section whose heading is the title
 * @param faults what was found before
 */
export function readSections(
  sections: readonly Section[],
  titled: Section | null,
  title: string,
  faults: readonly LocatedFault[],
): LocatedData {
  const ladder = new Ladder();
  for (const { line, message } of faults) ladder.fault(line, message);
  for (const node of sections.flatMap(({ content }) => content)) requireReadable(ladder, node);
  const isTable = ({ type }: RootContent) => type === 'table';
  const areListed = !sections.some(({ isLevel, content }) => isLevel || content.some(isTable));
  for (const group of groupsOf(sections)) {
    const levels = group.filter(({ isLevel }) => isLevel);
    if (levels.length > 0) ladder.levels(levels);
  }
  const twins = twinsOf(sections);
  const refused = new Set<Section>();
  const prose: { path: string[]; text: string }[] = [];
  for (const section of sections) {
    const above = pathOf(section).filter((one) => one !== titled && one.name !== '');
    const level = above.findLast(({ isLevel }) => isLevel) ?? null;
    let path = above.filter(({ isLevel }) => !isLevel).map(({ name }) => name);
    // `Examples` below a level of a skill is no skill.
    const isLabel = level !== null && level !== section && labels.test(section.name) && path.length > 1;
    if (isLabel) path = path.slice(0, -1);
    const place = { title, path, level: level?.name ?? null, groups: [] };
    for (const table of section.content.filter(isTable)) readTable(ladder, rowsOf(table as Table), place);
    const rest = section.content.filter((node) => !isTable(node) && node.type !== 'thematicBreak');
    const [category, skill] = [path.slice(0, -1).join(': ') || title, path.at(-1) ?? title];
    const lists = level ? [] : (rest.filter((node) => node.type === 'list' && isOfLevels(node, areListed)) as List[]);
    const holder = above.findLast((one) => !one.isLevel && !(isLabel && one === section));
    const twin = holder && (level || lists.length > 0) ? twins.get(holder) : undefined;
    if (holder && twin) {
      if (!refused.has(holder))
        ladder.fault(holder.line, `must not give a skill twice: ${holder.name}, as on line ${twin.line}`);
      refused.add(holder);
      continue;
    }
    if (level) {
      // A table has the skills itself: what is above it is their category.
      if (path.length > 0 && !section.content.some(isTable)) ladder.skill(category, skill, section.line);
      readLevel(ladder, rest, {
        category,
        skill,
        level: level.name,
        isExample: isLabel && exampleLabels.test(section.name),
        place: (isLabel ? level : section).line,
      });
      continue;
    }
    for (const list of lists) readLevels(ladder, list, category, skill);
    const text = rest
      .filter((node) => !lists.includes(node as List))
      .map(proseOf)
      .filter((part) => part !== '')
      .join('\n\n');
    if (text !== '') prose.push({ path, text });
  }
  const introduction: string[] = [];
  for (const { path, text } of prose) {
    const described = path.length > 0 ? ladder.at(path.length === 1 ? [title, ...path] : path) : null;
    if (described) described.descriptions.push(text);
    else introduction.push(path.length > 0 ? `## ${path.join(': ')}\n\n${text}` : text);
  }
  return ladder.build(title, introduction.join('\n\n'), titled?.line ?? null);
}

/** Says which tables are not read: those of HTML, and those in lists and quotes, which would be lost in their text. */
function requireReadable(ladder: Ladder, node: RootContent): void {
  for (const one of allIn(node)) {
    if (one.type === 'html' && /<table\b/i.test(one.value)) ladder.fault(lineOf(one), 'must not have tables of HTML');
    if (one.type === 'table' && one !== node) ladder.fault(lineOf(one), 'must not have tables in lists or quotes');
  }
}

/** Sections that have the name of an earlier one beside them, each with that one. Levels are left out. */
function twinsOf(sections: readonly Section[]): Map<Section, Section> {
  const twins = new Map<Section, Section>();
  for (const group of groupsOf(sections.filter(({ isLevel, name }) => !isLevel && name !== ''))) {
    const named = new Map<string, Section>();
    for (const section of group) {
      const first = named.get(sameName(section.name));
      if (first) twins.set(section, first);
      else named.set(sameName(section.name), section);
    }
  }
  return twins;
}

const rowsOf = ({ children }: Table) =>
  children.map((row) => ({
    line: lineOf(row),
    cells: row.children.map((cell, index) => plain(cell, index === 0).trim()),
    isHeading:
      row.children[0]?.children.some(({ type }) => type === 'strong') === true &&
      row.children[0].children.every((node) => node.type === 'strong' || plain(node).trim() === ''),
  }));

/** The items of a list, with those of lists within. */
const itemsOf = (list: List): { item: ListItem; text: string; line: number }[] =>
  list.children.flatMap((item) => {
    const own = item.children.filter(({ type }) => type !== 'list');
    const text = oneLine(own.map((node) => plain(node)).join(' ')).replace(/^\[[ x]\] /i, '');
    const within = item.children.filter(({ type }) => type === 'list') as List[];
    return [{ item, text, line: lineOf(item) }, ...within.flatMap(itemsOf)].filter((one) => !isNone(one.text));
  });

interface OfLevel {
  readonly category: string;
  readonly skill: string;
  readonly level: string;
  readonly isExample: boolean;
  /** The line of the section that describes it. */
  readonly place: number;
}

/** Paragraphs are the summary, lists the signals, or the examples if the line before says so. */
function readLevel(
  ladder: Ladder,
  nodes: readonly RootContent[],
  { category, skill, level, isExample, place }: OfLevel,
): void {
  let areExamples = isExample;
  for (const node of nodes) {
    const html = node.type === 'html' ? textOfCell(plain(node)) : null;
    const text = html?.summary ?? (node.type === 'list' ? '' : oneLine(plain(node)));
    if (labels.test(text)) {
      areExamples = exampleLabels.test(text);
      continue;
    }
    const items = html?.signals ?? (node.type === 'list' ? itemsOf(node).map((one) => one.text) : []);
    if (items.length === 0 && isNone(text)) continue;
    const [signals, examples] = areExamples ? [[], items] : [items, []];
    ladder.describe(category, skill, level, { summary: text, signals, examples }, { line: lineOf(node), place });
  }
}

/** The name of a level at the beginning of an item, in bold or before a colon, and what follows. */
function levelOfItem(item: ListItem): { level: string; text: string } | null {
  const [first] = item.children;
  if (first?.type !== 'paragraph') return null;
  const text = oneLine(plain(first));
  const bold = first.children[0]?.type === 'strong' ? oneLine(plain(first.children[0])) : null;
  const level = (bold ?? /^[^:]{1,60}(?=:)/.exec(text)?.[0] ?? '').replace(/:$/, '').trim();
  if (level === '' || !isLevelName(level)) return null;
  return { level, text: text.slice(level.length).replace(/^[\s:–—-]+/, '') };
}

/** Whether the items of a list are levels: each names one, or they are numbered and the file has no other levels. */
const isOfLevels = (list: List, areListed: boolean): boolean =>
  list.children.every((item) => levelOfItem(item) !== null) || (areListed && list.ordered === true);

function readLevels(ladder: Ladder, list: List, category: string, skill: string): void {
  const levels = list.children.map((item, index) => {
    const named = levelOfItem(item);
    const text = item.children
      .filter(({ type }) => type !== 'list')
      .map((node) => plain(node))
      .join(' ');
    const within = item.children.filter(({ type }) => type === 'list') as List[];
    const read = named ?? { level: `Level ${(list.start ?? 1) + index}`, text: oneLine(text) };
    return { ...read, line: lineOf(item), signals: within.flatMap(itemsOf).map((one) => one.text) };
  });
  ladder.levels(levels.map(({ level, line }) => ({ name: level, line })));
  for (const { level, text, signals, line } of levels) {
    if (isNone(text) && signals.length === 0) continue;
    ladder.describe(category, skill, level, { summary: isNone(text) ? '' : text, signals, examples: [] }, { line });
  }
}

/** The text of what is no level, with the items of lists. */
const proseOf = (node: RootContent): string =>
  node.type === 'list'
    ? itemsOf(node)
        .map(({ text }) => `- ${text}`)
        .join('\n')
    : node.type === 'definition'
      ? ''
      : plain(node).trim();
