import type { InputIssue } from '../platform/errors.ts';
import { grouped } from '../platform/text/english.ts';

/** A fault of a file. Its path is that of the data, empty for the file as a whole. */
export interface LocatedFault {
  readonly path: readonly string[];
  readonly message: string;
  /** The line, starting at 1. Null if it has none. */
  readonly line: number | null;
}

/** The data of a file, and where the file says it. */
export interface LocatedData {
  readonly data: unknown;
  /** What is wrong with it regardless of what it is to be. */
  readonly faults: readonly LocatedFault[];
  /** The line of what is at a path of the data, or of what it belongs to. Null if there is none. */
  readonly lineOf: (path: readonly string[]) => number | null;
}

/** The maximum number of faults of a file that are named. */
export const maxFaults = 200;
/** The maximum length of each part of a path, in characters: a key of a file can be as long as the file. */
const maxPart = 100;

/** The issues of an input that is a file, by their lines: the first 200, and how many more there are. @param root the path of the input */
export function issuesOf(faults: readonly LocatedFault[], root: readonly string[]): InputIssue[] {
  const issues = faults
    .toSorted((a, b) => (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER))
    .slice(0, maxFaults)
    .map(({ path, message, line }) => ({
      path: [...root, ...path.map((part) => part.slice(0, maxPart))],
      message: line === null ? message : `${message}: line ${line}`,
    }));
  const more = faults.length - issues.length;
  if (more === 0) return issues;
  return [...issues, { path: [...root], message: `has ${grouped(more)} more ${more === 1 ? 'fault' : 'faults'}` }];
}
