import { InvalidInputError } from '../../platform/errors.ts';
import { issuesOf, type LocatedData, type LocatedFault } from '../located-data.ts';
import { foldName, keyOfNames } from './keys.ts';
import { areNumbered, type LevelNumbers, numberLevels } from './levels.ts';
import type { LevelText } from './texts.ts';

interface ReadSkill {
  readonly name: string;
  readonly line: number;
  readonly descriptions: string[];
  /** By the names of levels. */
  readonly levels: { readonly level: string; readonly text: LevelText; readonly line: number }[];
}
interface ReadCategory {
  readonly name: string;
  readonly line: number;
  readonly descriptions: string[];
  readonly skills: Map<string, ReadSkill>;
}

/** The maximum length of a file, in bytes. */
const maxBytes = 262_144;
/** The maximum number of names of levels: those of several tracks of 20. */
const maxNames = 200;

/** Collects the categories, skills and levels of a file. The same names are the same skill, so that what is said of it later is added. */
export class Ladder {
  readonly #categories = new Map<string, ReadCategory>();
  readonly #sequences: (readonly string[])[] = [];
  readonly #names = new Map<string, string>();
  readonly #titles = new Map<string, { readonly name: string; readonly points: number | null }>();
  readonly #faults: LocatedFault[] = [];

  /** @param line starting at 1. Null for the file as a whole */
  fault(line: number | null, message: string): void {
    this.#faults.push({ path: [], message, line });
  }

  /** Says that levels stand in this order, ascending. Those with numbers may stand in any order. */
  levels(names: readonly string[]): void {
    if (areNumbered(names)) this.#sequences.push(...names.map((name) => [name]));
    else this.#sequences.push(names);
    for (const name of names) if (!this.#names.has(foldName(name))) this.#names.set(foldName(name), name);
  }

  /** Says what a level is called, and its points, beside the name it has in the file. */
  title(level: string, name: string, points: number | null): void {
    this.#titles.set(foldName(level), { name, points });
  }

  /** The skill or category that a path of headings is. Null if neither. */
  at(path: readonly string[]): { readonly descriptions: string[] } | null {
    const [category, name] = [path.slice(0, -1).join(': '), path.at(-1) ?? ''];
    const skill = this.#categories.get(keyOfNames(category))?.skills.get(keyOfNames(category, name));
    return skill ?? this.#categories.get(keyOfNames(path.join(': '))) ?? null;
  }

  category(name: string, line: number): ReadCategory {
    return this.#placed(this.#categories, keyOfNames(name), name, line, { descriptions: [], skills: new Map() });
  }

  skill(category: string, name: string, line: number): ReadSkill {
    const { skills } = this.category(category, line);
    return this.#placed(skills, keyOfNames(category, name), name, line, { descriptions: [], levels: [] });
  }

  describe(category: string, skill: string, level: string, text: LevelText, line: number): void {
    this.skill(category, skill, line).levels.push({ level, text, line });
  }

  #placed<T extends { readonly name: string }>(
    all: Map<string, T>,
    key: string,
    name: string,
    line: number,
    rest: Omit<T, 'name' | 'line'>,
  ): T {
    const known = all.get(key);
    if (known && foldName(known.name) !== foldName(name))
      this.fault(line, `must not have two names with the key ${key}`);
    const placed = known ?? ({ name, line, ...rest } as unknown as T);
    all.set(key, placed);
    return placed;
  }

  /**
   * The framework in the form that YAML has.
   * @throws InvalidInputError at `input.text` with the faults so far if there is no level, or if there are too many to be put in order
   */
  build(name: string, description: string): LocatedData {
    const hasLevels = this.#sequences.flat().length > 0;
    if (!hasLevels && this.#faults.length === 0)
      this.fault(null, 'must have skills with levels, in a table or under headings');
    if (this.#names.size > maxNames) this.fault(null, `must name at most ${maxNames} levels`);
    if (!hasLevels || this.#names.size > maxNames)
      throw new InvalidInputError(issuesOf(this.#faults, ['input', 'text']));
    const numbers = numberLevels(this.#sequences);
    const lines = new Map<string, number>();
    const data = {
      key: keyOfNames(name),
      name,
      description,
      levels: this.#levelNames(numbers),
      categories: [...this.#categories].map(([key, category], c) => {
        lines.set(`categories.${c}`, category.line);
        const skills = [...category.skills].map(([skillKey, skill], s) => {
          const path = `categories.${c}.skills.${s}`;
          lines.set(path, skill.line);
          const levels = levelsOf(skill, numbers);
          for (const [index, { line }] of levels.entries()) lines.set(`${path}.levels.${index}`, line);
          return {
            ...{ key: skillKey, name: skill.name, description: skill.descriptions.join('\n\n') },
            levels: levels.map(({ level, summary, signals, examples }) => ({ level, summary, signals, examples })),
          };
        });
        return { key, name: category.name, description: category.descriptions.join('\n\n'), skills };
      }),
    };
    return {
      data,
      faults: this.#faults,
      lineOf: (path) => {
        for (let length = path.length; length > 0; length -= 1) {
          const line = lines.get(path.slice(0, length).join('.'));
          if (line !== undefined) return line;
        }
        return null;
      },
    };
  }

  /** The names of levels. Tracks side by side give a level more than one. */
  #levelNames(numbers: LevelNumbers): object[] {
    const named = new Map<number, { names: Set<string>; points: number | null }>();
    for (const [key, all] of numbers) {
      const title = this.#titles.get(key);
      const name = this.#names.get(key) ?? '';
      for (const level of all) {
        const one = named.get(level) ?? { names: new Set(), points: null };
        if (title) one.names.add(title.name);
        else if (!/^(?:level ?)?\d+$/i.test(name)) one.names.add(name);
        named.set(level, { names: one.names, points: title?.points ?? one.points });
      }
    }
    return [...named]
      .filter(([, { names }]) => names.size > 0)
      .sort(([a], [b]) => a - b)
      .map(([level, { names, points }]) => ({ level, name: [...names].join(' / '), points }));
  }
}

/** The levels of a skill in their order. What is said of a level more than once is put together. */
function levelsOf({ levels }: ReadSkill, numbers: LevelNumbers) {
  const all = new Map<
    number,
    { level: number; line: number; summary: string; signals: string[]; examples: string[] }
  >();
  for (const { level: name, text, line } of levels) {
    for (const level of numbers.get(foldName(name)) ?? []) {
      const one = all.get(level) ?? { level, line, summary: '', signals: [], examples: [] };
      all.set(level, one);
      // A second summary is one more thing that shows the level.
      if (one.summary === '') one.summary = text.summary;
      else if (text.summary !== '') one.signals.push(text.summary);
      one.signals.push(...text.signals);
      one.examples.push(...text.examples);
    }
  }
  return [...all.values()].sort((a, b) => a.level - b.level);
}

/** @throws InvalidInputError if a text is longer than ladders are: reading takes a second for as much as this */
export function requireShort(text: string): void {
  if (Buffer.byteLength(text) > maxBytes)
    throw new InvalidInputError([{ path: ['input', 'text'], message: 'must have at most 256 KiB in this format' }]);
}
