import type { RootContent } from 'mdast';
import { isLevelName, isNumbered } from './levels.ts';
import { lineOf, plain } from './markdown-texts.ts';
import { oneLine } from './texts.ts';

/** A heading with what stands below it, up to the next heading. */
export interface Section {
  readonly depth: number;
  /** Empty for what stands before the first heading, and for notes at the foot. */
  readonly name: string;
  readonly line: number;
  readonly content: RootContent[];
  readonly parent: Section | null;
  isLevel: boolean;
}

/** Attributes as site generators have them: `{#code}`, `{#code .wide}`, `{: .no_toc }`. A heading has them at its end. */
const attributes = / ?\{(?::? ?[#.][\p{L}\p{N}_]|:? ?[\p{L}_][\p{L}\p{N}_-]*=|\/\* ?#)[^{}]*\}$/u;

/** A text without the attributes at its end. */
const withoutAttributes = (text: string): string => text.replace(attributes, '');

/** The sections of a document, and the one whose heading is its title, if it has one. */
export function sectionsOf(children: readonly RootContent[]): { sections: Section[]; titled: Section | null } {
  const unnamed = (): Section => ({ depth: 7, name: '', line: 1, content: [], parent: null, isLevel: false });
  const [preamble, foot] = [unnamed(), unnamed()];
  const sections = [preamble];
  const open: Section[] = [];
  let last = preamble;
  for (const node of children) {
    if (node.type === 'heading') {
      while ((open.at(-1)?.depth ?? 0) >= node.depth) open.pop();
      const own = {
        depth: node.depth,
        name: withoutAttributes(oneLine(plain(node, true))),
        line: lineOf(node),
        content: [],
      };
      last = { ...own, parent: open.at(-1) ?? null, isLevel: false };
      open.push(last);
      sections.push(last);
    } else placeOf(node, last, foot)?.content.push(node);
  }
  sections.push(foot);
  const tops = sections.filter(({ depth }) => depth === 1);
  const titled = tops.length === 1 && tops[0] === sections[1] ? (tops[0] ?? null) : null;
  markLevels(sections, titled);
  return { sections, titled };
}

/** Notes at the foot of a text: `[^1]: A note.` */
const footnote = /^\[\^[^\]]+\]:/;

/** The section that something belongs to. Notes of the document belong to none of the skills above them, and attributes to nothing. */
function placeOf(node: RootContent, last: Section, foot: Section): Section | null {
  const text = node.type === 'paragraph' ? oneLine(plain(node)) : null;
  if (text === null) return last;
  return footnote.test(text) ? foot : withoutAttributes(text) === '' ? null : last;
}

/** The sections above one, and itself, the outermost first. */
export const pathOf = (section: Section): Section[] => [...(section.parent ? pathOf(section.parent) : []), section];

/** The sections of one parent, in their order. */
export function groupsOf(sections: readonly Section[]): Section[][] {
  const groups = new Map<Section | null, Section[]>();
  for (const section of sections) {
    const group = groups.get(section.parent);
    if (group) group.push(section);
    else groups.set(section.parent, [section]);
  }
  return [...groups.values()];
}

/**
 * Finds the headings that are levels: those with numbers, and most of the headings beside each other that have names of levels, with what
 * stands between them. Of two on one path, the inner is the level, unless only the outer has a number.
 */
function markLevels(sections: readonly Section[], titled: Section | null): void {
  for (const group of groupsOf(sections.filter((one) => one !== titled && one.name !== ''))) {
    const named = group.map(({ name }) => isLevelName(name));
    const [first, last] = [named.indexOf(true), named.lastIndexOf(true)];
    const count = named.filter(Boolean).length;
    if (2 * count <= last - first + 1 || (count < 2 && !group.some(({ name }) => isNumbered(name)))) continue;
    for (const section of group.slice(first, last + 1)) section.isLevel = true;
  }
  for (const section of sections.filter(({ isLevel }) => isLevel)) {
    const outer = pathOf(section).find((one) => one !== section && one.isLevel);
    if (!outer) continue;
    const isOuter = isNumbered(outer.name) && !isNumbered(section.name);
    (isOuter ? section : outer).isLevel = false;
  }
}
