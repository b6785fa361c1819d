import { InvalidInputError } from '../../platform/errors.ts';
import type { LocatedData, LocatedFault } from '../located-data.ts';
import { foldName, keyOfNames, sameName } from './keys.ts';
import { areNumbered, highest, isBeyondScale, type LevelNumbers, numberLevels } from './levels.ts';
import type { LevelText } from './texts.ts';

interface ReadSkill {
  readonly name: string;
  readonly line: number;
  readonly descriptions: string[];
  /** By the names of levels. */
  readonly levels: { readonly level: string; readonly text: LevelText; readonly line: number }[];
  /** The places at which levels are described, by their folded names. */
  readonly places: Map<string, number>;
}

/** The name of a level, where a file has it. */
export interface LevelName {
  readonly name: string;
  readonly line: number;
  /** The column of a table whose levels are columns, starting at 1. */
  readonly column?: number;
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

/**
 * Collects the categories, skills and levels of a file. The same names are the same skill, so that other levels of it may be described later.
 */
export class Ladder {
  readonly #categories = new Map<string, ReadCategory>();
  readonly #sequences: (readonly string[])[] = [];
  readonly #names = new Map<string, LevelName>();
  readonly #titles = new Map<string, { readonly name: string; readonly points: number | null }>();
  readonly #faults: LocatedFault[] = [];
  readonly #clashes = new Set<string>();

  /** @param line starting at 1. Null for the file as a whole */
  fault(line: number | null, message: string): void {
    this.#faults.push({ path: [], message, line });
  }

  /** Says that levels stand in this order, ascending. Those with numbers may stand in any order. A level has one column. */
  levels(levels: readonly LevelName[]): void {
    const names = levels.map(({ name }) => name);
    if (areNumbered(names)) this.#sequences.push(...names.map((name) => [name]));
    else this.#sequences.push(names);
    const columns = new Map<string, number>();
    for (const level of levels) {
      const { name, line, column } = level;
      const key = foldName(name);
      if (!this.#names.has(key)) this.#names.set(key, level);
      const at = column === undefined ? '' : ` in column ${column}`;
      if (isBeyondScale(name)) this.fault(line, `must be a level from 0 to ${highest}: ${name}${at}`);
      if (column === undefined) continue;
      if (columns.has(key))
        this.fault(line, `must not name a level twice: ${name} in columns ${columns.get(key)} and ${column}`);
      else columns.set(key, column);
    }
  }

  /** Says what a level is called, and its points, beside the name it has in the file. @param name empty: only that */
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
    const rest = { descriptions: [], levels: [], places: new Map() };
    return this.#placed(skills, keyOfNames(category, name), name, line, rest);
  }

  /**
   * Describes a level of a skill. What is said of it at one place is put together.
   * @param place the line at which the place begins. Null: any other place may describe the same level
   */
  describe(
    category: string,
    name: string,
    level: string,
    text: LevelText,
    { line, place = line }: { readonly line: number; readonly place?: number | null },
  ): void {
    const skill = this.skill(category, name, line);
    skill.levels.push({ level, text, line });
    if (place === null) return;
    const key = foldName(level);
    const other = skill.places.get(key) ?? place;
    skill.places.set(key, other);
    if (other !== place) this.fault(place, `must not describe ${level} of ${name} twice, as on line ${other}`);
  }

  #placed<T extends { readonly name: string; readonly line: number }>(
    all: Map<string, T>,
    key: string,
    name: string,
    line: number,
    rest: Omit<T, 'name' | 'line'>,
  ): T {
    const known = all.get(key);
    const added = { name, line, ...rest } as unknown as T;
    if (known && sameName(known.name) !== sameName(name)) {
      const clash = `${key} ${sameName(name)}`;
      if (!this.#clashes.has(clash))
        this.fault(
          line,
          `must not have a name with the key ${key}, as ${known.name} on line ${known.line} has: ${name}`,
        );
      this.#clashes.add(clash);
      return added;
    }
    const placed = known ?? added;
    all.set(key, placed);
    return placed;
  }

  /**
   * The framework in the form that YAML has. One without skills and levels has a fault.
   * @param line the line of its name. Null if the file does not have it
   */
  build(name: string, description: string, line: number | null = null): LocatedData {
    const isEmpty = this.#names.size === 0 || ![...this.#categories.values()].some(({ skills }) => skills.size > 0);
    if (isEmpty && this.#faults.length === 0)
      this.fault(null, 'must have skills with levels, in a table or under headings');
    const hasMany = this.#names.size > maxNames;
    if (hasMany) this.fault(null, `must name at most ${maxNames} levels`);
    // To put as many as these in order takes long.
    const numbers: LevelNumbers = hasMany ? new Map() : numberLevels(this.#sequences);
    const names = this.#levelNames(numbers);
    const lines = new Map<string, number>(names.map((level, index) => [`levels.${index}`, level.line]));
    if (line !== null) for (const field of ['key', 'name', 'description']) lines.set(field, line);
    const data = {
      key: keyOfNames(name),
      name,
      description,
      levels: names.map(({ line: _line, ...level }) => level),
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
  #levelNames(numbers: LevelNumbers) {
    const named = new Map<number, { names: Set<string>; points: number | null; line: number }>();
    for (const [key, all] of numbers) {
      const title = this.#titles.get(key);
      const { name, line } = this.#names.get(key) ?? { name: '', line: 1 };
      for (const level of all) {
        const one = named.get(level) ?? { names: new Set(), points: null, line };
        if (title?.name) one.names.add(title.name);
        // Points are those of a name.
        else if (title || !/^(?:level ?)?\d+$/i.test(name)) one.names.add(name);
        named.set(level, { ...one, points: title?.points ?? one.points });
      }
    }
    return [...named]
      .filter(([, { names }]) => names.size > 0)
      .sort(([a], [b]) => a - b)
      .map(([level, { names, points, line }]) => ({ level, name: [...names].join(' / '), points, line }));
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
