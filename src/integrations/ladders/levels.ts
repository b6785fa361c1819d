import { foldName } from './keys.ts';

/* The levels of a ladder, as files name them: `L3`, `Senior (E5)`, `Engineer II`, `Junior (L1-L2)`, `Staff`. */

/** The highest level of a scale. */
export const highest = 20;

/** What a name says of its level. */
interface NamedLevel {
  /** The level, and the last one if it names several. Null if it has no number. */
  readonly from: number | null;
  readonly to: number | null;
  /** The letters before the number, such as `IC`. Empty without. */
  readonly code: string;
}

const coded =
  /(?<![\p{L}\p{N}])(level|lvl|grade|band|step|stage|milestone|[a-z]{1,3})?[ .-]?(\d{1,2})(?![\p{N}.])(?!\+? ?(?:years|yrs))(?: ?[-–/] ?[a-z]{0,3}(\d{1,2})(?! ?\+? ?(?:years|yrs)))?/iu;
/** At the end of a name, so that `H264 and HEVC` is none. */
const beyond =
  /(?:^|[ (])(?:(?:level|lvl|grade|band|step|stage|milestone)[ .-]?|(?:ic|[a-z])[.-]?|(?<=^))(\d{2,3})\)?$/iu;
const roman = /(?<=\p{L} )(I{1,3}|IV|VI{0,3}|IX|X)$/u;
const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
const words = new RegExp(
  `\\b(?:${[
    'junior|mid|senior|staff|principal|lead|associate|intern|entry|graduate|apprentice|fellow|distinguished|director|head',
    'novice|beginner|intermediate|advanced|proficient|competent|expert|master|foundational|awareness|practitioner',
  ].join('|')})\\b`,
  'iu',
);

function readName(name: string): NamedLevel {
  const [, code = '', from, to] = coded.exec(name) ?? [];
  const number = Number(from ?? romans.indexOf(roman.exec(name)?.[1] ?? '') + 1);
  if ((from === undefined && number === 0) || number > highest) return { from: null, to: null, code: '' };
  const last = to === undefined ? number : Number(to);
  return { from: number, to: last > number && last <= highest ? last : number, code };
}

/** Whether a name says a number of a level. */
export const isNumbered = (name: string): boolean => readName(name).from !== null;
/** Whether a name says a number of a level above all scales, as `L21` does. */
export const isBeyondScale = (name: string): boolean =>
  !isNumbered(name) && Number(beyond.exec(name)?.[1] ?? 0) > highest;
/** Whether a name is one that levels have. */
export const isLevelName = (name: string): boolean => isNumbered(name) || words.test(name) || isBeyondScale(name);

/** Whether each name has a number that no other has, so that their order says nothing more. */
export function areNumbered(names: readonly string[]): boolean {
  const numbers = names.map((name) => readName(name).from);
  return !numbers.includes(null) && new Set(numbers).size === numbers.length;
}

/** Tracks that stand side by side in one row of levels: `IC1, IC2, M1`. One without a name if there are no others. */
export function splitTracks(
  names: readonly string[],
): { readonly track: string; readonly indexes: readonly number[] }[] {
  const all = names.map(readName);
  const codes = [...new Set(all.map(({ code }) => code.toUpperCase()))];
  const restarts = all.some(({ from }, index) => from !== null && from <= (all[index - 1]?.from ?? -1));
  if (!restarts || codes.length < 2 || codes.includes(''))
    return [{ track: '', indexes: names.map((_, index) => index) }];
  return codes.map((track) => ({
    track,
    indexes: all.flatMap(({ code }, index) => (code.toUpperCase() === track ? [index] : [])),
  }));
}

/** The levels that each name is, by its folded name. */
export type LevelNumbers = ReadonlyMap<string, readonly number[]>;

/**
 * Numbers the levels of a file by the rows of names in which they stand, each ascending. A number in a name counts, so that missing levels
 * keep theirs. A name without one is above all that stand before it in some row. If numbers do not ascend, none of them counts.
 */
export function numberLevels(sequences: readonly (readonly string[])[]): LevelNumbers {
  const told = numbersOf(sequences, readName);
  const isAscending = sequences.every((names) =>
    names.every((name, index) => {
      const before = told.get(foldName(names[index - 1] ?? ''))?.at(-1);
      return index === 0 || before === undefined || (told.get(foldName(name))?.[0] ?? 0) > before;
    }),
  );
  return isAscending ? told : numbersOf(sequences, () => ({ from: null, to: null, code: '' }));
}

function numbersOf(sequences: readonly (readonly string[])[], read: (name: string) => NamedLevel): LevelNumbers {
  const numbers = new Map<string, number[]>();
  const names = new Map(sequences.flat().map((name) => [foldName(name), read(name)]));
  // As many rounds as there are names: rows that contradict each other end, too.
  for (let round = 0; round < names.size; round += 1) {
    let hasChanged = false;
    for (const sequence of sequences) {
      let last = 0;
      for (const name of sequence.map(foldName)) {
        const { from, to } = names.get(name) as NamedLevel;
        const known = numbers.get(name) ?? [];
        const first = from ?? Math.max(known[0] ?? 1, last + 1);
        const all = Array.from({ length: (to ?? first) - first + 1 }, (_, index) => first + index);
        if (known[0] !== all[0]) hasChanged = true;
        numbers.set(name, all);
        last = all.at(-1) ?? last;
      }
    }
    if (!hasChanged) break;
  }
  return numbers;
}
